using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KassaSurvey.Infrastructure.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class AddMemberStanding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Address_City",
                table: "Members",
                type: "nvarchar(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Address_PostalCode",
                table: "Members",
                type: "nvarchar(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Address_Street",
                table: "Members",
                type: "nvarchar(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LastContactChannel",
                table: "Members",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LeftOn",
                table: "Members",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Refuses",
                table: "Members",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Standing",
                table: "Members",
                type: "int",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Unreachable",
                table: "Members",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Stratum",
                table: "Invitations",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Address_City",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "Address_PostalCode",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "Address_Street",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "LastContactChannel",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "LeftOn",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "Refuses",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "Standing",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "Unreachable",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "Stratum",
                table: "Invitations");
        }
    }
}
