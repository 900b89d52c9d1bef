using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KassaSurvey.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddRegisterCounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "RegisterCounts",
                columns: table => new
                {
                    WaveId = table.Column<long>(type: "INTEGER", nullable: false),
                    Segment = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    OtherSegment = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    OtherCategory = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    FundId = table.Column<long>(type: "INTEGER", nullable: false),
                    Members = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterCounts", x => new { x.WaveId, x.Segment, x.OtherSegment, x.Category, x.OtherCategory });
                    table.ForeignKey(
                        name: "FK_RegisterCounts_Waves_WaveId",
                        column: x => x.WaveId,
                        principalTable: "Waves",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RegisterCounts");
        }
    }
}
