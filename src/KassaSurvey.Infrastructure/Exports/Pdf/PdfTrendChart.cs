using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Infrastructure.Exports.Pdf.Format;

namespace KassaSurvey.Infrastructure.Exports.Pdf;

/// <summary>The overall grade over the years. Years on several scales are drawn on 0-100, the line broken where the scale changed.</summary>
internal sealed class PdfTrendChart(PdfCanvas canvas, ReportWords words, YearlyReport report)
{
    private const double Height = 210;

    private readonly bool _isIndex = report.OverallTrend.Select(point => point.Scale).Distinct().Count() > 1;

    public void Draw()
    {
        if (report.OverallTrend.Length < 2)
        {
            return;
        }

        var alternative = words[ReportTexts.ChartTrend] + ": " + string.Join("; ", report.OverallTrend.Select(point => $"{point.Year} {Grade(point)}"));
        canvas.Figure(alternative, Height, DrawIn);
        canvas.Y += 12;
    }

    private string Grade(TrendPoint point) => words.Numbers.Number(point.Mean.Value, NumberText.DecimalsOf(point.Scale));

    private double Value(TrendPoint point) => _isIndex ? point.Index.Value : point.Mean.Value;

    private void DrawIn(PdfBox area)
    {
        var trend = report.OverallTrend;
        var (minimum, maximum) = _isIndex ? (0, 100) : (trend[0].Scale.Minimum, trend[0].Scale.Maximum);
        var axis = new PdfAxis(
            trend.SelectMany(point => (_isIndex ? point.Index : point.Mean).Interval() is var interval ? new[] { Value(point), interval.Lower, interval.Upper } : []),
            minimum, maximum);
        var plot = new PdfBox(area.Left + 30, area.Top + 22, area.Width - 46, Height - 50);
        canvas.Write(_isIndex ? words[ReportTexts.ColumnIndex] : words.Format(ReportTexts.ChartScale, NumberText.Scale(trend[0].Scale)),
            canvas.Face.Small, PdfFace.Soft, area.Left, area.Top + 8);
        foreach (var tick in axis.Ticks)
        {
            var y = plot.Bottom - (axis.Place(tick) * plot.Height);
            canvas.Pages.DrawLine(PdfFace.Rule, 0.5, plot.Left, y, plot.Right, y);
            var text = words.Numbers.Number(tick, axis.Decimals);
            canvas.Write(text, canvas.Face.Small, PdfFace.Soft, plot.Left - 6 - canvas.Face.Small.WidthOf(text), y + 2.6);
        }

        Lines(axis, plot);
        foreach (var point in trend)
        {
            Point(point, axis, plot);
        }
    }

    private double X(TrendPoint point, PdfBox plot)
    {
        var first = report.OverallTrend[0].Year.Value;
        var span = Math.Max(1, report.OverallTrend[^1].Year.Value - first);
        return plot.Left + 14 + ((plot.Width - 28) * (point.Year.Value - first) / span);
    }

    private double Y(double value, PdfAxis axis, PdfBox plot) => plot.Bottom - (axis.Place(value) * plot.Height);

    private void Lines(PdfAxis axis, PdfBox plot)
    {
        var trend = report.OverallTrend;
        for (var i = 1; i < trend.Length; i++)
        {
            if (trend[i].BreaksBefore)
            {
                var x = (X(trend[i - 1], plot) + X(trend[i], plot)) / 2;
                canvas.Pages.DrawLine(PdfFace.Soft, 0.8, x, plot.Top, x, plot.Bottom, isDashed: true);
                Centred(words.Format(ReportTexts.ChartScale, NumberText.Scale(trend[i].Scale)), x, plot.Top - 4, PdfFace.Soft);
            }
            else
            {
                canvas.Pages.DrawLine(PdfFace.Deep, 1.4, X(trend[i - 1], plot), Y(Value(trend[i - 1]), axis, plot), X(trend[i], plot), Y(Value(trend[i]), axis, plot));
            }
        }
    }

    private void Point(TrendPoint point, PdfAxis axis, PdfBox plot)
    {
        var x = X(point, plot);
        var y = Y(Value(point), axis, plot);
        var top = y;
        var interval = (_isIndex ? point.Index : point.Mean).Interval();
        if (double.IsFinite(interval.Lower))
        {
            top = Y(interval.Upper, axis, plot);
            canvas.Pages.DrawLine(PdfFace.Past, 1, x, Y(interval.Lower, axis, plot), x, top);
        }

        canvas.Pages.DrawMark(x, y, PdfFace.Deep, point.Source == TrendSource.Measured);
        Centred(Grade(point), x, top - 6, PdfFace.Ink);
        Centred(NumberText.Year(point.Year), x, plot.Bottom + 14, PdfFace.Soft);
    }

    private void Centred(string text, double x, double y, PdfColour colour) => canvas.Write(text, canvas.Face.Small, colour, x - (canvas.Face.Small.WidthOf(text) / 2), y);
}
