using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KassaSurvey.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddSampling : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "DrawnOn",
                table: "Invitations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ContactPolicies",
                columns: table => new
                {
                    FundId = table.Column<long>(type: "INTEGER", nullable: false),
                    MonthsBetween = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContactPolicies", x => x.FundId);
                    table.ForeignKey(
                        name: "FK_ContactPolicies_Funds_FundId",
                        column: x => x.FundId,
                        principalTable: "Funds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EligibilityRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    FundId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Conditions = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EligibilityRules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EligibilityRules_Funds_FundId",
                        column: x => x.FundId,
                        principalTable: "Funds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SampleExclusions",
                columns: table => new
                {
                    WaveId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    FundId = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SampleExclusions", x => new { x.WaveId, x.MemberId });
                    table.ForeignKey(
                        name: "FK_SampleExclusions_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SampleExclusions_Waves_WaveId",
                        column: x => x.WaveId,
                        principalTable: "Waves",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WaveSamples",
                columns: table => new
                {
                    WaveId = table.Column<long>(type: "INTEGER", nullable: false),
                    FundId = table.Column<long>(type: "INTEGER", nullable: false),
                    RuleName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Conditions = table.Column<string>(type: "TEXT", nullable: false),
                    MonthsBetween = table.Column<int>(type: "INTEGER", nullable: false),
                    Design = table.Column<string>(type: "TEXT", nullable: false),
                    Strata = table.Column<string>(type: "TEXT", nullable: false),
                    FrameHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DrawnAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DrawnBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WaveSamples", x => x.WaveId);
                    table.ForeignKey(
                        name: "FK_WaveSamples_Waves_WaveId",
                        column: x => x.WaveId,
                        principalTable: "Waves",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EligibilityRules_FundId_Name",
                table: "EligibilityRules",
                columns: new[] { "FundId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SampleExclusions_MemberId",
                table: "SampleExclusions",
                column: "MemberId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ContactPolicies");

            migrationBuilder.DropTable(
                name: "EligibilityRules");

            migrationBuilder.DropTable(
                name: "SampleExclusions");

            migrationBuilder.DropTable(
                name: "WaveSamples");

            migrationBuilder.DropColumn(
                name: "DrawnOn",
                table: "Invitations");
        }
    }
}
