namespace KassaSurvey.Statistics.Association;

/// <summary>A linear regression by (weighted) least squares with an intercept. Formulas: docs/statistics/least-squares.md.</summary>
/// <param name="N">Complete rows with a positive weight.</param>
/// <param name="Coefficients">The intercept, then one slope per driver.</param>
/// <param name="StandardErrors">Classical errors, in the same order. R: <c>summary(lm(y ~ x, weights = w))</c>.</param>
/// <param name="RobustErrors">Errors that hold when the spread differs between respondents (HC3); NaN when one respondent alone decides a coefficient. R: <c>sandwich::vcovHC(m, "HC3")</c>.</param>
/// <param name="RSquared">Share of the variance explained, 0–1.</param>
/// <param name="DegreesOfFreedom">N minus the number of coefficients.</param>
public readonly record struct LeastSquares(
    long N, double[] Coefficients, double[] StandardErrors, double[] RobustErrors, double RSquared, double DegreesOfFreedom)
{
    /// <summary>Whether the drivers could be separated and rows were enough; if not, every figure is NaN.</summary>
    public bool IsDefined => !double.IsNaN(RSquared);

    /// <summary>Fits the regression.</summary>
    /// <param name="target">One value per row, NaN = missing.</param>
    /// <param name="drivers">Drivers one after the other: value of row r of driver k at k·rows + r; NaN = missing.</param>
    /// <param name="driverCount">Number of drivers, at least 1.</param>
    /// <param name="weights">One non-negative weight per row; empty = unweighted.</param>
    /// <returns>All NaN when there are no more rows than coefficients, the target does not vary, or drivers are (nearly) dependent.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    public static LeastSquares Fit(ReadOnlySpan<double> target, ReadOnlySpan<double> drivers, int driverCount, ReadOnlySpan<double> weights)
    {
        var items = Stack(target, drivers, driverCount);
        var matrix = CovarianceMatrix.Of(items, driverCount + 1, weights);
        var n = matrix.CompleteRows;
        var inner = new int[driverCount];
        for (var k = 0; k < driverCount; k++)
        {
            inner[k] = k + 1;
        }

        var correlations = matrix.Correlations();
        var predictors = LinearAlgebra.Select(correlations, inner);
        var beta = new double[driverCount];
        var freedom = n - driverCount - 1;
        if (freedom < 1 || double.IsNaN(correlations[0, 0]) || LinearAlgebra.IsSingular(predictors)
            || !LinearAlgebra.TrySolve(predictors, LinearAlgebra.SelectColumn(correlations, inner, 0), beta))
        {
            return Undefined(n, driverCount);
        }

        var coefficients = new double[driverCount + 1];
        coefficients[0] = matrix.Mean(0);
        for (var k = 0; k < driverCount; k++)
        {
            coefficients[k + 1] = beta[k] * matrix.Deviation(0) / matrix.Deviation(k + 1);
            coefficients[0] -= coefficients[k + 1] * matrix.Mean(k + 1);
        }

        var rows = new RegressionRows(items, driverCount, target.Length, weights.ToArray(), matrix, coefficients);
        return new LeastSquares(
            n,
            coefficients,
            rows.ClassicalErrors(freedom),
            rows.RobustErrors(),
            LinearAlgebra.Dot(beta, LinearAlgebra.SelectColumn(correlations, inner, 0)),
            freedom);
    }

    private static double[] Stack(ReadOnlySpan<double> target, ReadOnlySpan<double> drivers, int driverCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(driverCount);
        if (drivers.Length != target.Length * driverCount)
        {
            throw new ArgumentException($"{drivers.Length} values for {driverCount} drivers of {target.Length} rows.", nameof(drivers));
        }

        var items = new double[target.Length + drivers.Length];
        target.CopyTo(items);
        drivers.CopyTo(items.AsSpan(target.Length));
        return items;
    }

    private static LeastSquares Undefined(long n, int driverCount)
    {
        var nothing = new double[driverCount + 1];
        Array.Fill(nothing, double.NaN);
        return new LeastSquares(n, nothing, (double[])nothing.Clone(), (double[])nothing.Clone(), double.NaN, double.NaN);
    }
}
