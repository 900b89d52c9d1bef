using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Statistics.Design;

/// <summary>
/// Uncertainty by leaving out each unit of a design in turn (JK1 with one stratum, JKn with several). No chance is
/// involved, so the result needs no seed. Formulas: docs/statistics/jackknife.md.
/// </summary>
public static class Jackknife
{
    /// <summary>
    /// V = Σ_h (1−f_h)·(n_h−1)/n_h·Σ_a (θ₍ₐ₎ − θ̄)², θ̄ the mean of all replicates. R: <c>as.svrepdesign(design)</c>.
    /// </summary>
    /// <param name="design">The design; a stratum with a single unit adds nothing, so the error is then too small: see <see cref="SurveyDesign.SingletonStratumCount"/>.</param>
    /// <param name="resultCount">How many figures the statistic yields.</param>
    /// <param name="statistic">Must depend on its weights only.</param>
    /// <returns>One estimate per figure without a deviation; the error is NaN when the statistic fails without some unit or there are fewer than two.</returns>
    /// <exception cref="ArgumentException">The count is not positive.</exception>
    public static Estimate[] Run(SurveyDesign design, int resultCount, WeightedStatistic statistic)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(statistic);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resultCount);
        var original = new double[resultCount];
        if (!statistic(design.Weights, original))
        {
            Array.Fill(original, double.NaN);
        }

        var weights = new double[design.RowCount];
        var replicates = new double[design.UnitCount][];
        var means = new double[resultCount];
        for (var unit = 0; unit < replicates.Length; unit++)
        {
            replicates[unit] = new double[resultCount];
            design.LeaveOut(unit, weights);
            if (!statistic(weights, replicates[unit]))
            {
                Array.Fill(replicates[unit], double.NaN);
            }

            for (var k = 0; k < resultCount; k++)
            {
                means[k] += replicates[unit][k] / replicates.Length;
            }
        }

        var estimates = new Estimate[resultCount];
        for (var k = 0; k < resultCount; k++)
        {
            var variance = replicates.Length < 2 ? double.NaN : 0.0;
            for (var unit = 0; unit < replicates.Length; unit++)
            {
                var deviation = replicates[unit][k] - means[k];
                variance += design.JackknifeScale(unit) * deviation * deviation;
            }

            estimates[k] = new Estimate(design.RowCount, original[k], double.NaN, Math.Sqrt(variance), design.DegreesOfFreedom);
        }

        return estimates;
    }
}
