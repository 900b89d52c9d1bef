using System.Globalization;
using AngleSharp.Dom;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using KassaSurvey.Web.Tests.Security;
using UglyToad.PdfPig;
using Drawing = DocumentFormat.OpenXml.Drawing;

namespace KassaSurvey.Web.Tests.Reports;

/// <summary>The files of a report as a person downloads them, read by somebody else's reader.</summary>
internal static class ReportFiles
{
    public static async Task<Dictionary<string, (long, double)>> CsvAsync(StaffBrowser browser, string query)
    {
        var text = await browser.Client.GetStringAsync(new Uri($"/reports/csv{query}&language=en", UriKind.Relative));
        await using var reader = await Sylvan.Data.Csv.CsvDataReader.CreateAsync(new StringReader(text.TrimStart('\uFEFF')));
        var figures = new Dictionary<string, (long, double)>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
        {
            if (reader.GetString(0) == "question" && reader.GetString(reader.GetOrdinal("mean")) is { Length: > 0 } mean)
            {
                figures[reader.GetString(1)] = (reader.GetInt64(reader.GetOrdinal("n")), double.Parse(mean, CultureInfo.InvariantCulture));
            }
        }

        return figures;
    }

    public static async Task<Dictionary<string, (long, double)>> WorkbookAsync(StaffBrowser browser, string query) =>
        // The columns stand in the order of the CSV file; their headings are in the reader's words. Area codes are no question codes.
        (await SheetAsync(browser, query, "Results")).Skip(1)
            .Where(row => Application.Features.Questionnaires.BuiltInQuestionnaire.Find(row["B"])?.AreaCode is { } area && row.GetValueOrDefault("C") == area)
            .Where(row => double.TryParse(row.GetValueOrDefault("H"), CultureInfo.InvariantCulture, out _))
            .ToDictionary(row => row["B"], row => (long.Parse(row["F"], CultureInfo.InvariantCulture), double.Parse(row["H"], CultureInfo.InvariantCulture)));

    /// <summary>The rows of a sheet: the texts and numbers of its cells by the letters of their columns.</summary>
    public static async Task<List<Dictionary<string, string>>> SheetAsync(StaffBrowser browser, string query, string name)
    {
        using var stream = new MemoryStream(await browser.Client.GetByteArrayAsync(new Uri($"/reports/xlsx{query}&language=en", UriKind.Relative)));
        using var file = SpreadsheetDocument.Open(stream, isEditable: false);
        var workbook = file.WorkbookPart!;
        var sheet = workbook.Workbook!.Descendants<Sheet>().Single(sheet => sheet.Name == name);
        var shared = workbook.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(item => item.InnerText).ToList() ?? [];
        return
        [
            .. ((WorksheetPart)workbook.GetPartById(sheet.Id!)).Worksheet!.Descendants<Row>()
                .Select(row => row.Elements<Cell>().ToDictionary(Column, cell => TextOf(cell, shared))),
        ];

        static string Column(Cell cell) => cell.CellReference!.Value!.TrimEnd("0123456789".ToCharArray());
    }

    /// <summary>The letter of a column, from 0; of the first 26.</summary>
    public static string ColumnOf(int place) => ((char)('A' + place)).ToString();

    /// <summary>The figure or the name that a cell of a page shows, without marks and explanations.</summary>
    public static string Shown(IElement cell) => (cell.QuerySelector("a") ?? cell.QuerySelector("span") ?? cell).TextContent.Trim();

    private static string TextOf(Cell cell, List<string> shared) => cell.DataType?.Value == CellValues.SharedString
        ? shared[int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)]
        : cell.CellValue?.Text ?? cell.InnerText;

    /// <summary>The rows of every table on the slides.</summary>
    public static async Task<List<string>> DeckAsync(StaffBrowser browser, string query)
    {
        using var stream = new MemoryStream(await browser.Client.GetByteArrayAsync(new Uri($"/reports/pptx{query}&language=en", UriKind.Relative)));
        using var file = PresentationDocument.Open(stream, isEditable: false);
        return
        [
            .. file.PresentationPart!.SlideParts.SelectMany(slide => slide.Slide!.Descendants<Drawing.TableRow>())
                .Select(row => string.Join('|', row.Elements<Drawing.TableCell>().Select(cell => cell.InnerText))),
        ];
    }

    public static async Task<string> PdfAsync(StaffBrowser browser, string query)
    {
        using var pdf = PdfDocument.Open(await browser.Client.GetByteArrayAsync(new Uri($"/reports/pdf{query}&language=en", UriKind.Relative)));
        return string.Join('\n', pdf.GetPages().Select(page => page.Text));
    }
}
