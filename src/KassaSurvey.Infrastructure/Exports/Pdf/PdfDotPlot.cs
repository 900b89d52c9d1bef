using System.Globalization;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Infrastructure.Exports.Pdf.Format;

namespace KassaSurvey.Infrastructure.Exports.Pdf;

/// <summary>Means as dots with their intervals: this year filled, the compared year hollow below it.</summary>
internal sealed class PdfDotPlot(PdfCanvas canvas, ReportWords words, YearlyReport report, ReportDots dots, string subject)
{
    private const double RowHeight = 24;
    private const double LabelWidth = 150;
    private const double ValueWidth = 44;
    private const double HeadHeight = 24;

    public void Draw()
    {
        var rows = dots.Rows;
        if (rows.IsEmpty)
        {
            return;
        }

        canvas.Figure(Alternative(), HeadHeight + (rows.Length * RowHeight) + 24, DrawIn);
        canvas.Y += 10;
    }

    private string Alternative() => subject + ": " + string.Join("; ", dots.Rows.Select(row =>
        row.Name + " " + (row.Current is { } dot ? words.Numbers.Number(dot.Value, Decimals) : words[ReportTexts.Hidden])));

    private int Decimals => Application.Formatting.NumberText.DecimalsOf(dots.Scale);

    private void DrawIn(PdfBox area)
    {
        var axis = new PdfAxis(
            dots.Rows.SelectMany(row => new[] { row.Current, row.Compared }).OfType<ReportDot>().SelectMany(dot => new[] { dot.Value, dot.Lower, dot.Upper }),
            dots.Scale.Minimum, dots.Scale.Maximum);
        var left = area.Left + LabelWidth;
        var width = area.Width - LabelWidth - ValueWidth;
        var top = area.Top + HeadHeight;
        var bottom = top + (dots.Rows.Length * RowHeight);
        Legend(area);
        foreach (var tick in axis.Ticks)
        {
            var x = left + (axis.Place(tick) * width);
            canvas.Pages.DrawLine(PdfFace.Rule, 0.5, x, top, x, bottom);
            var text = words.Numbers.Number(tick, axis.Decimals);
            canvas.Write(text, canvas.Face.Small, PdfFace.Soft, x - (canvas.Face.Small.WidthOf(text) / 2), bottom + 12);
        }

        var y = top;
        foreach (var row in dots.Rows)
        {
            Row(row, axis, left, width, y, area.Right);
            y += RowHeight;
        }
    }

    private void Row(ReportDotRow row, PdfAxis axis, double left, double width, double y, double right)
    {
        var lines = TextWrapper.Wrap(row.Name, canvas.Face.Cell, LabelWidth - 12);
        var textY = y + (RowHeight / 2) + 3 - ((lines.Count - 1) * 4.5);
        foreach (var line in lines)
        {
            canvas.Write(line, canvas.Face.Cell, PdfFace.Ink, left - LabelWidth, textY);
            textY += 9;
        }

        if (row.Compared is { } before)
        {
            Dot(before, axis, left, width, y + (RowHeight / 2) + 4.5, PdfFace.Past, isFilled: false);
        }

        if (row.Current is { } now)
        {
            Dot(now, axis, left, width, y + (RowHeight / 2) - 2.5, PdfFace.Deep, isFilled: true);
        }

        var value = row.Current is { } shown ? words.Numbers.Number(shown.Value, Decimals) : "–";
        canvas.Write(value, canvas.Face.CellHeading, PdfFace.Deep,
            right - canvas.Face.CellHeading.WidthOf(value), y + (RowHeight / 2) + 3);
    }

    private void Dot(ReportDot dot, PdfAxis axis, double left, double width, double y, PdfColour colour, bool isFilled)
    {
        var x = left + (axis.Place(dot.Value) * width);
        if (double.IsFinite(dot.Lower))
        {
            canvas.Pages.DrawLine(colour, isFilled ? 1.4 : 1, left + (axis.Place(dot.Lower) * width), y, left + (axis.Place(dot.Upper) * width), y);
        }

        canvas.Pages.DrawMark(x, y, colour, isFilled);
    }

    private void Legend(PdfBox area)
    {
        var x = area.Left + LabelWidth;
        var compared = dots.Rows.Any(row => row.Compared is not null) ? report.ComparedYear : null;
        foreach (var (year, isFilled) in new (ReportingYear? Year, bool IsFilled)[] { (report.Year, true), (compared, false) })
        {
            if (year is not null)
            {
                var colour = isFilled ? PdfFace.Deep : PdfFace.Past;
                canvas.Pages.DrawMark(x + 3, area.Top + 6, colour, isFilled);
                canvas.Write(year.Value.Value.ToString(CultureInfo.InvariantCulture), canvas.Face.Small, PdfFace.Soft, x + 10, area.Top + 8.5);
                x += 48;
            }
        }

        var scale = dots.Scale == AnswerScale.Index
            ? words[ReportTexts.ColumnIndex]
            : words.Format(ReportTexts.ChartScale, Application.Formatting.NumberText.Scale(dots.Scale));
        canvas.Write(scale, canvas.Face.Small, PdfFace.Soft, x + 4, area.Top + 8.5);
    }
}
