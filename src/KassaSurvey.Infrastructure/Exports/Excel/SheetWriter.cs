using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Infrastructure.Exports.Office;

namespace KassaSurvey.Infrastructure.Exports.Excel;

/// <summary>
/// Writes one sheet row by row, so that its length does not matter to memory. Texts are inline strings: nothing in them is ever a formula.
/// </summary>
internal sealed class SheetWriter : IDisposable
{
    private readonly OpenXmlWriter _writer;
    private readonly string _hiddenWord;
    private uint _row;

    public SheetWriter(WorksheetPart part, IReadOnlyList<double> widths, bool isFrozen, string hiddenWord)
    {
        _hiddenWord = hiddenWord;
        _writer = OpenXmlWriter.Create(part);
        _writer.WriteStartElement(new Worksheet());
        _writer.WriteElement(new SheetViews(View(isFrozen)));
        _writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = 15 });
        _writer.WriteElement(new Columns(widths.Select((width, i) =>
            new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })));
        _writer.WriteStartElement(new SheetData());
    }

    public void Texts(IEnumerable<string> texts, uint style)
    {
        StartRow();
        var column = 0;
        foreach (var text in texts)
        {
            Text(text, column++, style);
        }

        _writer.WriteEndElement();
    }

    public void Cells(IEnumerable<ReportCell> cells)
    {
        StartRow();
        var column = 0;
        foreach (var cell in cells)
        {
            Cell(cell, column++);
        }

        _writer.WriteEndElement();
    }

    public void StartRow() => _writer.WriteStartElement(new Row { RowIndex = ++_row });

    public void EndRow() => _writer.WriteEndElement();

    public void Cell(ReportCell cell, int column)
    {
        switch (cell)
        {
            case ReportCell.Number number:
                Number(number.Value, column, CellStyles.Of(number));
                break;
            case ReportCell.Text text:
                Text(text.Value, column, CellStyles.WrappedText);
                break;
            case ReportCell.Hidden:
                Text(_hiddenWord, column, CellStyles.Muted);
                break;
        }
    }

    public void Number(double value, int column, uint style) => _writer.WriteElement(
        new Cell(new CellValue(value.ToString("R", CultureInfo.InvariantCulture))) { CellReference = Reference(column), StyleIndex = style });

    public void Text(string text, int column, uint style) => _writer.WriteElement(
        new Cell(new InlineString(new Text(OfficeXml.Printable(text)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = Reference(column), StyleIndex = style, DataType = CellValues.InlineString,
        });

    /// <summary>What is drawn over the sheet; set before the end.</summary>
    public string? DrawingId { get; set; }

    public void Dispose()
    {
        _writer.WriteEndElement();
        if (DrawingId is { } drawing)
        {
            _writer.WriteElement(new Drawing { Id = drawing });
        }

        _writer.WriteEndElement();
        _writer.Dispose();
    }

    private static SheetView View(bool isFrozen)
    {
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = isFrozen };
        if (isFrozen)
        {
            view.AppendChild(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen });
        }

        return view;
    }

    private string Reference(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{letters}{_row}");
    }
}
