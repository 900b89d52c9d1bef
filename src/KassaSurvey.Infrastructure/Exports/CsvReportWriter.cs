using System.Data;
using System.Globalization;
using System.Text;
using KassaSurvey.Application.Features.Reports;
using Sylvan.Data.Csv;

namespace KassaSurvey.Infrastructure.Exports;

/// <summary>
/// Results as CSV for programs: UTF-8 with a byte order mark, comma, decimal point, unrounded numbers, shares 0-1, column names in English
/// in every language. Its companion is the codebook.
/// </summary>
public sealed class CsvReportWriter : IReportWriter, ICompanionFile
{
    // What a spreadsheet takes for the start of a formula.
    private static readonly System.Buffers.SearchValues<char> FormulaStarts = System.Buffers.SearchValues.Create("=+-@\t\r\n");

    /// <inheritdoc />
    public string Format => "csv";

    /// <inheritdoc />
    public string ContentType => "text/csv; charset=utf-8";

    /// <inheritdoc />
    public string FileExtension => ".csv";

    /// <inheritdoc />
    public string CompanionSuffix => ".codebook";

    /// <inheritdoc />
    public Task WriteAsync(YearlyReport report, Stream output, CancellationToken cancellationToken) =>
        WriteAsync(report.Results, output, cancellationToken);

    /// <inheritdoc />
    public Task WriteCompanionAsync(YearlyReport report, Stream output, CancellationToken cancellationToken) =>
        WriteAsync(report.Codebook, output, cancellationToken);

    internal static async Task WriteAsync(ReportTable table, Stream output, CancellationToken cancellationToken)
    {
        using var data = new DataTable { Locale = CultureInfo.InvariantCulture };
        foreach (var column in table.Columns)
        {
            data.Columns.Add(column.Key, typeof(string));
        }

        foreach (var row in table.Rows)
        {
            data.Rows.Add([.. row.Select(cell => (object)Text(cell))]);
        }

        await using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var writer = CsvDataWriter.Create(text, new CsvDataWriterOptions { NewLine = "\n" });
        await using var reader = data.CreateDataReader();
        await writer.WriteAsync(reader, cancellationToken);
    }

    private static string Text(ReportCell cell) => cell switch
    {
        ReportCell.Number { Style: NumberStyle.Count or NumberStyle.Year } number => number.Value.ToString("F0", CultureInfo.InvariantCulture),
        ReportCell.Number number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        ReportCell.Text text => Harmless(text.Value),
        // The note column says why; a word here would make a column of numbers a column of texts.
        _ => "",
    };

    /// <summary>A text that no spreadsheet takes for a formula.</summary>
    internal static string Harmless(string text) => text.Length > 0 && FormulaStarts.Contains(text[0]) ? "'" + text : text;
}
