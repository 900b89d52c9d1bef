using KassaSurvey.Statistics.Association;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Statistics.Design;

/// <summary>
/// A linear regression whose standard errors know how respondents were drawn (Binder 1983). Formulas:
/// docs/statistics/design-regression.md. R: <c>svyglm(y ~ x1 + x2, design)</c>.
/// </summary>
/// <param name="N">Complete rows with a positive weight.</param>
/// <param name="Coefficients">The intercept, then one slope per driver; each can be read as an estimate and tested against 0.</param>
/// <param name="RSquared">Share of the weighted variance explained, 0–1.</param>
public readonly record struct DesignRegression(long N, DifferenceTest[] Coefficients, double RSquared)
{
    /// <summary>Whether the drivers could be separated and rows were enough; if not, every figure is NaN.</summary>
    public bool IsDefined => !double.IsNaN(RSquared);

    /// <summary>Fits the regression.</summary>
    /// <param name="design">The design; incomplete rows stay in it with influence 0.</param>
    /// <param name="target">One value per row, NaN = missing.</param>
    /// <param name="drivers">Drivers one after the other: value of row r of driver k at k·rows + r; NaN = missing.</param>
    /// <param name="driverCount">Number of drivers, at least 1.</param>
    /// <returns>
    /// Degrees of freedom: those of the design minus the number of drivers, as svyglm takes. All NaN as
    /// <see cref="LeastSquares.Fit"/>; tests are NaN when no degree of freedom is left.
    /// </returns>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    public static DesignRegression Fit(SurveyDesign design, ReadOnlySpan<double> target, ReadOnlySpan<double> drivers, int driverCount)
    {
        ArgumentNullException.ThrowIfNull(design);
        var rows = design.RowCount;
        if (target.Length != rows)
        {
            throw new ArgumentException($"{target.Length} values for {rows} rows.", nameof(target));
        }

        var fit = LeastSquares.Fit(target, drivers, driverCount, design.Weights);
        var residuals = target.ToArray();
        var columns = new double[driverCount + 1][];
        columns[0] = new double[rows];
        Array.Fill(columns[0], 1);
        for (var k = 1; k <= driverCount; k++)
        {
            columns[k] = drivers.Slice((k - 1) * rows, rows).ToArray();
        }

        // An incomplete row has no residual: with weight 0 and plain zeros it drops out of every sum below.
        var weights = design.Weights.ToArray();
        for (var row = 0; row < rows; row++)
        {
            for (var k = 0; k <= driverCount; k++)
            {
                residuals[row] -= fit.Coefficients[k] * columns[k][row];
            }

            if (double.IsNaN(residuals[row]))
            {
                weights[row] = residuals[row] = 0;
                foreach (var column in columns)
                {
                    column[row] = 0;
                }
            }
        }

        var freedom = design.DegreesOfFreedom - driverCount;
        var tests = new DifferenceTest[driverCount + 1];
        for (var k = 0; k < tests.Length; k++)
        {
            var error = fit.IsDefined ? Math.Sqrt(design.Variance(Influence(weights, columns, k, residuals))) : double.NaN;
            tests[k] = DifferenceTest.Of(fit.Coefficients[k], error, fit.IsDefined && freedom > 0 ? freedom : double.NaN);
        }

        return new DesignRegression(fit.N, tests, fit.RSquared);
    }

    // Row k of (X′WX)⁻¹x_i is what the other columns leave of column k over its weighted sum of squares (Frisch and Waugh).
    private static double[] Influence(double[] weights, double[][] columns, int k, double[] residuals)
    {
        var others = new List<double[]>(columns);
        others.RemoveAt(k);
        var influence = (double[])columns[k].Clone();
        CalibrationBasis.OfColumns(weights, others).TakeResiduals(influence);
        var squares = 0.0;
        for (var i = 0; i < influence.Length; i++)
        {
            squares += weights[i] * influence[i] * influence[i];
        }

        for (var i = 0; i < influence.Length; i++)
        {
            influence[i] *= residuals[i] / squares;
        }

        return influence;
    }
}
