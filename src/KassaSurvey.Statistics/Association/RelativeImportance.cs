using System.Numerics;

namespace KassaSurvey.Statistics.Association;

/// <summary>How much of what drivers explain together belongs to each. Formulas: docs/statistics/relative-importance.md.</summary>
/// <param name="Shares">One per driver, adding up to R²; NaN when drivers cannot be separated.</param>
/// <param name="RSquared">What all drivers explain together, 0–1; NaN with the shares.</param>
public readonly record struct RelativeImportance(double[] Shares, double RSquared)
{
    /// <summary>With more drivers the number of subsets (2^p) is too large: use <see cref="Johnson"/>.</summary>
    public const int MaximumLmgDrivers = 15;

    /// <summary>Whether the drivers could be separated.</summary>
    public bool IsDefined => !double.IsNaN(RSquared);

    /// <summary>
    /// The gain in R² from a driver, averaged over all orders of entering (Lindeman, Merenda and Gold 1980; Shapley).
    /// R: <c>relaimpo::calc.relimp(m, type = "lmg")</c>.
    /// </summary>
    /// <param name="matrix">Covariances of target and drivers, weighted or not.</param>
    /// <param name="target">Index of the target.</param>
    /// <param name="drivers">Indices of the drivers, 1 to 15.</param>
    /// <returns>All NaN when the target or a driver does not vary or the drivers are (nearly) dependent.</returns>
    /// <exception cref="ArgumentException">No driver or more than 15.</exception>
    public static RelativeImportance Lmg(CovarianceMatrix matrix, int target, ReadOnlySpan<int> drivers)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var p = drivers.Length;
        if (p is 0 or > MaximumLmgDrivers)
        {
            throw new ArgumentException($"1 to {MaximumLmgDrivers} drivers, not {p}.", nameof(drivers));
        }

        var correlations = matrix.Correlations();
        if (!AreSeparable(correlations, target, drivers))
        {
            return Undefined(p);
        }

        var explained = SubsetSweep.Explained(LinearAlgebra.Select(correlations, [.. drivers, target]));
        var factorials = Factorials(p);
        var shares = new double[p];
        for (var k = 0; k < p; k++)
        {
            for (var subset = 0; subset < explained.Length; subset++)
            {
                if ((subset >> k & 1) == 0)
                {
                    var size = BitOperations.PopCount((uint)subset);
                    var weight = factorials[size] * factorials[p - 1 - size] / factorials[p];
                    shares[k] += weight * (explained[subset | 1 << k] - explained[subset]);
                }
            }
        }

        return new RelativeImportance(shares, explained[^1]);
    }

    /// <summary>Johnson's (2000) relative weights: close to LMG, quick for any number of drivers. R: <c>rwa::rwa</c>.</summary>
    /// <param name="matrix">Covariances of target and drivers, weighted or not.</param>
    /// <param name="target">Index of the target.</param>
    /// <param name="drivers">Indices of the drivers, at least one.</param>
    /// <returns>As <see cref="Lmg"/>.</returns>
    /// <exception cref="ArgumentException">No driver.</exception>
    public static RelativeImportance Johnson(CovarianceMatrix matrix, int target, ReadOnlySpan<int> drivers)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var p = drivers.Length;
        if (p == 0)
        {
            throw new ArgumentException("At least one driver.", nameof(drivers));
        }

        var correlations = matrix.Correlations();
        if (!AreSeparable(correlations, target, drivers))
        {
            return Undefined(p);
        }

        // The nearest uncorrelated variables Z have loadings L = R^(1/2); the target's slopes on Z are L⁻¹r.
        var eigen = SymmetricEigen.Of(LinearAlgebra.Select(correlations, drivers));
        var root = Power(eigen, 0.5);
        var inverseRoot = Power(eigen, -0.5);
        var right = LinearAlgebra.SelectColumn(correlations, drivers, target);
        var shares = new double[p];
        var sum = 0.0;
        for (var k = 0; k < p; k++)
        {
            var slope = 0.0;
            for (var i = 0; i < p; i++)
            {
                slope += inverseRoot[k, i] * right[i];
            }

            for (var j = 0; j < p; j++)
            {
                shares[j] += root[j, k] * root[j, k] * slope * slope;
            }

            sum += slope * slope;
        }

        return new RelativeImportance(shares, sum);
    }

    private static bool AreSeparable(double[,] correlations, int target, ReadOnlySpan<int> drivers) =>
        !double.IsNaN(correlations[target, target]) && !LinearAlgebra.IsSingular(LinearAlgebra.Select(correlations, drivers));

    private static double[,] Power(SymmetricEigen eigen, double exponent)
    {
        var n = eigen.Values.Length;
        var power = new double[n, n];
        for (var k = 0; k < n; k++)
        {
            var value = Math.Pow(eigen.Values[k], exponent);
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    power[i, j] += eigen.Vectors[i, k] * value * eigen.Vectors[j, k];
                }
            }
        }

        return power;
    }

    private static double[] Factorials(int p)
    {
        var factorials = new double[p + 1];
        factorials[0] = 1;
        for (var k = 1; k <= p; k++)
        {
            factorials[k] = k * factorials[k - 1];
        }

        return factorials;
    }

    private static RelativeImportance Undefined(int p)
    {
        var shares = new double[p];
        Array.Fill(shares, double.NaN);
        return new RelativeImportance(shares, double.NaN);
    }
}
