using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using KassaSurvey.Infrastructure.Exports.Office;

namespace KassaSurvey.Infrastructure.Exports.PowerPoint;

/// <summary>The numbers of a chart as the workbook that opens when somebody edits it.</summary>
internal static class DeckWorkbook
{
    public const string SheetName = "Data";

    public static void Write(Stream output, OfficeChart chart)
    {
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData(
            [
                Row([chart.Title, .. chart.Series.Select(series => series.Name)], []),
                .. chart.Categories.Select((category, i) => Row([category], [.. chart.Series.Select(series => series.Values[i])])),
            ]));
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = SheetName, SheetId = 1, Id = workbook.GetIdOfPart(part) }));
        }

        memory.Position = 0;
        memory.CopyTo(output);
    }

    // Inline strings are never formulas, whatever a category is called.
    private static Row Row(IEnumerable<string> texts, IEnumerable<double?> numbers) => new(
        texts.Select(text => new Cell(new InlineString(new Text(OfficeXml.Printable(text)))) { DataType = CellValues.InlineString })
            .Concat(numbers.Select(number => number is { } known ? new Cell(new CellValue(known)) { DataType = CellValues.Number } : new Cell())));
}
