using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Infrastructure.Exports.Pdf.Format;

namespace KassaSurvey.Infrastructure.Exports.Pdf;

/// <summary>A table over as many pages as it takes, its headings repeated. Rows never break across pages.</summary>
internal sealed class PdfTable
{
    private const double Padding = 4;
    private const double Leading = 10.5;

    private readonly PdfCanvas _canvas;
    private readonly ReportWords _words;
    private readonly ReportTable _table;
    private readonly double[] _widths;

    /// <param name="canvas">Where to draw.</param>
    /// <param name="words">The report's words.</param>
    /// <param name="table">What to draw.</param>
    /// <param name="shares">How the columns share the width.</param>
    public PdfTable(PdfCanvas canvas, ReportWords words, ReportTable table, params ReadOnlySpan<double> shares)
    {
        _canvas = canvas;
        _words = words;
        _table = table;
        var total = 0.0;
        foreach (var share in shares)
        {
            total += share;
        }

        _widths = new double[table.Columns.Length];
        for (var column = 0; column < _widths.Length; column++)
        {
            _widths[column] = shares[column] / total * PdfCanvas.Width;
        }
    }

    public void Draw()
    {
        List<string>[] headings =
        [
            .. _table.Columns.Select((column, place) => Wrap(column.Title, place, _canvas.Face.CellHeading)),
        ];
        _canvas.Need(HeightOf(headings) + 60);
        _canvas.Pages.Begin(PdfTag.Table);
        Row(headings, PdfTag.TableHeading, _canvas.Face.CellHeading);
        foreach (var row in _table.Rows)
        {
            List<string>[] cells = [.. row.Select((cell, place) => Wrap(Shown(cell), place, _canvas.Face.Cell))];
            if (_canvas.Need(HeightOf(cells)))
            {
                // Heard once, seen on every page.
                _canvas.Decoration(() => Cells(headings, null, _canvas.Face.CellHeading));
                Advance(headings);
            }

            Row(cells, PdfTag.TableCell, _canvas.Face.Cell);
        }

        _canvas.Pages.End();
        _canvas.Y += 10;
    }

    /// <summary>A hidden figure is a dash; the note beside the name says why.</summary>
    private string Shown(ReportCell cell) => cell is ReportCell.Hidden ? "–" : _words.Show(cell);

    private List<string> Wrap(string text, int column, PdfType font) =>
        TextWrapper.Wrap(text, font, _widths[column] - (2 * Padding));

    private static double HeightOf(List<string>[] cells) => (cells.Max(cell => cell.Count) * Leading) + (2 * Padding);

    private void Row(List<string>[] cells, PdfTag tag, PdfType font)
    {
        if (tag == PdfTag.TableHeading)
        {
            _canvas.Decoration(() => _canvas.Pages.FillBox(PdfFace.Tint, PdfCanvas.Left, _canvas.Y, PdfCanvas.Width, HeightOf(cells)));
        }

        _canvas.Pages.Begin(PdfTag.TableRow);
        Cells(cells, tag, font);
        _canvas.Pages.End();
        Advance(cells);
    }

    private void Advance(List<string>[] cells)
    {
        _canvas.Y += HeightOf(cells);
        _canvas.Decoration(() => _canvas.Pages.DrawLine(PdfFace.Rule, 0.5, PdfCanvas.Left, _canvas.Y, PdfCanvas.Left + PdfCanvas.Width, _canvas.Y));
    }

    private void Cells(List<string>[] cells, PdfTag? tag, PdfType font)
    {
        var x = PdfCanvas.Left;
        for (var column = 0; column < cells.Length; column++)
        {
            if (tag is { } known)
            {
                // Whoever hears a figure hears whose it is: the first cell of a row names it.
                _canvas.Pages.Begin(known == PdfTag.TableCell && column == 0 ? PdfTag.RowHeading : known);
            }

            Lines(cells[column], x, column, font);
            if (tag is not null)
            {
                _canvas.Pages.End();
            }

            x += _widths[column];
        }
    }

    private void Lines(List<string> lines, double x, int column, PdfType font)
    {
        var y = _canvas.Y + Padding + font.Size;
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            var indent = _table.Columns[column].IsText
                ? Padding
                : _widths[column] - Padding - font.WidthOf(line);
            _canvas.Write(line, font, PdfFace.Ink, x + indent, y);
            y += Leading;
        }
    }
}
