using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using KassaSurvey.Application.Features.Reports;

namespace KassaSurvey.Infrastructure.Exports.Excel;

/// <summary>A report as a workbook: About, Results, Areas, Trend, Charts, Values, Labels, Codebook. Numbers are numbers, unrounded, shown rounded.</summary>
public sealed class ExcelReportWriter : IReportWriter
{
    /// <summary>A sheet has 1,048,576 rows, one of them the heading; more answers go on to a further sheet.</summary>
    private const int MostRows = 1_048_575;

    /// <inheritdoc />
    public string Format => "xlsx";

    /// <inheritdoc />
    public string ContentType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <inheritdoc />
    public string FileExtension => ".xlsx";

    /// <inheritdoc />
    public async Task WriteAsync(YearlyReport report, Stream output, CancellationToken cancellationToken)
    {
        // A workbook is a zip whose parts are written in turn: it needs a file that seeks, and memory must not grow with the answers.
        await using var file = TemporaryFile.Create();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            Fill(document, report, cancellationToken);
        }

        file.Position = 0;
        await file.CopyToAsync(output, cancellationToken);
    }

    private static void Fill(SpreadsheetDocument document, YearlyReport report, CancellationToken cancellationToken)
    {
        var words = new ReportWords(report.Language);
        document.PackageProperties.Title = $"{report.Fund}: {report.Survey} {report.Year}";
        document.PackageProperties.Creator = report.Fund;
        document.PackageProperties.Language = report.Language;
        var workbook = document.AddWorkbookPart();
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = CellStyles.Sheet();
        var sheets = new Sheets();
        using (var about = Open("About", [34, 90], isFrozen: false))
        {
            About(about, report, words);
        }

        Table("Results", ReportTable.Stack("results", report.Questions.Title, report.Questions, report.Shares));
        Table("Areas", report.Areas);
        Table("Trend", report.Trend);
        Charts();
        if (report.Values is { } values)
        {
            var number = 1;
            foreach (var rows in values.Rows.Chunk(MostRows))
            {
                var name = number == 1 ? "Values" : $"Values {number}";
                number++;
                using var sheet = Open(name, [.. values.Columns.Select(column => Math.Max(9.0, column.Length + 2))], isFrozen: true);
                Values(sheet, values, rows, cancellationToken);
            }
        }

        Table("Labels", report.Labels);
        Table("Codebook", report.Codebook);
        workbook.Workbook = new Workbook(new BookViews(new WorkbookView()), sheets);

        SheetWriter Open(string name, IReadOnlyList<double> widths, bool isFrozen)
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            sheets.AppendChild(new Sheet { Name = name, SheetId = (uint)sheets.ChildElements.Count + 1, Id = workbook.GetIdOfPart(part) });
            return new(part, widths, isFrozen, words[ReportTexts.Hidden]);
        }

        void Charts()
        {
            if (ChartSheet.Of(report, words) is { Count: > 0 } charts)
            {
                using var sheet = Open(ChartSheet.Name, [44, 12, 12], isFrozen: false);
                ChartSheet.Write(sheet, charts);
                var part = (WorksheetPart)workbook.GetPartById(sheets.Elements<Sheet>().Last().Id!);
                var drawings = part.AddNewPart<DrawingsPart>();
                ChartSheet.Draw(drawings, charts);
                sheet.DrawingId = part.GetIdOfPart(drawings);
            }
        }

        void Table(string name, ReportTable table)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var flat = table.WithSplitIntervals();
            using var sheet = Open(name, Widths(flat), isFrozen: true);
            sheet.Texts(flat.Columns.Select(column => column.Title), CellStyles.Heading);
            foreach (var row in flat.Rows)
            {
                sheet.Cells(row);
            }
        }
    }

    private static void About(SheetWriter sheet, YearlyReport report, ReportWords words)
    {
        sheet.Texts([$"{report.Fund}: {words.Format(ReportTexts.ReportTitle, report.Year)}"], CellStyles.Title);
        sheet.Texts([], CellStyles.WrappedText);
        foreach (var fact in report.About)
        {
            sheet.Cells([ReportCell.Of(fact.Label), fact.Value]);
        }

        sheet.Texts([], CellStyles.WrappedText);
        foreach (var (title, paragraphs) in new[]
        {
            (words[ReportTexts.SummaryTitle], report.Narrative.Sentences.Select(sentence => sentence.Text)),
            (words[ReportTexts.MethodTitle], report.Method),
        })
        {
            var label = title;
            foreach (var paragraph in paragraphs)
            {
                sheet.Cells([ReportCell.Of(label), ReportCell.Of(paragraph)]);
                label = "";
            }
        }
    }

    private static void Values(SheetWriter sheet, ResponseValues values, int[] rows, CancellationToken cancellationToken)
    {
        sheet.Texts(values.Columns, CellStyles.Heading);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sheet.StartRow();
            for (var column = 0; column < values.Columns.Length; column++)
            {
                var value = values.Read(row, column);
                if (value.Equals(ResponseValues.CantSay))
                {
                    sheet.Text(".", column, 0);
                }
                else if (!ResponseValues.IsMissing(value))
                {
                    sheet.Number(value, column, 0);
                }
            }

            sheet.EndRow();
        }
    }

    private static double[] Widths(ReportTable table) =>
    [
        .. table.Columns.Select((column, place) => column.IsText
            ? Math.Clamp(table.Rows.Max(row => row[place] is ReportCell.Text text ? (double?)text.Value.Length : null) + 2 ?? 10, 10, 60)
            : Math.Clamp(column.Title.Length + 2, 10, 18)),
    ];
}
