using KassaSurvey.Application.Features.Exporting;
using KassaSurvey.Application.Features.Reports;

namespace KassaSurvey.Infrastructure.Exports.Excel;

/// <summary>A table of figures or comments as a workbook.</summary>
public sealed class ExcelTableWriter : ITableWriter
{
    /// <inheritdoc />
    public string Format => "xlsx";

    /// <inheritdoc />
    public string ContentType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <inheritdoc />
    public string FileExtension => ".xlsx";

    /// <inheritdoc />
    public Task WriteAsync(ExportedTable table, Stream output, CancellationToken cancellationToken)
    {
        var words = new ReportWords(table.Language);
        return ExcelBook.WriteAsync(output, words, table.Title, table.Fund, Fill, cancellationToken);

        void Fill(ExcelBook book)
        {
            book.About(table.Title, table.About);
            book.Table(char.ToUpperInvariant(table.Rows.Key[0]) + table.Rows.Key[1..], table.Rows);
            if (table.Codebook is { } codebook)
            {
                book.Table("Codebook", codebook);
            }
        }
    }
}
