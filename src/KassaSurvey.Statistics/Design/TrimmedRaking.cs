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
    public static WeightingResult Run(ReadOnlySpan<double> baseWeights, IReadOnlyList<CalibrationMargin> margins, double factor = WeightTrimming.DefaultFactor)
    {
        if (!(factor > 1))
        {
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "Bounds lie around the mean: the factor is more than 1.");
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
            var trimmed = WeightTrimming.Strict(raked.Weights, mean / factor, mean * factor);
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
