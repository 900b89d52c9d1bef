using KassaSurvey.Statistics.Descriptive;

namespace KassaSurvey.Statistics.Design;

/// <summary>
/// Weights whose sums agree with several known distributions at once (iterative proportional fitting; Deming and
/// Stephan 1940). R: <c>rake(design, margins, population)</c>. Formulas: docs/statistics/raking.md.
/// </summary>
public static class Raking
{
    /// <summary>Sweeps stop when no weight changes by more than this, relative to itself.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>Sweeps stop here in any case.</summary>
    public const int MaximumIterations = 200;

    /// <summary>Weights that leave a category further from its population than this, relatively, have not converged.</summary>
    public const double DeviationTolerance = 1e-6;

    // Census figures of one population agree to the person; this lets shares that were rounded to 12 digits pass.
    private const double TotalTolerance = 1e-9;

    /// <summary>Rakes the base weights to the margins.</summary>
    /// <param name="baseWeights">One weight per respondent, not negative.</param>
    /// <param name="margins">At least one; where totals differ, all are scaled to the first one's.</param>
    /// <returns>Weights that sum to the first margin's total; see <see cref="WeightingOutcome"/> for the ways to fail.</returns>
    /// <exception cref="ArgumentException">There is no margin, one has another number of rows than the weights, or a weight is negative or not finite.</exception>
    public static WeightingResult Run(ReadOnlySpan<double> baseWeights, IReadOnlyList<CalibrationMargin> margins)
    {
        ArgumentNullException.ThrowIfNull(margins);
        WeightRules.Require(baseWeights, nameof(baseWeights));
        var scales = Scales(baseWeights.Length, margins, out var totalsDiffered);
        if (FindUnweightable(baseWeights, margins, totalsDiffered) is { } failure)
        {
            return failure;
        }

        var weights = baseWeights.ToArray();
        var iteration = 0;
        var change = double.PositiveInfinity;
        while (iteration < MaximumIterations && change > Tolerance)
        {
            change = Sweep(weights, margins, scales);
            iteration++;
        }

        // Margins that contradict each other in this sample make the weights return to the same place after every sweep
        // without ever fitting: standing still is not enough.
        var deviation = Deviation(weights, margins, scales);
        var isFitted = change <= Tolerance && deviation <= DeviationTolerance;
        var outcome = isFitted ? WeightingOutcome.Converged : WeightingOutcome.NotConverged;
        return new WeightingResult(outcome, weights, iteration, deviation, totalsDiffered, -1, -1);
    }

    /// <summary>The first category that has people on one side only; null when every category can be weighted.</summary>
    internal static WeightingResult? FindUnweightable(ReadOnlySpan<double> baseWeights, IReadOnlyList<CalibrationMargin> margins, bool totalsDiffered)
    {
        for (var m = 0; m < margins.Count; m++)
        {
            var sums = margins[m].Sums(baseWeights);
            for (var category = 0; category < sums.Length; category++)
            {
                var people = margins[m].Population[category];
                if (people > 0 != sums[category] > 0)
                {
                    var failure = people > 0 ? WeightingOutcome.CategoryWithoutRespondents : WeightingOutcome.RespondentsWithoutPopulation;
                    return WeightingResult.Failed(failure, baseWeights.Length, totalsDiffered, m, category);
                }
            }
        }

        return null;
    }

    /// <summary>The largest relative deviation of the weighted categories from the margins (scaled to the first one's total).</summary>
    /// <exception cref="ArgumentException">There is no margin, or one has another number of rows than the weights.</exception>
    public static double Deviation(ReadOnlySpan<double> weights, IReadOnlyList<CalibrationMargin> margins)
    {
        ArgumentNullException.ThrowIfNull(margins);
        return Deviation(weights, margins, Scales(weights.Length, margins, out _));
    }

    private static double Deviation(ReadOnlySpan<double> weights, IReadOnlyList<CalibrationMargin> margins, double[] scales)
    {
        var largest = 0.0;
        for (var m = 0; m < margins.Count; m++)
        {
            largest = Math.Max(largest, margins[m].Deviation(weights, scales[m]));
        }

        return largest;
    }

    internal static double[] Scales(int rows, IReadOnlyList<CalibrationMargin> margins, out bool differ)
    {
        if (margins.Count == 0)
        {
            throw new ArgumentException("Raking needs a margin.", nameof(margins));
        }

        differ = false;
        var total = margins[0].Total;
        var scales = new double[margins.Count];
        for (var m = 0; m < scales.Length; m++)
        {
            if (margins[m].RowCount != rows)
            {
                throw new ArgumentException($"A margin of {margins[m].RowCount} rows for {rows} weights.", nameof(margins));
            }

            var own = margins[m].Total;
            scales[m] = own > 0 ? total / own : 1;
            differ |= Math.Abs(own - total) > TotalTolerance * total;
        }

        return scales;
    }

    private static double Sweep(double[] weights, IReadOnlyList<CalibrationMargin> margins, double[] scales)
    {
        var before = (double[])weights.Clone();
        for (var m = 0; m < margins.Count; m++)
        {
            var factors = margins[m].Sums(weights);
            for (var category = 0; category < factors.Length; category++)
            {
                factors[category] = margins[m].Population[category] * scales[m] / factors[category];
            }

            for (var i = 0; i < weights.Length; i++)
            {
                // A weight of 0 stays 0, also in a category without any weight where the factor is not a number.
                weights[i] = weights[i] == 0 ? 0 : weights[i] * factors[margins[m].Categories[i]];
            }
        }

        var change = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            change = before[i] > 0 ? Math.Max(change, Math.Abs((weights[i] / before[i]) - 1)) : change;
        }

        return change;
    }
}
