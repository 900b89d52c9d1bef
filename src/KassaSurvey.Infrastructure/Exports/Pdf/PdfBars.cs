using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Infrastructure.Exports.Pdf.Format;

namespace KassaSurvey.Infrastructure.Exports.Pdf;

/// <summary>Shares of a choice question as bars, the compared year as a tick on each.</summary>
internal sealed class PdfBars(PdfCanvas canvas, ReportWords words, ReportingYear? comparedYear)
{
    private const double RowHeight = 19;
    private const double LabelWidth = 170;
    private const double ValueWidth = 52;
    private const double LegendHeight = 14;

    public void Draw(ReportBars question)
    {
        var height = LegendHeight + (question.Bars.Length * RowHeight) + 6;
        // The chart and the first rows of its table belong together.
        canvas.Need(height + 120);
        canvas.Subheading(question.Title);
        if (question.Bars.IsEmpty)
        {
            canvas.Text(
                PdfTag.Paragraph, words[ReportTexts.NoteTooFew], canvas.Face.Cell, PdfFace.Soft, 1.5);
        }
        else
        {
            canvas.Y += 3;
            canvas.Figure(Alternative(question), height, area => DrawIn(area, question));
        }

        canvas.Y += 12;
    }

    private string Alternative(ReportBars question) => words.Format(ReportTexts.ChartBars, question.Title) + " "
        + string.Join("; ", question.Bars.Select(bar => $"{bar.Label} {words.Numbers.Percent(bar.Share, Decimals.Percent)}"));

    private void DrawIn(PdfBox area, ReportBars question)
    {
        var width = area.Width - LabelWidth - ValueWidth;
        var left = area.Left + LabelWidth;
        Legend(question, left, area.Top);
        var y = area.Top + LegendHeight;
        foreach (var bar in question.Bars)
        {
            Label(bar.Label, area.Left, y);
            canvas.Pages.FillBox(PdfFace.Tint, left, y + 4, width, RowHeight - 8);
            canvas.Pages.FillBox(PdfFace.Deep, left, y + 4, width * Math.Clamp(bar.Share, 0, 1), RowHeight - 8);
            if (bar.Compared is { } before && double.IsFinite(before))
            {
                Tick(left + (width * Math.Clamp(before, 0, 1)), y + 2, RowHeight - 4);
            }

            var value = words.Numbers.Percent(bar.Share, Decimals.Percent);
            canvas.Write(value, canvas.Face.CellHeading, PdfFace.Ink,
                area.Right - canvas.Face.CellHeading.WidthOf(value), y + 12.5);
            y += RowHeight;
        }
    }

    private void Legend(ReportBars question, double left, double y)
    {
        if (comparedYear is { } year && question.Bars.Any(bar => bar.Compared is not null))
        {
            Tick(left + 1, y + 1, 9);
            canvas.Write(NumberText.Year(year), canvas.Face.Small, PdfFace.Soft, left + 7, y + 8.5);
        }
    }

    /// <summary>The compared year on a bar: light around dark, so that it is seen on the bar and beside it.</summary>
    private void Tick(double x, double y, double height)
    {
        canvas.Pages.DrawLine(PdfFace.White, 3, x, y, x, y + height);
        canvas.Pages.DrawLine(PdfFace.Soft, 1.4, x, y, x, y + height);
    }

    private void Label(string label, double x, double y)
    {
        var lines = TextWrapper.Wrap(label, canvas.Face.Cell, LabelWidth - 10);
        var font = lines.Count > 1 ? canvas.Face.Small : canvas.Face.Cell;
        // Two lines fit a row; a longer label is whole in the table below.
        var shown = lines.Count > 2 ? [lines[0], lines[1] + " …"] : lines;
        var textY = y + 12.5 - ((shown.Count - 1) * 4.2);
        foreach (var line in shown)
        {
            canvas.Write(line, font, PdfFace.Ink, x, textY);
            textY += 8.4;
        }
    }
}
