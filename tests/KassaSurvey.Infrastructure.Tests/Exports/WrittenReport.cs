using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using KassaSurvey.Application.Features.Releasing;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Testing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace KassaSurvey.Infrastructure.Tests.Exports;

/// <summary>A report written by one writer and read back by somebody else's reader.</summary>
internal static class WrittenReport
{
    public static YearlyReport Of(ReportedYear year, string language = "fi")
    {
        var survey = year.Build();
        return YearlyReportBuilder.Of(survey, ReportText.Of(survey, language), language, new(2020, 11, 22), null);
    }

    public static async Task<byte[]> BytesAsync(IReportWriter writer, YearlyReport report)
    {
        using var stream = new MemoryStream();
        await writer.WriteAsync(report, stream, CancellationToken.None);
        return stream.ToArray();
    }

    public static async Task<string> CsvAsync(IReportWriter writer, YearlyReport report) => Encoding.UTF8.GetString(await BytesAsync(writer, report));

    public static List<string> PdfPages(byte[] file)
    {
        using var document = PdfDocument.Open(file);
        return [.. document.GetPages().Select(page => ContentOrderTextExtractor.GetText(page))];
    }

    /// <summary>The cells of a sheet by row: numbers as numbers, texts as texts.</summary>
    public static List<List<object>> Sheet(byte[] file, string name)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var book = document.WorkbookPart!;
        var sheet = book.Workbook!.Descendants<Sheet>().Single(known => known.Name == name);
        var part = (WorksheetPart)book.GetPartById(sheet.Id!);
        return
        [
            .. part.Worksheet!.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.DataType?.Value == CellValues.InlineString
                ? cell.InnerText
                : (object)double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)).ToList()),
        ];
    }
}
