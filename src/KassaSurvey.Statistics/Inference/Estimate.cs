namespace KassaSurvey.Statistics.Inference;

/// <summary>A point estimate with what is needed to judge it.</summary>
/// <param name="N">Unweighted number of answers it rests on.</param>
/// <param name="Value">The estimate; NaN when there is no answer or no weight.</param>
/// <param name="StandardDeviation">Deviation of the answers, in the unit of the value; NaN below two answers.</param>
/// <param name="StandardError">Standard error of the value; NaN below two answers.</param>
/// <param name="DegreesOfFreedom">For Student's t; <see cref="double.PositiveInfinity"/> means normal; NaN when undefined.</param>
public readonly record struct Estimate(long N, double Value, double StandardDeviation, double StandardError, double DegreesOfFreedom)
{
    /// <summary>The sampling variance: the standard error squared.</summary>
    public double Variance => StandardError * StandardError;

    /// <summary>
    /// The number of equally weighted answers that would be as precise: (deviation / standard error)².
    /// NaN when either is undefined or both are 0 (all answers equal).
    /// </summary>
    public double EffectiveSize
    {
        get
        {
            var ratio = StandardDeviation / StandardError;
            return ratio * ratio;
        }
    }

    /// <summary>An estimate from <paramref name="n"/> answers that has no value.</summary>
    public static Estimate Undefined(long n) => new(n, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>Value ± t(level, df)·standard error. R: <c>confint(m, df = degf)</c>.</summary>
    /// <param name="level">Confidence, 0 to 1 exclusive.</param>
    /// <returns>Undefined (NaN) when the standard error is.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public ConfidenceInterval Interval(double level = 0.95)
    {
        var half = Distributions.StudentTwoSided(level, DegreesOfFreedom) * StandardError;
        return new ConfidenceInterval(Value - half, Value + half);
    }

    /// <summary>The estimate of (x − offset)·factor: for instance a mean of 1–7 on 0–100 is <c>Scaled(1, 100.0 / 6)</c>.</summary>
    public Estimate Scaled(double offset, double factor) => this with
    {
        Value = (Value - offset) * factor,
        StandardDeviation = StandardDeviation * Math.Abs(factor),
        StandardError = StandardError * Math.Abs(factor),
    };
}
