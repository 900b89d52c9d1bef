using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Statistics.Inference;

/// <summary>The place of a unit among others, 1 = highest, with how sure it is. Formulas: docs/statistics/rank.md.</summary>
/// <param name="Rank">Place by the point estimates; units with equal estimates share the best place. 0 when left out.</param>
/// <param name="Interval">Percentile interval of the place; NaN when left out or a variance is unknown.</param>
/// <param name="ProbabilityFirst">Share 0–1 of the simulated rankings in which the unit is first; NaN with the interval.</param>
public readonly record struct RankInterval(int Rank, ConfidenceInterval Interval, double ProbabilityFirst)
{
    /// <summary>Ranks units by a parametric bootstrap: every draw takes N(estimate, variance) for each unit and ranks them.</summary>
    /// <param name="values">One estimate per unit; NaN = left out.</param>
    /// <param name="variances">Sampling variance of each; independent units. NaN or negative = unknown: then no interval is defined.</param>
    /// <param name="seed">Store it with the result.</param>
    /// <param name="draws">Number of simulated rankings.</param>
    /// <param name="level">Confidence, 0 to 1 exclusive.</param>
    /// <exception cref="ArgumentException">Lengths differ, draws is not positive or the level is not between 0 and 1.</exception>
    public static RankInterval[] Of(ReadOnlySpan<double> values, ReadOnlySpan<double> variances, ulong seed, int draws = 10_000, double level = 0.95)
    {
        if (values.Length != variances.Length)
        {
            throw new ArgumentException($"{variances.Length} variances for {values.Length} values.", nameof(variances));
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(draws);
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence level lies between 0 and 1.");
        }

        var isKnown = true;
        var ranks = new double[values.Length][];
        for (var i = 0; i < values.Length; i++)
        {
            ranks[i] = new double[draws];
            isKnown &= double.IsNaN(values[i]) || variances[i] >= 0;
        }

        if (isKnown)
        {
            Simulate(values, variances, seed, ranks);
        }

        var intervals = new RankInterval[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            intervals[i] = Summarise(double.IsNaN(values[i]) ? 0 : RankOf(values, i), isKnown, ranks[i], level);
        }

        return intervals;
    }

    private static void Simulate(ReadOnlySpan<double> values, ReadOnlySpan<double> variances, ulong seed, double[][] ranks)
    {
        var generator = new SeededGenerator(seed);
        var drawn = new double[values.Length];
        for (var draw = 0; draw < (ranks.Length > 0 ? ranks[0].Length : 0); draw++)
        {
            for (var i = 0; i < drawn.Length; i++)
            {
                drawn[i] = double.IsNaN(values[i]) ? double.NaN : values[i] + (Math.Sqrt(variances[i]) * generator.NextNormal());
            }

            for (var i = 0; i < drawn.Length; i++)
            {
                ranks[i][draw] = RankOf(drawn, i);
            }
        }
    }

    // Comparisons with NaN are false, so a unit left out takes no place.
    private static int RankOf(ReadOnlySpan<double> values, int index)
    {
        var rank = 1;
        foreach (var value in values)
        {
            rank += value > values[index] ? 1 : 0;
        }

        return rank;
    }

    private static RankInterval Summarise(int rank, bool isKnown, double[] ranks, double level)
    {
        if (rank == 0 || !isKnown)
        {
            return new RankInterval(rank, ConfidenceInterval.Undefined, double.NaN);
        }

        var first = 0;
        foreach (var value in ranks)
        {
            first += value == 1 ? 1 : 0;
        }

        // A place is a whole number: the quantile that is always one of the simulated places, no interpolation.
        var lower = Quantile.WeightedInverse(ranks, [], (1 - level) / 2);
        var upper = Quantile.WeightedInverse(ranks, [], (1 + level) / 2);
        return new RankInterval(rank, new ConfidenceInterval(lower, upper), (double)first / ranks.Length);
    }
}
