namespace KassaSurvey.Statistics.Inference;

/// <summary>
/// Continues a series across a changed question with a wave in which both wordings were asked of random halves. The
/// link's own error enters every linked figure. Formulas: docs/statistics/linking.md.
/// </summary>
/// <remarks>Not for the link wave itself: there the old wording's own result stands. Degrees of freedom by Welch–Satterthwaite.</remarks>
public static class ChainLink
{
    /// <summary>x + (old − new): the default, because a changed wording usually shifts answers by about the same everywhere.</summary>
    /// <param name="later">A result of the new wording in a later wave.</param>
    /// <param name="oldAtLink">The old wording in the link wave.</param>
    /// <param name="newAtLink">The new wording in the link wave.</param>
    /// <returns>The result on the old wording's level; its variance is the sum of the three.</returns>
    public static Estimate Additive(Estimate later, Estimate oldAtLink, Estimate newAtLink) =>
        Combine(later, oldAtLink, newAtLink, later.Value + (oldAtLink.Value - newAtLink.Value), 1, 1, 1);

    /// <summary>x·old/new: for quantities that change in proportion. Variance by the delta method.</summary>
    /// <param name="later">A result of the new wording in a later wave.</param>
    /// <param name="oldAtLink">The old wording in the link wave.</param>
    /// <param name="newAtLink">The new wording in the link wave.</param>
    /// <returns>NaN when the new wording's result in the link wave is 0.</returns>
    public static Estimate Ratio(Estimate later, Estimate oldAtLink, Estimate newAtLink)
    {
        if (newAtLink.Value == 0)
        {
            return Estimate.Undefined(later.N);
        }

        var factor = oldAtLink.Value / newAtLink.Value;
        var value = later.Value * factor;
        return Combine(later, oldAtLink, newAtLink, value, factor, later.Value / newAtLink.Value, value / newAtLink.Value);
    }

    private static Estimate Combine(Estimate later, Estimate old, Estimate recent, double value, double a, double b, double c)
    {
        var first = a * a * later.Variance;
        var second = b * b * old.Variance;
        var third = c * c * recent.Variance;
        var variance = first + second + third;
        var freedom = variance * variance
            / ((first * first / later.DegreesOfFreedom) + (second * second / old.DegreesOfFreedom) + (third * third / recent.DegreesOfFreedom));
        return new Estimate(later.N, value, Math.Abs(a) * later.StandardDeviation, Math.Sqrt(variance), freedom);
    }
}
