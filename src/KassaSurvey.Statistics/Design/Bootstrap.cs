using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Statistics.Design;

/// <summary>Computes statistics from one weight per respondent; 0 = not drawn. Returns false when they could not be computed.</summary>
/// <param name="weights">One weight per respondent of the design.</param>
/// <param name="results">Filled by the statistic.</param>
public delegate bool WeightedStatistic(ReadOnlySpan<double> weights, Span<double> results);

/// <summary>Uncertainty by drawing the units of a design again and again. Formulas: docs/statistics/bootstrap.md.</summary>
public static class Bootstrap
{
    /// <summary>The usual number of replicates for a published figure.</summary>
    public const int DefaultReplicates = 1000;

    /// <summary>
    /// Draws, within each stratum, as many units as it has, with replacement (Efron 1979); a unit drawn twice counts twice.
    /// R: <c>boot::boot(..., strata = h)</c> over units.
    /// </summary>
    /// <param name="design">The design; its weights are multiplied by how often the unit was drawn.</param>
    /// <param name="resultCount">How many figures the statistic yields.</param>
    /// <param name="seed">Store it with the result.</param>
    /// <param name="statistic">Must depend on its weights only; re-rake inside it when weights are raked and time allows.</param>
    /// <param name="replicates">Number of draws.</param>
    /// <param name="level">Confidence of the percentile intervals.</param>
    /// <returns>One interval per figure, from the replicates that succeeded; a figure is NaN where fewer than two did.</returns>
    /// <exception cref="ArgumentException">A count is not positive or the level is not between 0 and 1.</exception>
    public static BootstrapResult[] Run(
        SurveyDesign design, int resultCount, ulong seed, WeightedStatistic statistic, int replicates = DefaultReplicates, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(statistic);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resultCount);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(replicates);
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence level lies between 0 and 1.");
        }

        var original = new double[resultCount];
        var isDefined = statistic(design.Weights, original);
        var draws = new double[resultCount][];
        for (var k = 0; k < resultCount; k++)
        {
            draws[k] = new double[replicates];
            original[k] = isDefined ? original[k] : double.NaN;
        }

        var generator = new SeededGenerator(seed);
        var weights = new double[design.RowCount];
        var results = new double[resultCount];
        var kept = 0;
        for (var replicate = 0; replicate < replicates; replicate++)
        {
            design.Resample(generator, weights);
            if (statistic(weights, results) && !HasUndefined(results))
            {
                for (var k = 0; k < resultCount; k++)
                {
                    draws[k][kept] = results[k];
                }

                kept++;
            }
        }

        var summary = new BootstrapResult[resultCount];
        for (var k = 0; k < resultCount; k++)
        {
            summary[k] = Summarise(original[k], draws[k].AsSpan(0, kept), replicates, level);
        }

        return summary;
    }

    private static bool HasUndefined(double[] results)
    {
        foreach (var result in results)
        {
            if (double.IsNaN(result))
            {
                return true;
            }
        }

        return false;
    }

    private static BootstrapResult Summarise(double original, ReadOnlySpan<double> draws, int replicates, double level)
    {
        var sum = 0.0;
        foreach (var draw in draws)
        {
            sum += draw;
        }

        var mean = sum / draws.Length;
        var squares = 0.0;
        foreach (var draw in draws)
        {
            squares += (draw - mean) * (draw - mean);
        }

        return draws.Length < 2
            ? new BootstrapResult(original, double.NaN, double.NaN, ConfidenceInterval.Undefined, draws.Length, replicates - draws.Length)
            : new BootstrapResult(
                original,
                mean,
                Math.Sqrt(squares / (draws.Length - 1)),
                new ConfidenceInterval(Quantile.Type7(draws, (1 - level) / 2), Quantile.Type7(draws, (1 + level) / 2)),
                draws.Length,
                replicates - draws.Length);
    }
}
