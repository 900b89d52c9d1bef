using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KassaSurvey.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Interviewing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "StartMode",
                table: "Responses",
                type: "TEXT",
                maxLength: 16,
                nullable: false,
                defaultValue: "");

            // What is known of answers given before: the mode they ended in.
            migrationBuilder.Sql("UPDATE \"Responses\" SET \"StartMode\" = \"Mode\"");

            migrationBuilder.CreateTable(
                name: "CallAttempts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    FundId = table.Column<long>(type: "INTEGER", nullable: false),
                    InvitationId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    CallAgainAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallAttempts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CallAttempts_Invitations_InvitationId",
                        column: x => x.InvitationId,
                        principalTable: "Invitations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CallHolds",
                columns: table => new
                {
                    InvitationId = table.Column<long>(type: "INTEGER", nullable: false),
                    FundId = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallHolds", x => x.InvitationId);
                    table.ForeignKey(
                        name: "FK_CallHolds_Invitations_InvitationId",
                        column: x => x.InvitationId,
                        principalTable: "Invitations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CallAttempts_InvitationId_At",
                table: "CallAttempts",
                columns: new[] { "InvitationId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CallAttempts");

            migrationBuilder.DropTable(
                name: "CallHolds");

            migrationBuilder.DropColumn(
                name: "StartMode",
                table: "Responses");
        }
    }
}
