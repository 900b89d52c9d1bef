namespace KassaSurvey.Infrastructure.Exports.Pdf;

/// <summary>A numeric axis with round ticks that holds all the values.</summary>
internal sealed class PdfAxis
{
    private readonly double _from;
    private readonly double _to;

    /// <param name="values">What must fit; NaN is left out.</param>
    /// <param name="minimum">The lowest the axis may go.</param>
    /// <param name="maximum">The highest the axis may go.</param>
    public PdfAxis(IEnumerable<double> values, double minimum, double maximum)
    {
        double[] known = [.. values.Where(double.IsFinite)];
        var (low, high) = known.Length == 0 ? (minimum, maximum) : (known.Min(), known.Max());
        Step = StepOf(Math.Max(high - low, (maximum - minimum) / 10));
        _from = Math.Max(minimum, Math.Floor((low - (0.2 * Step)) / Step) * Step);
        _to = Math.Min(maximum, Math.Ceiling((high + (0.2 * Step)) / Step) * Step);
    }

    /// <summary>Distance between ticks.</summary>
    public double Step { get; }

    /// <summary>Decimals that the ticks need.</summary>
    public int Decimals => Step < 1 ? 1 : 0;

    public IEnumerable<double> Ticks
    {
        get
        {
            for (var tick = Math.Ceiling(_from / Step) * Step; tick <= _to + (Step / 1000); tick += Step)
            {
                yield return tick;
            }
        }
    }

    /// <summary>Where a value lies: 0 at the low end, 1 at the high end.</summary>
    public double Place(double value) => Math.Clamp((value - _from) / (_to - _from), 0, 1);

    private static double StepOf(double range)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(range)));
        double[] steps = [0.1, 0.2, 0.5, 1, 2, 5];
        return steps.Select(step => step * power).First(step => range / step <= 7);
    }
}
