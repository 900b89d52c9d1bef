namespace KassaSurvey.Statistics.Inference;

/// <summary>What can be said about "the best result so far".</summary>
/// <param name="ComparedWaves">How many earlier waves took part (those with a mean).</param>
/// <param name="IsHighest">The latest mean is higher than every other; false when there is nothing to compare with.</param>
/// <param name="PValue">
/// P-value of "clearly best": the largest one-sided p-value over the waves. Being better than all is the intersection
/// of the single claims, so no correction for several tests is due. NaN when a variance is unknown or nothing is compared.
/// </param>
/// <param name="ProbabilityBest">Probability 0–1 that the latest wave is the highest, each mean taken as normal about its estimate; NaN like the p-value.</param>
public readonly record struct RecordResult(int ComparedWaves, bool IsHighest, double PValue, double ProbabilityBest);
