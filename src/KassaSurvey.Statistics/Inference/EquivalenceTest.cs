namespace KassaSurvey.Statistics.Inference;

/// <summary>
/// Two one-sided tests of whether a difference is smaller than a margin: the honest way to say "unchanged".
/// Schuirmann 1987; R: <c>TOSTER::tsum_TOST</c>. Formulas: docs/statistics/equivalence.md.
/// </summary>
/// <param name="Margin">The largest difference that still counts as nothing, in the unit of the difference.</param>
/// <param name="PLower">P-value against "the true difference is −margin or less".</param>
/// <param name="PUpper">P-value against "the true difference is +margin or more".</param>
/// <param name="PValue">The larger of the two; NaN when the difference has no positive standard error.</param>
public readonly record struct EquivalenceTest(double Margin, double PLower, double PUpper, double PValue)
{
    /// <summary>Tests a difference against ± <paramref name="margin"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The margin is not positive.</exception>
    public static EquivalenceTest Of(DifferenceTest d, double margin)
    {
        if (!(margin > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(margin), margin, "A margin is positive.");
        }

        var error = d.StandardError > 0 ? d.StandardError : double.NaN;
        var lower = Distributions.StudentCumulative(-(d.Difference + margin) / error, d.DegreesOfFreedom);
        var upper = Distributions.StudentCumulative((d.Difference - margin) / error, d.DegreesOfFreedom);
        return new EquivalenceTest(margin, lower, upper, Math.Max(lower, upper));
    }
}
