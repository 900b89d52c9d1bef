using System.Globalization;
using KassaSurvey.Domain.Analysis;

namespace KassaSurvey.Web.Components.Dashboards;

/// <summary>Where a trend's points and lines lie in a picture. The vertical axis is the index 0-100, zoomed to the points.</summary>
/// <param name="Lines">Points of each unbroken line, as SVG writes them.</param>
/// <param name="Points">Each year's place.</param>
/// <param name="Lowest">Index at the bottom edge.</param>
/// <param name="Highest">Index at the top edge.</param>
public sealed record TrendDrawing(IReadOnlyList<string> Lines, IReadOnlyList<TrendDrawing.Place> Points, double Lowest, double Highest)
{
    /// <summary>Places the points in a picture of the given size, margins left free on each side.</summary>
    public static TrendDrawing Of(IReadOnlyList<TrendPoint> points, double width, double height, double marginX, double marginY)
    {
        var bounds = points.SelectMany(point => point.Index is { StandardError: > 0 } index
            ? new[] { index.Interval().Lower, index.Interval().Upper }
            : [point.Index.Value]).ToList();
        var (lowest, highest) = (bounds.Min(), bounds.Max());
        var padding = Math.Max(1, (highest - lowest) * 0.1);
        (lowest, highest) = (Math.Max(0, lowest - padding), Math.Min(100, highest + padding));
        var (first, last) = (points[0].Year.Value, points[^1].Year.Value);
        var places = points.Select(point => new Place(
            point,
            X(point.Year.Value),
            Y(point.Index.Value),
            point.Index.StandardError > 0 ? Y(point.Index.Interval().Upper) : null,
            point.Index.StandardError > 0 ? Y(point.Index.Interval().Lower) : null)).ToList();
        return new(Join(places), places, lowest, highest);

        string X(int year) => Text(marginX + (last == first ? 0 : (width - (2 * marginX)) * (year - first) / (last - first)));
        string Y(double index) => Text(marginY + ((height - (2 * marginY)) * (highest - index) / (highest - lowest)));
    }

    private static List<string> Join(List<Place> places)
    {
        var lines = new List<string>();
        var current = new List<string>();
        foreach (var place in places)
        {
            if (place.Point.BreaksBefore && current.Count > 0)
            {
                lines.Add(string.Join(' ', current));
                current.Clear();
            }

            current.Add($"{place.X},{place.Y}");
        }

        lines.Add(string.Join(' ', current));
        return lines;
    }

    private static string Text(double coordinate) => coordinate.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A point's place; the ends of its interval are null when the precision is unknown.</summary>
    public sealed record Place(TrendPoint Point, string X, string Y, string? UpperY, string? LowerY);
}
