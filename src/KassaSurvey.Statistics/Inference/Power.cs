namespace KassaSurvey.Statistics.Inference;

/// <summary>What a comparison of two waves can find before it is made. Normal approximation. Formulas: docs/statistics/power.md.</summary>
public static class Power
{
    /// <summary>The smallest true difference that a two-sided test finds with the wanted power: (z₁₋α⸝₂ + z_power)·se.</summary>
    /// <param name="standardError">Of the difference, in its unit; not negative.</param>
    /// <param name="power">Wanted chance of finding it, above α and below 1.</param>
    /// <param name="alpha">Level of the test, 0 to 1 exclusive.</param>
    /// <returns>NaN when the standard error is negative or NaN.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Alpha is not between 0 and 1, or the power not between alpha and 1.</exception>
    public static double MinimumDetectable(double standardError, double power = 0.8, double alpha = 0.05)
    {
        if (!(alpha > 0 && alpha < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "A level lies between 0 and 1.");
        }

        if (!(power > alpha && power < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(power), power, "Power lies between the level and 1.");
        }

        return standardError >= 0
            ? (Distributions.NormalQuantile(1 - (alpha / 2)) + Distributions.NormalQuantile(power)) * standardError
            : double.NaN;
    }

    /// <summary>The chance 0–1 that a two-sided test finds a true difference, either sign of the result counted.</summary>
    /// <param name="difference">The true difference.</param>
    /// <param name="standardError">Of the difference, positive.</param>
    /// <param name="alpha">Level of the test, 0 to 1 exclusive.</param>
    /// <returns>α at a difference of 0. NaN when the standard error is not positive.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Alpha is not between 0 and 1.</exception>
    public static double OfDifference(double difference, double standardError, double alpha = 0.05)
    {
        var critical = Distributions.StudentTwoSided(1 - alpha, double.PositiveInfinity);
        var shift = standardError > 0 ? difference / standardError : double.NaN;
        return Distributions.NormalCumulative(shift - critical) + Distributions.NormalCumulative(-shift - critical);
    }
}
