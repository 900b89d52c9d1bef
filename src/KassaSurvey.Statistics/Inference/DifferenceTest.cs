namespace KassaSurvey.Statistics.Inference;

/// <summary>A difference of two estimates, tested against zero. Formulas: docs/statistics/difference.md.</summary>
/// <param name="Difference">Current minus previous, in the unit of the estimates.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="DegreesOfFreedom">For Student's t, may be a fraction; positive infinity means normal.</param>
/// <param name="T">Difference over standard error; NaN when the standard error is 0 or undefined.</param>
/// <param name="PValue">Two-sided; NaN when T is.</param>
public readonly record struct DifferenceTest(double Difference, double StandardError, double DegreesOfFreedom, double T, double PValue)
{
    /// <summary>A test from a difference and its standard error, however they were obtained.</summary>
    /// <remarks>
    /// A standard error of 0 (everyone answered the same) is no proof of a difference: T and p are NaN, as R's
    /// <c>t.test</c> refuses data that are essentially constant.
    /// </remarks>
    public static DifferenceTest Of(double difference, double standardError, double degreesOfFreedom)
    {
        var t = standardError > 0 ? difference / standardError : double.NaN;
        return new DifferenceTest(difference, standardError, degreesOfFreedom, t, Distributions.StudentTwoSidedP(t, degreesOfFreedom));
    }

    /// <summary>Independent groups or waves. R: <c>t.test(current, previous)</c>; weighted estimates keep their own variances.</summary>
    /// <remarks>Degrees of freedom by Welch–Satterthwaite: (V₁+V₂)²/(V₁²/ν₁+V₂²/ν₂). NaN when either standard error is.</remarks>
    public static DifferenceTest Welch(Estimate current, Estimate previous)
    {
        var a = current.Variance;
        var b = previous.Variance;
        var variance = a + b;
        var degreesOfFreedom = variance * variance / ((a * a / current.DegreesOfFreedom) + (b * b / previous.DegreesOfFreedom));
        return Of(current.Value - previous.Value, Math.Sqrt(variance), degreesOfFreedom);
    }

    /// <summary>The same persons twice, unweighted. R: <c>t.test(current, previous, paired = TRUE)</c>.</summary>
    /// <param name="current">One value per person, NaN = missing.</param>
    /// <param name="previous">The same persons in the same order; a pair with a missing value is left out.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static DifferenceTest Paired(ReadOnlySpan<double> current, ReadOnlySpan<double> previous)
    {
        if (current.Length != previous.Length)
        {
            throw new ArgumentException($"{current.Length} current for {previous.Length} previous values.", nameof(previous));
        }

        var differences = new double[current.Length];
        for (var i = 0; i < differences.Length; i++)
        {
            differences[i] = current[i] - previous[i];
        }

        return Paired(MeanEstimate.FromValues(differences, [], [], differences.Length));
    }

    /// <summary>The same persons twice, from the estimate of the mean of their differences.</summary>
    public static DifferenceTest Paired(Estimate meanDifference) =>
        Of(meanDifference.Value, meanDifference.StandardError, meanDifference.DegreesOfFreedom);

    /// <summary>Difference ± t(level, df)·standard error.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public ConfidenceInterval Interval(double level = 0.95)
    {
        var half = Distributions.StudentTwoSided(level, DegreesOfFreedom) * StandardError;
        return new ConfidenceInterval(Difference - half, Difference + half);
    }
}
