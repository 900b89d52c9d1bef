using System.Globalization;
using KassaSurvey.Domain.Analysis;

namespace KassaSurvey.Web.Components.Dashboards.Trends;

/// <summary>Where a trend's points, lines and bands lie in a picture. Heights are those of the index 0-100, whatever scale they are read on.</summary>
/// <param name="Lines">Points of each unbroken line, as SVG writes them.</param>
/// <param name="Bands">Outlines of the intervals along each unbroken line.</param>
/// <param name="Points">Each year's place.</param>
/// <param name="Ticks">Heights that are labelled, each with what it is called on the axis's scale.</param>
public sealed record TrendDrawing(
    IReadOnlyList<string> Lines, IReadOnlyList<string> Bands, IReadOnlyList<TrendDrawing.Place> Points, IReadOnlyList<TrendDrawing.Tick> Ticks)
{
    private const int MostTicks = 7;

    // What people count in: 1, 2 or 5 of each power of ten.
    private static readonly double[] Steps = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25, 50];

    /// <summary>Places the points in a picture of the given size, margins left free on each side.</summary>
    public static TrendDrawing Of(IReadOnlyList<TrendPoint> points, TrendAxis axis, double width, double height, double marginX, double marginY)
    {
        var (lowest, highest) = axis.IsWhole ? (0, 100) : Zoom(points);
        var (first, last) = (points[0].Year.Value, points[^1].Year.Value);
        var places = points.Select(point => new Place(
            point,
            X(point.Year.Value),
            Y(point.Index.Value),
            point.Index.StandardError > 0 ? Y(Math.Min(100, point.Index.Interval().Upper)) : null,
            point.Index.StandardError > 0 ? Y(Math.Max(0, point.Index.Interval().Lower)) : null)).ToList();
        var runs = Runs(places, (_, next) => next.Point.BreaksBefore).ToList();
        return new(
            [.. runs.Select(run => string.Join(' ', run.Select(place => $"{place.X},{place.Y}")))],
            [.. runs.SelectMany(run => Runs(run, (place, next) => place.UpperY is null || next.UpperY is null)).Where(run => run.Count > 1).Select(Band)],
            places,
            [.. TicksOf(axis, lowest, highest).Select(value => new Tick(Y((value - axis.Scale.Minimum) / axis.Scale.Width * 100), value))]);

        string X(int year) => Text(marginX + (last == first ? 0 : (width - (2 * marginX)) * (year - first) / (last - first)));
        string Y(double index) => Text(marginY + ((height - (2 * marginY)) * (highest - index) / (highest - lowest)));
    }

    private static (double Lowest, double Highest) Zoom(IReadOnlyList<TrendPoint> points)
    {
        var bounds = points.SelectMany(point => point.Index is { StandardError: > 0 } index
            ? new[] { index.Interval().Lower, index.Interval().Upper }
            : [point.Index.Value]).ToList();
        var (lowest, highest) = (bounds.Min(), bounds.Max());
        var padding = Math.Max(1, (highest - lowest) * 0.1);
        return (Math.Max(0, lowest - padding), Math.Min(100, highest + padding));
    }

    private static IEnumerable<double> TicksOf(TrendAxis axis, double lowest, double highest)
    {
        var (from, to) = (axis.OfIndex(lowest), axis.OfIndex(highest));
        var step = Steps.FirstOrDefault(candidate => (to - from) / candidate <= MostTicks, Steps[^1]);
        for (var count = Math.Ceiling(from / step - 1e-9); count * step <= to + 1e-9; count++)
        {
            yield return count * step;
        }
    }

    private static string Band(List<Place> run) =>
        string.Join(' ', run.Select(place => $"{place.X},{place.UpperY}").Concat(run.AsEnumerable().Reverse().Select(place => $"{place.X},{place.LowerY}")));

    private static IEnumerable<List<Place>> Runs(IReadOnlyList<Place> places, Func<Place, Place, bool> breaks)
    {
        var run = new List<Place>();
        foreach (var place in places)
        {
            if (run.Count > 0 && breaks(run[^1], place))
            {
                yield return run;
                run = [];
            }

            run.Add(place);
        }

        yield return run;
    }

    private static string Text(double coordinate) => coordinate.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A point's place; the ends of its interval are null when the precision is unknown.</summary>
    public sealed record Place(TrendPoint Point, string X, string Y, string? UpperY, string? LowerY);

    /// <summary>A labelled height.</summary>
    /// <param name="Y">Its place.</param>
    /// <param name="Value">What it stands for on the axis's scale.</param>
    public sealed record Tick(string Y, double Value);
}
