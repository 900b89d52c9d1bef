namespace KassaSurvey.Statistics.Design;

/// <summary>Weights that reproduce known population figures, or why there are none.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Weights">One weight per respondent; all NaN when a category cannot be weighted.</param>
/// <param name="Iterations">Sweeps over the margins, or rounds of raking and trimming.</param>
/// <param name="LargestDeviation">Largest relative deviation of a weighted category from its population (0.005 = half a per cent); NaN without weights.</param>
/// <param name="TotalsDiffered">Whether the margins had different totals and were scaled to the first one's.</param>
/// <param name="ProblemMargin">Index of the margin that stopped the weighting; −1 when none.</param>
/// <param name="ProblemCategory">Index of the category that stopped the weighting; −1 when none.</param>
public readonly record struct WeightingResult(
    WeightingOutcome Outcome,
    double[] Weights,
    int Iterations,
    double LargestDeviation,
    bool TotalsDiffered,
    int ProblemMargin,
    int ProblemCategory)
{
    internal static WeightingResult Failed(WeightingOutcome outcome, int rows, bool totalsDiffered, int margin, int category)
    {
        var weights = new double[rows];
        Array.Fill(weights, double.NaN);
        return new WeightingResult(outcome, weights, 0, double.NaN, totalsDiffered, margin, category);
    }
}
