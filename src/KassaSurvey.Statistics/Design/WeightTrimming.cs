using KassaSurvey.Statistics.Descriptive;

namespace KassaSurvey.Statistics.Design;

/// <summary>
/// Extreme weights brought back to bounds, their surplus shared by the others. R: <c>trimWeights(strict = TRUE)</c>.
/// Formulas: docs/statistics/weight-trimming.md.
/// </summary>
public static class WeightTrimming
{
    /// <summary>The default upper bound is the mean weight times this, the lower bound the mean divided by it.</summary>
    public const double DefaultFactor = 5;

    // A share handed out may land a rounding error beyond the bound.
    private const double Slack = 1e-12;

    /// <summary>Trims to the default bounds around the mean weight.</summary>
    /// <param name="weights">One weight per respondent; empty in, empty out; all 0 stays all 0.</param>
    /// <exception cref="ArgumentException">A weight is negative or not finite.</exception>
    public static double[] Strict(ReadOnlySpan<double> weights)
    {
        var mean = Mean(weights);
        return mean > 0 ? Strict(weights, mean / DefaultFactor, mean * DefaultFactor) : weights.ToArray();
    }

    /// <summary>
    /// Trims to the bounds: weights outside are set to the bound, what they lose (or gain) is added in equal shares to
    /// those not trimmed so far, and again until none is outside. The sum does not change.
    /// </summary>
    /// <param name="weights">One weight per respondent; empty in, empty out.</param>
    /// <param name="lower">Smallest weight allowed.</param>
    /// <param name="upper">Largest weight allowed.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean weight is outside the bounds: no weights inside them have that sum.</exception>
    public static double[] Strict(ReadOnlySpan<double> weights, double lower, double upper)
    {
        var mean = Mean(weights);
        if (weights.Length > 0 && !(mean >= lower && mean <= upper))
        {
            throw new ArgumentOutOfRangeException(nameof(upper), upper, $"The mean weight {mean} is not between {lower} and the upper bound.");
        }

        var trimmed = weights.ToArray();
        var isTrimmed = new bool[trimmed.Length];
        while (true)
        {
            var surplus = 0.0;
            var free = 0;
            for (var i = 0; i < trimmed.Length; i++)
            {
                var bounded = Math.Clamp(trimmed[i], lower, upper);
                if (Math.Abs(bounded - trimmed[i]) > Slack * Math.Abs(bounded))
                {
                    isTrimmed[i] = true;
                }

                surplus += trimmed[i] - bounded;
                trimmed[i] = bounded;
                free += isTrimmed[i] ? 0 : 1;
            }

            if (free == 0 || Math.Abs(surplus) <= Slack * Math.Max(1, Math.Abs(mean)))
            {
                return free == 0 ? Settled(trimmed, surplus, lower, upper) : trimmed;
            }

            for (var i = 0; i < trimmed.Length; i++)
            {
                trimmed[i] += isTrimmed[i] ? 0 : surplus / free;
            }
        }
    }

    // Everyone has been trimmed and something is left over: the room towards the bound it has to move to takes it up in
    // proportion. R leaves the sum wrong here; with bounds around the mean this is possible only in tiny samples.
    private static double[] Settled(double[] trimmed, double surplus, double lower, double upper)
    {
        var room = 0.0;
        foreach (var weight in trimmed)
        {
            room += surplus > 0 ? upper - weight : weight - lower;
        }

        for (var i = 0; i < trimmed.Length && room > 0; i++)
        {
            trimmed[i] += surplus * (surplus > 0 ? upper - trimmed[i] : trimmed[i] - lower) / room;
        }

        return trimmed;
    }

    private static double Mean(ReadOnlySpan<double> weights)
    {
        WeightRules.Require(weights, nameof(weights));
        var sum = 0.0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        return weights.Length > 0 ? sum / weights.Length : double.NaN;
    }
}
