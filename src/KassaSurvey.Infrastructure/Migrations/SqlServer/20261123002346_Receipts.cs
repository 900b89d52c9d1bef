using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KassaSurvey.Infrastructure.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Receipts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "ReceiptHash",
                table: "Responses",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ErasedResponses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    FundId = table.Column<long>(type: "bigint", nullable: false),
                    WaveId = table.Column<long>(type: "bigint", nullable: false),
                    ErasedOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ErasedResponses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ErasedResponses_Waves_WaveId",
                        column: x => x.WaveId,
                        principalTable: "Waves",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Responses_ReceiptHash",
                table: "Responses",
                column: "ReceiptHash",
                unique: true,
                filter: "[ReceiptHash] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ErasedResponses_WaveId",
                table: "ErasedResponses",
                column: "WaveId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ErasedResponses");

            migrationBuilder.DropIndex(
                name: "IX_Responses_ReceiptHash",
                table: "Responses");

            migrationBuilder.DropColumn(
                name: "ReceiptHash",
                table: "Responses");
        }
    }
}
