using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Surveys;
using static KassaSurvey.Infrastructure.Exports.Office.OfficeXml;

namespace KassaSurvey.Infrastructure.Exports.Office;

/// <summary>The charts of a report. A figure that is hidden has no mark.</summary>
internal sealed class ReportCharts(YearlyReport report, ReportWords words)
{
    /// <summary>The overall grade year by year; null with fewer than two years. Years on different scales meet on 0-100.</summary>
    public OfficeChart? Trend()
    {
        var points = report.OverallTrend;
        if (points.Length < 2)
        {
            return null;
        }

        var isOneScale = points.All(point => point.Scale == points[0].Scale);
        var scale = isOneScale ? points[0].Scale : AnswerScale.Index;
        double?[] values = [.. points.Select(point => Known((isOneScale ? point.Mean : point.Index).Value))];
        return new(
            report.Trend.Title, OfficeChartKind.Line,
            words[ReportTexts.ChartTrend] + ": " + string.Join("; ", points.Select((point, i) => $"{point.Year} {Shown(values[i], scale)}")),
            [.. points.Select(point => point.Year.ToString())],
            [new(words[ReportTexts.ColumnMean], values, Deep)],
            NumberText.DecimalsOf(scale), NumberStyle.Plain, scale.Minimum, scale.Maximum);
    }

    /// <summary>The areas, this year and the compared year; null without areas.</summary>
    public OfficeChart? Areas()
    {
        var dots = report.AreaDots;
        return dots.Rows.IsEmpty ? null : new(
            dots.Scale == AnswerScale.Index ? $"{report.Areas.Title} (0–100)" : report.Areas.Title, OfficeChartKind.Bars,
            words[ReportTexts.ChartDots] + ": " + string.Join("; ", dots.Rows.Select(row => $"{row.Name} {Shown(row.Current?.Value, dots.Scale)}")),
            [.. dots.Rows.Select(row => row.Name)],
            Years([.. dots.Rows.Select(row => row.Current?.Value)], [.. dots.Rows.Select(row => row.Compared?.Value)]),
            NumberText.DecimalsOf(dots.Scale), NumberStyle.Plain, dots.Scale.Minimum, dots.Scale.Maximum);
    }

    /// <summary>The overall grade by group; null without one.</summary>
    public OfficeChart? Groups(ReportSegment segment)
    {
        var dots = segment.Dots;
        return dots.Rows.IsEmpty ? null : new(
            segment.Title, OfficeChartKind.Bars,
            words[ReportTexts.ChartGroups] + ": " + string.Join("; ", dots.Rows.Select(row => $"{row.Name} {Shown(row.Current?.Value, dots.Scale)}")),
            [.. dots.Rows.Select(row => row.Name)],
            [new($"{report.Year}", [.. dots.Rows.Select(row => row.Current?.Value)], Deep)],
            NumberText.DecimalsOf(dots.Scale), NumberStyle.Plain, dots.Scale.Minimum, dots.Scale.Maximum);
    }

    /// <summary>The shares of one question.</summary>
    public OfficeChart Shares(ReportBars question)
    {
        var most = question.Bars.Max(bar => Math.Max(bar.Share, bar.Compared ?? 0));
        return new(
            question.Title, OfficeChartKind.Bars,
            words.Format(ReportTexts.ChartBars, question.Title) + " " + string.Join("; ", question.Bars.Select(bar => $"{bar.Label} {words.Numbers.Percent(bar.Share)}")),
            [.. question.Bars.Select(bar => bar.Label)],
            Years([.. question.Bars.Select(bar => (double?)bar.Share)], [.. question.Bars.Select(bar => bar.Compared)]),
            Decimals.Percent, NumberStyle.Percent, 0, Math.Min(1, Math.Ceiling((most + 0.05) * 10) / 10));
    }

    private List<OfficeSeries> Years(IReadOnlyList<double?> current, IReadOnlyList<double?> compared) =>
        report.ComparedYear is { } year && compared.Any(value => value is not null)
            ? [new($"{report.Year}", current, Deep), new($"{year}", compared, Past)]
            : [new($"{report.Year}", current, Deep)];

    private string Shown(double? value, AnswerScale scale) =>
        value is { } known ? words.Numbers.Number(known, NumberText.DecimalsOf(scale)) : words[ReportTexts.Hidden];

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}
