using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KassaSurvey.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Authoring : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Waves",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ChangedBy",
                table: "Waves",
                type: "TEXT",
                maxLength: 256,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Composition",
                table: "Waves",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "QuestionLinks",
                columns: table => new
                {
                    SurveyId = table.Column<long>(type: "INTEGER", nullable: false),
                    QuestionCode = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ToYear = table.Column<int>(type: "INTEGER", nullable: false),
                    FundId = table.Column<long>(type: "INTEGER", nullable: false),
                    FromYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Suggested = table.Column<int>(type: "INTEGER", nullable: false),
                    Limit = table.Column<int>(type: "INTEGER", nullable: false),
                    Decided = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionLinks", x => new { x.SurveyId, x.QuestionCode, x.ToYear });
                    table.ForeignKey(
                        name: "FK_QuestionLinks_Surveys_SurveyId",
                        column: x => x.SurveyId,
                        principalTable: "Surveys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "QuestionnaireEdits",
                columns: table => new
                {
                    WaveId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    FundId = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: false),
                    After = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionnaireEdits", x => new { x.WaveId, x.Number });
                    table.ForeignKey(
                        name: "FK_QuestionnaireEdits_Waves_WaveId",
                        column: x => x.WaveId,
                        principalTable: "Waves",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WordingCorrections",
                columns: table => new
                {
                    WaveId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    FundId = table.Column<long>(type: "INTEGER", nullable: false),
                    TextKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    After = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WordingCorrections", x => new { x.WaveId, x.Number });
                    table.ForeignKey(
                        name: "FK_WordingCorrections_Waves_WaveId",
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
                name: "QuestionLinks");

            migrationBuilder.DropTable(
                name: "QuestionnaireEdits");

            migrationBuilder.DropTable(
                name: "WordingCorrections");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Waves");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "Waves");

            migrationBuilder.DropColumn(
                name: "Composition",
                table: "Waves");
        }
    }
}
