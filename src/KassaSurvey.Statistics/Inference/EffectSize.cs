namespace KassaSurvey.Statistics.Inference;

/// <summary>A difference in units of the spread of answers: for the technical appendix, raw points come first.</summary>
/// <param name="CohenD">(current − previous) / pooled deviation; NaN when the pooled deviation is 0 or undefined.</param>
/// <param name="HedgesG">Cohen's d times the exact small-sample factor J.</param>
/// <param name="DegreesOfFreedom">n₁ + n₂ − 2.</param>
public readonly record struct EffectSize(double CohenD, double HedgesG, double DegreesOfFreedom)
{
    /// <summary>Two independent groups. Hedges 1981: J = exp(lnΓ(ν/2) − ½ ln(ν/2) − lnΓ((ν−1)/2)). R: <c>effectsize::hedges_g</c>.</summary>
    /// <remarks>The pooled variance weighs the deviations by n − 1. NaN when either group has fewer than two answers.</remarks>
    public static EffectSize Of(Estimate current, Estimate previous)
    {
        var freedom = current.N + previous.N - 2.0;
        var squares = ((current.N - 1) * current.StandardDeviation * current.StandardDeviation)
            + ((previous.N - 1) * previous.StandardDeviation * previous.StandardDeviation);
        var pooled = Math.Sqrt(squares / freedom);
        var d = pooled > 0 ? (current.Value - previous.Value) / pooled : double.NaN;
        return new EffectSize(d, SmallSampleFactor(freedom) * d, freedom);
    }

    /// <summary>Hedges' J for ν degrees of freedom; NaN for ν ≤ 1.</summary>
    public static double SmallSampleFactor(double degreesOfFreedom) => degreesOfFreedom > 1
        ? Math.Exp(Distributions.LogGamma(degreesOfFreedom / 2) - (0.5 * Math.Log(degreesOfFreedom / 2)) - Distributions.LogGamma((degreesOfFreedom - 1) / 2))
        : double.NaN;
}
