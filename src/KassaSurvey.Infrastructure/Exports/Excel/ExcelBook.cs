using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using KassaSurvey.Application.Features.Reports;

namespace KassaSurvey.Infrastructure.Exports.Excel;

/// <summary>
/// A workbook that is filled sheet by sheet. Sheets of answers can be longer than memory should hold, and the library keeps every part in
/// memory: it gets an empty sheet in their place, and their rows are written into the zip when it is copied to where it goes.
/// </summary>
internal sealed class ExcelBook : IDisposable
{
    /// <summary>A sheet has 1,048,576 rows, one of them the heading; more answers go on to a further sheet.</summary>
    private const int MostRows = 1_048_575;

    private readonly SpreadsheetDocument _document;
    private readonly WorkbookPart _workbook;
    private readonly Sheets _sheets = new();
    private readonly Dictionary<string, AnswerSheet> _answers = new(StringComparer.Ordinal);
    private readonly ReportWords _words;

    private ExcelBook(Stream file, ReportWords words, string title, string creator)
    {
        _words = words;
        _document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        _document.PackageProperties.Title = title;
        _document.PackageProperties.Creator = creator;
        _document.PackageProperties.Language = words.Language;
        _workbook = _document.AddWorkbookPart();
        _workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = CellStyles.Sheet();
    }

    /// <summary>Writes a workbook.</summary>
    /// <param name="output">Takes it; need not seek, and stays open.</param>
    /// <param name="words">The words of its language.</param>
    /// <param name="title">Its title.</param>
    /// <param name="creator">Who made it.</param>
    /// <param name="fill">Fills it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task WriteAsync(
        Stream output, ReportWords words, string title, string creator, Action<ExcelBook> fill, CancellationToken cancellationToken)
    {
        await using var file = TemporaryFile.Create();
        Dictionary<string, AnswerSheet> answers;
        using (var book = new ExcelBook(file, words, title, creator))
        {
            fill(book);
            book._workbook.Workbook = new Workbook(new BookViews(new WorkbookView()), book._sheets);
            answers = book._answers;
        }

        file.Position = 0;
        if (answers.Count == 0)
        {
            await file.CopyToAsync(output, cancellationToken);
            return;
        }

        await using var from = await ZipArchive.CreateAsync(file, ZipArchiveMode.Read, leaveOpen: true, null, cancellationToken);
        await using var to = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, null, cancellationToken);
        foreach (var part in from.Entries)
        {
            await using var stream = await to.CreateEntry(part.FullName, CompressionLevel.Fastest).OpenAsync(cancellationToken);
            if (answers.TryGetValue(part.FullName, out var sheet))
            {
                await sheet.WriteAsync(stream, cancellationToken);
            }
            else
            {
                await using var content = await part.OpenAsync(cancellationToken);
                await content.CopyToAsync(stream, cancellationToken);
            }
        }
    }

    /// <summary>Begins a sheet.</summary>
    public SheetWriter Open(string name, IReadOnlyList<double> widths, bool isFrozen) => new(AddSheet(name), widths, isFrozen, _words[ReportTexts.Hidden]);

    /// <summary>The sheet that says what the file is.</summary>
    /// <param name="title">Its first line.</param>
    /// <param name="facts">What frames the data.</param>
    /// <param name="tell">Writes what comes below; null = nothing.</param>
    public void About(string title, IEnumerable<ReportFact> facts, Action<SheetWriter>? tell = null)
    {
        using var sheet = Open("About", [34, 90], isFrozen: false);
        sheet.Texts([title], CellStyles.Title);
        sheet.Texts([], CellStyles.WrappedText);
        foreach (var fact in facts)
        {
            sheet.Cells([ReportCell.Of(fact.Label), fact.Value]);
        }

        tell?.Invoke(sheet);
    }

    /// <summary>A sheet of a table.</summary>
    public void Table(string name, ReportTable table)
    {
        var flat = table.WithSplitIntervals();
        using var sheet = Open(name, Widths(flat), isFrozen: true);
        sheet.Texts(flat.Columns.Select(column => column.Title), CellStyles.Heading);
        foreach (var row in flat.Rows)
        {
            sheet.Cells(row);
        }
    }

    /// <summary>The sheet of a report's charts; none when there is nothing to draw.</summary>
    public void Charts(YearlyReport report)
    {
        if (ChartSheet.Of(report, _words) is not { Count: > 0 } charts)
        {
            return;
        }

        var part = AddSheet(ChartSheet.Name);
        using var sheet = new SheetWriter(part, [44, 12, 12], isFrozen: false, _words[ReportTexts.Hidden]);
        ChartSheet.Write(sheet, charts);
        var drawings = part.AddNewPart<DrawingsPart>();
        ChartSheet.Draw(drawings, charts);
        sheet.DrawingId = part.GetIdOfPart(drawings);
    }

    /// <summary>The sheets of answers.</summary>
    public void Answers(AnswerSet answers)
    {
        var columns = AnswerSheet.ColumnsOf(answers);
        _workbook.AddNewPart<SharedStringTablePart>().SharedStringTable = AnswerSheet.SharedTexts(columns);
        for (var (first, number) = (0, 1); first == 0 || first < answers.Values.RowCount; (first, number) = (first + MostRows, number + 1))
        {
            var part = AddSheet(number == 1 ? "Values" : $"Values {number}");
            part.Worksheet = new Worksheet(new SheetData());
            _answers.Add(part.Uri.OriginalString.TrimStart('/'), new(answers, columns, first, MostRows));
        }
    }

    public void Dispose() => _document.Dispose();

    private WorksheetPart AddSheet(string name)
    {
        var part = _workbook.AddNewPart<WorksheetPart>();
        _sheets.AppendChild(new Sheet { Name = name, SheetId = (uint)_sheets.ChildElements.Count + 1, Id = _workbook.GetIdOfPart(part) });
        return part;
    }

    private static double[] Widths(ReportTable table) =>
    [
        .. table.Columns.Select((column, place) => column.IsText
            ? Math.Clamp(table.Rows.Max(row => row[place] is ReportCell.Text text ? (double?)text.Value.Length : null) + 2 ?? 10, 10, 60)
            : Math.Clamp(column.Title.Length + 2, 10, 18)),
    ];
}
