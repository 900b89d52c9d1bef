using System.Globalization;
using KassaSurvey.Domain.Analysis.Drivers;

namespace KassaSurvey.Web.Components.Dashboards.Priorities;

/// <summary>Where drivers, their intervals and the borders lie in a picture: importance to the right, performance upwards.</summary>
/// <param name="CutX">The border between less and more important.</param>
/// <param name="CutY">The border between below and above the mean performance.</param>
/// <param name="Places">Each driver's place, in the order given.</param>
public sealed record QuadrantDrawing(string CutX, string CutY, IReadOnlyList<QuadrantDrawing.Place> Places)
{
    /// <summary>The picture's width.</summary>
    public const int Width = 640;

    /// <summary>The picture's height.</summary>
    public const int Height = 420;

    /// <summary>What is left free on each side: for the words at the edges.</summary>
    public const int Margin = 44;

    /// <summary>Places the drivers of a model.</summary>
    public static QuadrantDrawing Of(DriverReading.Reported reading)
    {
        var (left, right) = Range(reading.Drivers.Select(driver => driver.Importance), reading.Model.ImportanceCut);
        var (low, high) = Range(reading.Drivers.Select(driver => driver.Performance), reading.Model.PerformanceCut);
        return new(
            X(reading.Model.ImportanceCut),
            Y(reading.Model.PerformanceCut),
            [
                .. reading.Drivers.Select(driver => new Place(
                    driver,
                    X(driver.Importance.Value), Y(driver.Performance.Value),
                    X(driver.Importance.Interval.Lower), X(driver.Importance.Interval.Upper),
                    Y(driver.Performance.Interval.Lower), Y(driver.Performance.Interval.Upper))),
            ]);

        string X(double importance) => Text(Margin + ((Width - (2 * Margin)) * (importance - left) / (right - left)));
        string Y(double performance) => Text(Margin + ((Height - (2 * Margin)) * (high - performance) / (high - low)));
    }

    private static (double Lowest, double Highest) Range(IEnumerable<DriverFigure> figures, double cut)
    {
        double[] ends = [.. figures.SelectMany(figure => new[] { figure.Interval.Lower, figure.Interval.Upper, figure.Value }), cut];
        var padding = Math.Max(1e-6, (ends.Max() - ends.Min()) * 0.08);
        return (ends.Min() - padding, ends.Max() + padding);
    }

    private static string Text(double coordinate) => coordinate.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A driver's place and the ends of its intervals.</summary>
    public sealed record Place(Driver Driver, string X, string Y, string Left, string Right, string Low, string High);
}
