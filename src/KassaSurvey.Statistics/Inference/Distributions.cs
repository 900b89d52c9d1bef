using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace KassaSurvey.Statistics.Inference;

/// <summary>
/// Probability distributions; the only file that knows where they come from. A degrees-of-freedom argument of
/// <see cref="double.PositiveInfinity"/> means the normal distribution. NaN in gives NaN out.
/// </summary>
public static class Distributions
{
    // Beyond this the library loses digits (its log-gammas cancel: 7 digits are left at 1e9), while the normal
    // approximation of Abramowitz and Stegun 26.7.8 errs by less than 1e-11.
    private const double ManyDegrees = 1e6;

    /// <summary>P(Z ≤ x) of the standard normal. R: <c>pnorm(x)</c>.</summary>
    public static double NormalCumulative(double x) => double.IsNaN(x) ? double.NaN : 0.5 * SpecialFunctions.Erfc(-x / Constants.Sqrt2);

    /// <summary>The x with P(Z ≤ x) = p; p from 0 to 1. R: <c>qnorm(p)</c>.</summary>
    public static double NormalQuantile(double p) => double.IsNaN(p) ? double.NaN : Normal.InvCDF(0, 1, p);

    /// <summary>P(T ≤ x) of Student's t; the degrees of freedom may be a fraction. R: <c>pt(x, df)</c>.</summary>
    /// <returns>NaN when the degrees of freedom are not positive.</returns>
    public static double StudentCumulative(double x, double degreesOfFreedom)
    {
        if (double.IsNaN(x) || !(degreesOfFreedom > 0))
        {
            return double.NaN;
        }

        if (double.IsInfinity(x))
        {
            return x > 0 ? 1 : 0;
        }

        if (double.IsPositiveInfinity(degreesOfFreedom))
        {
            return NormalCumulative(x);
        }

        if (degreesOfFreedom > ManyDegrees)
        {
            return NormalCumulative(x * (1 - (1 / (4 * degreesOfFreedom))) / Math.Sqrt(1 + (x * x / (2 * degreesOfFreedom))));
        }

        return StudentT.CDF(0, 1, degreesOfFreedom, x);
    }

    /// <summary>The x with P(T ≤ x) = p. R: <c>qt(p, df)</c>.</summary>
    /// <returns>NaN when p is not between 0 and 1 or the degrees of freedom are not positive; ±∞ at p = 0 and 1.</returns>
    public static double StudentQuantile(double p, double degreesOfFreedom)
    {
        if (!(p >= 0 && p <= 1) || !(degreesOfFreedom > 0))
        {
            return double.NaN;
        }

        if (p is 0 or 1)
        {
            return p == 0 ? double.NegativeInfinity : double.PositiveInfinity;
        }

        if (double.IsPositiveInfinity(degreesOfFreedom))
        {
            return NormalQuantile(p);
        }

        // Solved in the lower tail, where the probability keeps its digits; the library's own inverse stops at |x| = 800.
        return p <= 0.5 ? LowerStudentQuantile(p, degreesOfFreedom) : -LowerStudentQuantile(1 - p, degreesOfFreedom);
    }

    /// <summary>The two-sided critical value t with P(|T| ≤ t) = level.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static double StudentTwoSided(double level, double degreesOfFreedom)
    {
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence level lies between 0 and 1.");
        }

        return -StudentQuantile((1 - level) / 2, degreesOfFreedom);
    }

    /// <summary>The two-sided p-value P(|T| ≥ |t|).</summary>
    public static double StudentTwoSidedP(double t, double degreesOfFreedom) =>
        Math.Min(1, 2 * StudentCumulative(-Math.Abs(t), degreesOfFreedom));

    /// <summary>P(F ≥ x) of the F distribution. R: <c>pf(x, d1, d2, lower.tail = FALSE)</c>.</summary>
    public static double FisherUpper(double x, double numerator, double denominator)
    {
        if (double.IsNaN(x) || !(numerator > 0) || !(denominator > 0))
        {
            return double.NaN;
        }

        return x <= 0 ? 1 : SpecialFunctions.BetaRegularized(denominator / 2, numerator / 2, denominator / (denominator + (numerator * x)));
    }

    /// <summary>P(X ≥ x) of chi-squared. R: <c>pchisq(x, df, lower.tail = FALSE)</c>.</summary>
    public static double ChiSquaredUpper(double x, double degreesOfFreedom)
    {
        if (double.IsNaN(x) || !(degreesOfFreedom > 0))
        {
            return double.NaN;
        }

        return x <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2, x / 2);
    }

    /// <summary>The x with P(B ≤ x) = p of the beta distribution. R: <c>qbeta(p, a, b)</c>.</summary>
    /// <returns>0 to 1; NaN when p is not 0–1 or a shape is not positive.</returns>
    public static double BetaQuantile(double p, double a, double b)
    {
        if (!(p >= 0 && p <= 1) || !(a > 0) || !(b > 0))
        {
            return double.NaN;
        }

        // Halving, because it cannot leave 0–1; the probability rises with x, so 200 steps reach the last digit.
        var low = 0.0;
        var high = 1.0;
        for (var i = 0; i < 200 && high - low > 1e-16 * high; i++)
        {
            var middle = (low + high) / 2;
            if (SpecialFunctions.BetaRegularized(a, b, middle) < p)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return p == 0 ? 0 : p == 1 ? 1 : (low + high) / 2;
    }

    /// <summary>ln Γ(x). R: <c>lgamma(x)</c>.</summary>
    public static double LogGamma(double x) => SpecialFunctions.GammaLn(x);

    private static double LowerStudentQuantile(double p, double df)
    {
        var low = -1.0;
        while (StudentCumulative(low, df) > p && !double.IsInfinity(low))
        {
            low *= 2;
        }

        var high = 0.0;
        var x = low / 2;
        for (var i = 0; i < 200 && high - low > 0; i++)
        {
            var error = StudentCumulative(x, df) - p;
            if (error > 0)
            {
                high = x;
            }
            else
            {
                low = x;
            }

            // Newton where it stays inside the bracket, else halve: safe in the flat far tail, exact to the last digits near it.
            var next = x - (error / StudentT.PDF(0, 1, df, x));
            next = next > low && next < high ? next : (low + high) / 2;
            if (Math.Abs(next - x) <= 1e-15 * Math.Abs(x))
            {
                return next;
            }

            x = next;
        }

        return x;
    }
}
