using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KassaSurvey.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Releases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "NarrativeEdits",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    FundId = table.Column<long>(type: "INTEGER", nullable: false),
                    SurveyId = table.Column<long>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    ComparedYear = table.Column<int>(type: "INTEGER", nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Sentence = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Generated = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NarrativeEdits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NarrativeEdits_Funds_FundId",
                        column: x => x.FundId,
                        principalTable: "Funds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NarrativeEdits_Surveys_SurveyId",
                        column: x => x.SurveyId,
                        principalTable: "Surveys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportReleases",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    FundId = table.Column<long>(type: "INTEGER", nullable: false),
                    SurveyId = table.Column<long>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    ComparedYear = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    DataVersion = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FrozenBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    FrozenByName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    FrozenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedByName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IsRejected = table.Column<bool>(type: "INTEGER", nullable: false),
                    DecisionNote = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportReleases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportReleases_Funds_FundId",
                        column: x => x.FundId,
                        principalTable: "Funds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportReleases_Surveys_SurveyId",
                        column: x => x.SurveyId,
                        principalTable: "Surveys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReleasedFigures",
                columns: table => new
                {
                    ReleaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 130, nullable: false),
                    Area = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ScaleMinimum = table.Column<int>(type: "INTEGER", nullable: true),
                    ScaleMaximum = table.Column<int>(type: "INTEGER", nullable: true),
                    IsHidden = table.Column<bool>(type: "INTEGER", nullable: false),
                    Answers = table.Column<long>(type: "INTEGER", nullable: true),
                    Value = table.Column<double>(type: "REAL", nullable: true),
                    StandardError = table.Column<double>(type: "REAL", nullable: true),
                    Lower = table.Column<double>(type: "REAL", nullable: true),
                    Upper = table.Column<double>(type: "REAL", nullable: true),
                    Index = table.Column<double>(type: "REAL", nullable: true),
                    ComparedValue = table.Column<double>(type: "REAL", nullable: true),
                    Change = table.Column<double>(type: "REAL", nullable: true),
                    Verdict = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReleasedFigures", x => new { x.ReleaseId, x.Place });
                    table.ForeignKey(
                        name: "FK_ReleasedFigures_ReportReleases_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "ReportReleases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReleaseFiles",
                columns: table => new
                {
                    ReleaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Format = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 64, nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReleaseFiles", x => new { x.ReleaseId, x.Language, x.Format });
                    table.ForeignKey(
                        name: "FK_ReleaseFiles_ReportReleases_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "ReportReleases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_NarrativeEdits_FundId",
                table: "NarrativeEdits",
                column: "FundId");

            migrationBuilder.CreateIndex(
                name: "IX_NarrativeEdits_SurveyId_Year_Language",
                table: "NarrativeEdits",
                columns: new[] { "SurveyId", "Year", "Language" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportReleases_FundId_FrozenAt",
                table: "ReportReleases",
                columns: new[] { "FundId", "FrozenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportReleases_SurveyId_Year_Version",
                table: "ReportReleases",
                columns: new[] { "SurveyId", "Year", "Version" },
                unique: true);

            // What programs outside read: the newest version of each year that is approved and whose day has come. The day is Greenwich's,
            // which is never ahead of a Nordic fund's.
            migrationBuilder.Sql(
                """
                CREATE VIEW "released_figures" AS
                SELECT "fund"."Key" AS "fund", "survey"."Key" AS "survey", "release"."Year" AS "year", "release"."ComparedYear" AS "compared_year",
                       "release"."Version" AS "version", "release"."FirstDay" AS "first_day", "release"."DataVersion" AS "data_version",
                       "figure"."Place" AS "place", "figure"."Kind" AS "kind", "figure"."Code" AS "code", "figure"."Area" AS "area",
                       json_extract("figure"."Name", '$.fi') AS "name_fi", json_extract("figure"."Name", '$.sv') AS "name_sv",
                       json_extract("figure"."Name", '$.da') AS "name_da", json_extract("figure"."Name", '$.en') AS "name_en",
                       "figure"."ScaleMinimum" AS "scale_minimum", "figure"."ScaleMaximum" AS "scale_maximum", "figure"."IsHidden" AS "is_hidden",
                       "figure"."Answers" AS "answers", "figure"."Value" AS "value", "figure"."StandardError" AS "se",
                       "figure"."Lower" AS "ci95_low", "figure"."Upper" AS "ci95_high", "figure"."Index" AS "index_100",
                       "figure"."ComparedValue" AS "compared_value", "figure"."Change" AS "change", "figure"."Verdict" AS "verdict"
                FROM "ReleasedFigures" AS "figure"
                JOIN "ReportReleases" AS "release" ON "release"."Id" = "figure"."ReleaseId"
                JOIN "Surveys" AS "survey" ON "survey"."Id" = "release"."SurveyId"
                JOIN "Funds" AS "fund" ON "fund"."Id" = "release"."FundId"
                WHERE "release"."DecidedAt" IS NOT NULL AND "release"."IsRejected" = 0 AND "release"."FirstDay" <= date('now')
                  AND NOT EXISTS (
                    SELECT 1 FROM "ReportReleases" AS "later"
                    WHERE "later"."SurveyId" = "release"."SurveyId" AND "later"."Year" = "release"."Year" AND "later"."Version" > "release"."Version"
                      AND "later"."DecidedAt" IS NOT NULL AND "later"."IsRejected" = 0 AND "later"."FirstDay" <= date('now'))
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP VIEW \"released_figures\"");

            migrationBuilder.DropTable(
                name: "NarrativeEdits");

            migrationBuilder.DropTable(
                name: "ReleasedFigures");

            migrationBuilder.DropTable(
                name: "ReleaseFiles");

            migrationBuilder.DropTable(
                name: "ReportReleases");
        }
    }
}
