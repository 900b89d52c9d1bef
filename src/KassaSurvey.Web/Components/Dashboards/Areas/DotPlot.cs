using System.Globalization;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Web.Components.Dashboards.Areas;

/// <summary>Areas as dots with their intervals, this year's and the compared one's, on one axis. Places are in percent of the width.</summary>
/// <param name="Rows">Areas that have a figure, in the survey's order.</param>
/// <param name="Ticks">Labelled places.</param>
/// <param name="Scale">The scale the axis is read on.</param>
public sealed record DotPlot(IReadOnlyList<DotPlot.Row> Rows, IReadOnlyList<DotPlot.Tick> Ticks, AnswerScale Scale)
{
    private const int MostTicks = 5;

    private static readonly double[] Steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20];

    /// <summary>The plot of a year's areas; null when no area has a figure to show.</summary>
    public static DotPlot? Of(WaveResults results, string language)
    {
        var shown = results.Areas.Where(area => area.Current.Value?.Index is not null).ToList();
        if (shown.Count == 0)
        {
            return null;
        }

        // Areas asked on another scale stand where their index puts them; without a common scale the axis is the index itself.
        var scales = shown.Where(area => !area.Area.IsOutcome).Select(area => area.Current.Value!.Scale).Distinct().ToList();
        var scale = scales is [{ } only] ? only : AnswerScale.Index;
        var bounds = shown.SelectMany(area => Bounds(area.Current).Concat(Bounds(area.Compared))).ToList();
        var padding = Math.Max(1, (bounds.Max() - bounds.Min()) * 0.06);
        var (lowest, highest) = (Math.Max(0, bounds.Min() - padding), Math.Min(100, bounds.Max() + padding));
        return new(
            [
                .. shown.Select(area => new Row(
                    area.Area.Name.In(language), Mark(area.Current)!, Mark(area.Compared), area.Change)),
            ],
            [.. TicksOf(scale, lowest, highest).Select(value => new Tick(Place(scale.ToIndex(value)), value))],
            scale);

        Dot? Mark(Reading? reading) => reading?.Value is { Index: { } index } value
            ? new(Place(index.Value), index.StandardError > 0 ? Place(index.Interval().Lower) : null, index.StandardError > 0 ? Place(index.Interval().Upper) : null, value)
            : null;

        string Place(double index) =>
            (Math.Clamp((index - lowest) / (highest - lowest), 0, 1) * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
    }

    private static IEnumerable<double> Bounds(Reading? reading) => reading?.Value?.Index is not { } index ? []
        : index.StandardError > 0 ? [index.Interval().Lower, index.Interval().Upper]
        : [index.Value];

    private static IEnumerable<double> TicksOf(AnswerScale scale, double lowest, double highest)
    {
        var (from, to) = (scale.Minimum + (lowest / 100 * scale.Width), scale.Minimum + (highest / 100 * scale.Width));
        var step = Steps.FirstOrDefault(candidate => (to - from) / candidate <= MostTicks, Steps[^1]);
        for (var count = Math.Ceiling(from / step); count * step <= to; count++)
        {
            yield return count * step;
        }
    }

    /// <summary>One area.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Current">This year.</param>
    /// <param name="Compared">The compared year, or null.</param>
    /// <param name="Change">The change, or null.</param>
    public sealed record Row(string Name, Dot Current, Dot? Compared, Change? Change);

    /// <summary>A figure's place and those of its interval's ends, which are null when the precision is unknown.</summary>
    public sealed record Dot(string X, string? Lower, string? Upper, Measurement Figure);

    /// <summary>A labelled place.</summary>
    public sealed record Tick(string X, double Value);
}
