namespace KassaSurvey.Statistics.Inference;

/// <summary>Is the latest wave the best ever? Formulas: docs/statistics/record.md.</summary>
public static class RecordTest
{
    /// <summary>Beyond so many standard errors a normal has less than a double can add to 1.</summary>
    private const double Tail = 8.5;

    private const int FewestSteps = 128;
    private const int MostSteps = 8192;

    /// <summary>Compares the latest wave with all others.</summary>
    /// <param name="means">One mean per wave; NaN = not comparable, left out.</param>
    /// <param name="variances">Sampling variance of each mean; NaN = unknown.</param>
    /// <param name="latestIndex">Which wave is the latest.</param>
    /// <remarks>Normal tests of independent waves: waves have hundreds of answers.</remarks>
    /// <returns>Everything undefined when the latest mean is NaN.</returns>
    /// <exception cref="ArgumentException">The lengths differ or the index is outside.</exception>
    public static RecordResult Of(ReadOnlySpan<double> means, ReadOnlySpan<double> variances, int latestIndex)
    {
        Check(means, variances, latestIndex);
        var compared = 0;
        var highest = true;
        var p = 0.0;
        for (var i = 0; i < means.Length; i++)
        {
            if (i != latestIndex && !double.IsNaN(means[i]))
            {
                compared++;
                highest &= means[latestIndex] > means[i];
                p = Math.Max(p, OneSidedP(means, variances, latestIndex, i));
            }
        }

        if (compared == 0 || double.IsNaN(means[latestIndex]))
        {
            return new RecordResult(compared, false, double.NaN, double.NaN);
        }

        return new RecordResult(compared, highest, p, ProbabilityBest(means, variances, latestIndex));
    }

    /// <summary>The waves from which the latest cannot be told apart (two-sided, at the level): the ones a best result is shared with.</summary>
    /// <returns>One flag per wave; false for the latest itself and for waves left out; true where a variance is unknown.</returns>
    /// <exception cref="ArgumentException">The lengths differ or the index is outside.</exception>
    public static bool[] Indistinguishable(ReadOnlySpan<double> means, ReadOnlySpan<double> variances, int latestIndex, double level = 0.95)
    {
        Check(means, variances, latestIndex);
        var shared = new bool[means.Length];
        for (var i = 0; i < means.Length; i++)
        {
            var p = OneSidedP(means, variances, latestIndex, i);
            var isDifferent = 2 * Math.Min(p, 1 - p) < 1 - level;
            shared[i] = i != latestIndex && !double.IsNaN(means[i]) && !double.IsNaN(means[latestIndex]) && !isDifferent;
        }

        return shared;
    }

    private static void Check(ReadOnlySpan<double> means, ReadOnlySpan<double> variances, int latestIndex)
    {
        if (means.Length != variances.Length)
        {
            throw new ArgumentException($"{variances.Length} variances for {means.Length} means.", nameof(variances));
        }

        if ((uint)latestIndex >= (uint)means.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(latestIndex), latestIndex, "The latest wave is one of the waves.");
        }
    }

    private static double OneSidedP(ReadOnlySpan<double> means, ReadOnlySpan<double> variances, int latest, int other)
    {
        var error = Math.Sqrt(variances[latest] + variances[other]);
        return error > 0 ? Distributions.NormalCumulative((means[other] - means[latest]) / error) : double.NaN;
    }

    /// <summary>The integral of φ(z) · Π Φ((m_T + z s_T − m_i) / s_i) over z: what a simulation of the histories would come to.</summary>
    private static double ProbabilityBest(ReadOnlySpan<double> means, ReadOnlySpan<double> variances, int latest)
    {
        var narrowest = double.PositiveInfinity;
        for (var i = 0; i < means.Length; i++)
        {
            if (!double.IsNaN(means[i]))
            {
                if (!(variances[i] >= 0))
                {
                    return double.NaN;
                }

                narrowest = i != latest && variances[i] > 0 ? Math.Min(narrowest, variances[i]) : narrowest;
            }
        }

        if (variances[latest] == 0)
        {
            return Beats(means, variances, latest, means[latest]);
        }

        // A wave known exactly is beaten above its mean only: there the integral begins, so that no step is jumped over.
        var error = Math.Sqrt(variances[latest]);
        var from = -Tail;
        for (var i = 0; i < means.Length; i++)
        {
            from = i != latest && variances[i] == 0 && !double.IsNaN(means[i]) ? Math.Max(from, (means[i] - means[latest]) / error) : from;
        }

        // Steps narrow enough for the steepest factor.
        var steps = (int)Math.Clamp(FewestSteps * error / Math.Sqrt(narrowest), FewestSteps, MostSteps) & ~1;
        return from >= Tail ? 0 : Simpson(means, variances, latest, from, steps);
    }

    private static double Simpson(ReadOnlySpan<double> means, ReadOnlySpan<double> variances, int latest, double from, int steps)
    {
        var error = Math.Sqrt(variances[latest]);
        var width = (Tail - from) / steps;
        var sum = 0.0;
        for (var step = 0; step <= steps; step++)
        {
            var z = from + (step * width);
            // The end that begins at a known mean counts as above it.
            var inside = step == 0 ? z + (1e-12 * width) : z;
            var factor = step == 0 || step == steps ? 1 : step % 2 == 1 ? 4 : 2;
            sum += factor * Math.Exp(-z * z / 2) * Beats(means, variances, latest, means[latest] + (error * inside));
        }

        return Math.Clamp(sum * width / 3 / Math.Sqrt(2 * Math.PI), 0, 1);
    }

    /// <summary>Probability that every other wave is below a value.</summary>
    private static double Beats(ReadOnlySpan<double> means, ReadOnlySpan<double> variances, int latest, double value)
    {
        var product = 1.0;
        for (var i = 0; i < means.Length && product > 0; i++)
        {
            if (i != latest && !double.IsNaN(means[i]))
            {
                product *= variances[i] > 0 ? Below((value - means[i]) / Math.Sqrt(variances[i])) : value > means[i] ? 1 : 0;
            }
        }

        return product;
    }

    private static double Below(double z) => z > Tail ? 1 : z < -Tail ? 0 : Distributions.NormalCumulative(z);
}
