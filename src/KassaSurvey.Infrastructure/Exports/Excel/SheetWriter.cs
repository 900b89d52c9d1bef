using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using KassaSurvey.Application.Features.Reports;

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
        new Cell(new InlineString(new Text(Printable(text)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = Reference(column), StyleIndex = style, DataType = CellValues.InlineString,
        });

    public void Dispose()
    {
        _writer.WriteEndElement();
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

    /// <summary>Characters that XML cannot carry are dropped: a control character in a label must not spoil the file.</summary>
    private static string Printable(string text) =>
        text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where(XmlConvert.IsXmlChar));

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
