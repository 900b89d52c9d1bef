using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Statistics.Inference;

/// <summary>Is the latest wave the best ever? Formulas: docs/statistics/record.md.</summary>
public static class RecordTest
{
    /// <summary>Compares the latest wave with all others.</summary>
    /// <param name="means">One mean per wave; NaN = not comparable, left out.</param>
    /// <param name="variances">Sampling variance of each mean; NaN = unknown.</param>
    /// <param name="latestIndex">Which wave is the latest.</param>
    /// <param name="seed">Seed of the simulation: store it with the result.</param>
    /// <param name="draws">Number of simulated histories.</param>
    /// <remarks>Normal tests of independent waves: waves have hundreds of answers. The simulation draws N(mean, variance).</remarks>
    /// <returns>Everything undefined when the latest mean is NaN.</returns>
    /// <exception cref="ArgumentException">The lengths differ, the index is outside, or draws is not positive.</exception>
    public static RecordResult Of(ReadOnlySpan<double> means, ReadOnlySpan<double> variances, int latestIndex, ulong seed, int draws = 10_000)
    {
        Check(means, variances, latestIndex);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(draws);
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

        return new RecordResult(compared, highest, p, ProbabilityBest(means, variances, latestIndex, seed, draws));
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

    private static double ProbabilityBest(ReadOnlySpan<double> means, ReadOnlySpan<double> variances, int latest, ulong seed, int draws)
    {
        for (var i = 0; i < means.Length; i++)
        {
            if (!double.IsNaN(means[i]) && !(variances[i] >= 0))
            {
                return double.NaN;
            }
        }

        var generator = new SeededGenerator(seed);
        var best = 0;
        for (var draw = 0; draw < draws; draw++)
        {
            var top = Draw(generator, means[latest], variances[latest]);
            var wins = true;
            for (var i = 0; i < means.Length; i++)
            {
                if (i != latest && !double.IsNaN(means[i]))
                {
                    wins &= top > Draw(generator, means[i], variances[i]);
                }
            }

            best += wins ? 1 : 0;
        }

        return (double)best / draws;
    }

    private static double Draw(SeededGenerator generator, double mean, double variance) =>
        mean + (Math.Sqrt(variance) * generator.NextNormal());
}
