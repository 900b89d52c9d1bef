namespace KassaSurvey.Statistics.Design;

/// <summary>The weights of a wave: rake, trim, rake again until both hold. Formulas: docs/statistics/raking.md.</summary>
public static class TrimmedRaking
{
    /// <summary>At most this many rounds of raking and trimming.</summary>
    public const int MaximumRounds = 5;

    /// <summary>A deviation from the margins up to this is accepted (half a per cent); a larger one must be stated.</summary>
    public const double AcceptedDeviation = 0.005;

    /// <summary>Weights inside mean/factor … mean·factor that reproduce the margins as closely as the bounds allow.</summary>
    /// <param name="baseWeights">One weight per respondent, not negative.</param>
    /// <param name="margins">At least one.</param>
    /// <param name="factor">More than 1; see <see cref="WeightTrimming.DefaultFactor"/>.</param>
    /// <returns>
    /// The weights are always inside the bounds. Converged when the deviation is accepted, NotConverged when it must be
    /// stated; Iterations counts rounds. The failures of <see cref="Raking.Run"/> pass through.
    /// </returns>
    /// <exception cref="ArgumentException">As <see cref="Raking.Run"/>, or the factor is not above 1.</exception>
    public static WeightingResult Run(ReadOnlySpan<double> baseWeights, IReadOnlyList<CalibrationMargin> margins, double factor = WeightTrimming.DefaultFactor) =>
        Run(baseWeights, margins, 1 / factor, factor);

    /// <summary>As the other overload, with bounds that need not mirror each other.</summary>
    /// <param name="baseWeights">One weight per respondent, not negative.</param>
    /// <param name="margins">At least one.</param>
    /// <param name="lowerFactor">Smallest weight allowed, as a multiple of the mean: 0 to less than 1; 0 = no lower bound.</param>
    /// <param name="upperFactor">Largest weight allowed, as a multiple of the mean: more than 1; positive infinity = no upper bound.</param>
    /// <returns>As the other overload.</returns>
    /// <exception cref="ArgumentException">As <see cref="Raking.Run"/>, or a factor is out of its range.</exception>
    public static WeightingResult Run(
        ReadOnlySpan<double> baseWeights, IReadOnlyList<CalibrationMargin> margins, double lowerFactor, double upperFactor)
    {
        if (!(lowerFactor >= 0 && lowerFactor < 1 && upperFactor > 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(upperFactor), upperFactor, "Bounds lie around the mean: the lower factor is less than 1, the upper one more.");
        }

        var start = baseWeights.ToArray();
        for (var round = 1; ; round++)
        {
            var raked = Raking.Run(start, margins);
            if (raked.Outcome is WeightingOutcome.CategoryWithoutRespondents or WeightingOutcome.RespondentsWithoutPopulation || start.Length == 0)
            {
                return raked;
            }

            var sum = 0.0;
            foreach (var weight in raked.Weights)
            {
                sum += weight;
            }

            var mean = sum / start.Length;
            var trimmed = WeightTrimming.Strict(raked.Weights, mean * lowerFactor, mean * upperFactor);
            var deviation = Raking.Deviation(trimmed, margins);
            var isSettled = raked.Outcome == WeightingOutcome.Converged && deviation <= Raking.DeviationTolerance;
            if (isSettled || round == MaximumRounds)
            {
                var outcome = deviation <= AcceptedDeviation ? WeightingOutcome.Converged : WeightingOutcome.NotConverged;
                return raked with { Outcome = outcome, Weights = trimmed, Iterations = round, LargestDeviation = deviation };
            }

            start = trimmed;
        }
    }
}
