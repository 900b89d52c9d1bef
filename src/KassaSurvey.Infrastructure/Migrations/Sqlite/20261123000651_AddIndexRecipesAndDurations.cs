using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KassaSurvey.Infrastructure.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddIndexRecipesAndDurations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "IndexRecipe",
                table: "Waves",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "IndexRecipe",
                table: "Surveys",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DurationSeconds",
                table: "Responses",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Dimension",
                table: "Questions",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "IndexRecipe",
                table: "Waves");

            migrationBuilder.DropColumn(
                name: "IndexRecipe",
                table: "Surveys");

            migrationBuilder.DropColumn(
                name: "DurationSeconds",
                table: "Responses");

            migrationBuilder.DropColumn(
                name: "Dimension",
                table: "Questions");
        }
    }
}
