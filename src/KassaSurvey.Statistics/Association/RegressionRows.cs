namespace KassaSurvey.Statistics.Association;

/// <summary>The rows of a fitted regression: residuals, leverages and the errors that follow from them.</summary>
internal sealed class RegressionRows
{
    private readonly int size;
    private readonly double[] means;
    private readonly double[] scales;
    private readonly double[,] inverse;
    private readonly List<double[]> design = [];
    private readonly List<double> residuals = [];
    private readonly List<double> weights = [];

    public RegressionRows(double[] items, int driverCount, int rows, double[] rowWeights, CovarianceMatrix matrix, double[] coefficients)
    {
        size = driverCount + 1;
        means = new double[size];
        scales = new double[size];
        scales[0] = 1;
        for (var k = 1; k < size; k++)
        {
            means[k] = matrix.Mean(k);
            scales[k] = matrix.Deviation(k);
        }

        // Drivers are centred and scaled, so that the inverse below is as well conditioned as their correlations.
        var cross = new double[size, size];
        for (var row = 0; row < rows; row++)
        {
            var x = new double[size];
            x[0] = 1;
            var fitted = coefficients[0];
            for (var k = 1; k < size; k++)
            {
                var value = items[(k * rows) + row];
                x[k] = (value - means[k]) / scales[k];
                fitted += coefficients[k] * value;
            }

            var weight = rowWeights.Length == 0 ? 1 : rowWeights[row];
            var residual = items[row] - fitted;
            if (double.IsNaN(residual) || !(weight > 0))
            {
                continue;
            }

            design.Add(x);
            residuals.Add(residual);
            weights.Add(weight);
            for (var i = 0; i < size; i++)
            {
                for (var j = 0; j < size; j++)
                {
                    cross[i, j] += weight * x[i] * x[j];
                }
            }
        }

        inverse = Inverse(cross);
    }

    public double[] ClassicalErrors(double degreesOfFreedom)
    {
        var squares = 0.0;
        for (var row = 0; row < residuals.Count; row++)
        {
            squares += weights[row] * residuals[row] * residuals[row];
        }

        var variance = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                variance[i, j] = inverse[i, j] * squares / degreesOfFreedom;
            }
        }

        return Errors(variance);
    }

    public double[] RobustErrors()
    {
        var variance = new double[size, size];
        var influence = new double[size];
        for (var row = 0; row < residuals.Count; row++)
        {
            for (var i = 0; i < size; i++)
            {
                influence[i] = 0;
                for (var j = 0; j < size; j++)
                {
                    influence[i] += inverse[i, j] * design[row][j];
                }
            }

            var leverage = weights[row] * LinearAlgebra.Dot(influence, design[row]);
            // A row that alone decides a coefficient is fitted exactly and says nothing about its own spread.
            var scaled = 1 - leverage > 1e-10 ? weights[row] * residuals[row] / (1 - leverage) : double.NaN;
            for (var i = 0; i < size; i++)
            {
                for (var j = 0; j < size; j++)
                {
                    variance[i, j] += influence[i] * influence[j] * scaled * scaled;
                }
            }
        }

        return Errors(variance);
    }

    // Back from centred and scaled drivers to their own units; the intercept is the mean's error plus the slopes'.
    private double[] Errors(double[,] variance)
    {
        var errors = new double[size];
        var back = new double[size];
        back[0] = 1;
        for (var k = 1; k < size; k++)
        {
            errors[k] = Math.Sqrt(variance[k, k]) / scales[k];
            back[k] = -means[k] / scales[k];
        }

        var intercept = 0.0;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                intercept += back[i] * back[j] * variance[i, j];
            }
        }

        errors[0] = Math.Sqrt(intercept);
        return errors;
    }

    private static double[,] Inverse(double[,] cross)
    {
        var n = cross.GetLength(0);
        var inverse = new double[n, n];
        var unit = new double[n];
        var column = new double[n];
        for (var j = 0; j < n; j++)
        {
            Array.Clear(unit);
            unit[j] = 1;
            var isSolved = LinearAlgebra.TrySolve(cross, unit, column);
            for (var i = 0; i < n; i++)
            {
                inverse[i, j] = isSolved ? column[i] : double.NaN;
            }
        }

        return inverse;
    }
}
