namespace KassaSurvey.Statistics.Design;

/// <summary>
/// Weights whose sums agree with one known distribution: w = d·N_g/Σd. R: <c>postStratify(design, ~g, population)</c>.
/// Formulas: docs/statistics/post-stratification.md.
/// </summary>
public static class PostStratification
{
    /// <summary>A cell with fewer respondents is merged.</summary>
    public const int SmallestCell = 20;

    /// <summary>A cell whose weights would grow or shrink by more than this factor is merged.</summary>
    public const double LargestAdjustment = 3;

    /// <summary>Post-stratifies the base weights to one margin.</summary>
    /// <returns>As <see cref="Raking.Run"/>, with one iteration.</returns>
    /// <exception cref="ArgumentException">The margin has another number of rows than the weights.</exception>
    public static WeightingResult Run(ReadOnlySpan<double> baseWeights, CalibrationMargin margin)
    {
        ArgumentNullException.ThrowIfNull(margin);

        // One margin settles in the first sweep; the second only finds that nothing moves.
        var result = Raking.Run(baseWeights, [margin]);
        return result.Iterations > 0 ? result with { Iterations = 1 } : result;
    }

    /// <summary>Which cells ought to be merged before weighting: too few respondents, or too large an adjustment.</summary>
    /// <returns>One flag per category; a category that is empty on both sides needs nothing.</returns>
    /// <exception cref="ArgumentException">The margin has another number of rows than the weights.</exception>
    public static bool[] CellsToMerge(ReadOnlySpan<double> baseWeights, CalibrationMargin margin)
    {
        ArgumentNullException.ThrowIfNull(margin);
        if (margin.RowCount != baseWeights.Length)
        {
            throw new ArgumentException($"A margin of {margin.RowCount} rows for {baseWeights.Length} weights.", nameof(margin));
        }

        var counts = new int[margin.CategoryCount];
        foreach (var category in margin.Categories)
        {
            counts[category]++;
        }

        var sums = margin.Sums(baseWeights);
        var total = 0.0;
        foreach (var sum in sums)
        {
            total += sum;
        }

        var merge = new bool[counts.Length];
        for (var category = 0; category < merge.Length; category++)
        {
            // Base weights may have any scale, so the adjustment is judged after bringing both totals together.
            var factor = margin.Population[category] / margin.Total / (sums[category] / total);
            var isUsed = counts[category] > 0 || margin.Population[category] > 0;
            merge[category] = isUsed && (counts[category] < SmallestCell || !(factor <= LargestAdjustment && factor >= 1 / LargestAdjustment));
        }

        return merge;
    }
}
