namespace KassaSurvey.Statistics.Association;

/// <summary>The few matrix operations the association methods need: small, dense, symmetric.</summary>
internal static class LinearAlgebra
{
    /// <summary>A ratio of the largest to the smallest eigenvalue above this means that columns cannot be told apart.</summary>
    public const double LargestCondition = 1e10;

    /// <summary>Solves A x = b for a symmetric positive definite A by Cholesky; false when A is singular.</summary>
    public static bool TrySolve(double[,] matrix, ReadOnlySpan<double> right, Span<double> solution)
    {
        var n = right.Length;
        var lower = new double[n, n];
        if (!TryCholesky(matrix, lower))
        {
            return false;
        }

        for (var i = 0; i < n; i++)
        {
            var sum = right[i];
            for (var k = 0; k < i; k++)
            {
                sum -= lower[i, k] * solution[k];
            }

            solution[i] = sum / lower[i, i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            var sum = solution[i];
            for (var k = i + 1; k < n; k++)
            {
                sum -= lower[k, i] * solution[k];
            }

            solution[i] = sum / lower[i, i];
        }

        return true;
    }

    /// <summary>The condition number of a correlation matrix: largest over smallest eigenvalue; infinite or NaN when not positive definite.</summary>
    public static double Condition(double[,] correlation)
    {
        var values = SymmetricEigen.Of(correlation).Values;
        var smallest = double.PositiveInfinity;
        var largest = 0.0;
        foreach (var value in values)
        {
            smallest = Math.Min(smallest, value);
            largest = Math.Max(largest, value);
        }

        return smallest > 0 ? largest / smallest : smallest <= 0 ? double.PositiveInfinity : double.NaN;
    }

    /// <summary>Whether a correlation matrix is too close to singular to separate its columns.</summary>
    public static bool IsSingular(double[,] correlation) =>
        correlation.GetLength(0) > 0 && !(Condition(correlation) <= LargestCondition);

    /// <summary>The rows and columns of a matrix with these indices.</summary>
    public static double[,] Select(double[,] matrix, ReadOnlySpan<int> indices)
    {
        var part = new double[indices.Length, indices.Length];
        for (var i = 0; i < indices.Length; i++)
        {
            for (var j = 0; j < indices.Length; j++)
            {
                part[i, j] = matrix[indices[i], indices[j]];
            }
        }

        return part;
    }

    /// <summary>The entries of one column with these row indices.</summary>
    public static double[] SelectColumn(double[,] matrix, ReadOnlySpan<int> rows, int column)
    {
        var part = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            part[i] = matrix[rows[i], column];
        }

        return part;
    }

    /// <summary>The product of a vector with the part of a matrix at these rows and columns.</summary>
    public static double[] Multiply(double[,] matrix, ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, ReadOnlySpan<double> weights)
    {
        var result = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < columns.Length; j++)
            {
                result[i] += matrix[rows[i], columns[j]] * weights[j];
            }
        }

        return result;
    }

    /// <summary>The sum of products.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static bool TryCholesky(double[,] matrix, double[,] lower)
    {
        var n = lower.GetLength(0);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i, j];
                for (var k = 0; k < j; k++)
                {
                    sum -= lower[i, k] * lower[j, k];
                }

                if (i > j)
                {
                    lower[i, j] = sum / lower[j, j];
                }
                else if (sum > 1e-14 * matrix[i, i])
                {
                    lower[i, i] = Math.Sqrt(sum);
                }
                else
                {
                    return false;
                }
            }
        }

        return true;
    }
}
