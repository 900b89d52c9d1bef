using KassaSurvey.Statistics.Descriptive;

namespace KassaSurvey.Statistics.Association;

/// <summary>
/// Weighted means, covariances and correlations of several items over the respondents who answered all of them.
/// Immutable: everything about drivers follows from it. R: <c>cov.wt(x, wt, cor = TRUE)</c> on complete cases.
/// </summary>
/// <remarks>
/// Divisor: Σw·(n−1)/n, so that equal weights give the ordinary sample covariance; correlations do not depend on it.
/// Deviations are summed from the mean in a second pass. Fewer than two complete rows or no weight: all NaN.
/// </remarks>
public sealed class CovarianceMatrix
{
    private readonly double[] means;
    private readonly double[,] covariances;

    private CovarianceMatrix(long completeRows, double[] means, double[,] covariances)
    {
        CompleteRows = completeRows;
        this.means = means;
        this.covariances = covariances;
    }

    /// <summary>Number of items.</summary>
    public int Size => means.Length;

    /// <summary>Respondents who answered every item and have a positive weight.</summary>
    public long CompleteRows { get; }

    /// <summary>The covariance of two items; the variance of one.</summary>
    public double this[int i, int j] => covariances[i, j];

    /// <summary>Computes the matrix.</summary>
    /// <param name="items">Items one after the other: value of row r of item k at k·rows + r; NaN = missing.</param>
    /// <param name="itemCount">Number of items.</param>
    /// <param name="weights">One non-negative weight per row; empty = unweighted.</param>
    /// <exception cref="ArgumentException">The values do not divide into the items, the weights have another length than the rows, or one is negative or not finite.</exception>
    public static CovarianceMatrix Of(ReadOnlySpan<double> items, int itemCount, ReadOnlySpan<double> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(itemCount);
        var rows = items.Length / itemCount;
        if (rows * itemCount != items.Length || (!weights.IsEmpty && weights.Length != rows))
        {
            throw new ArgumentException($"{items.Length} values and {weights.Length} weights do not make {itemCount} items.", nameof(items));
        }

        WeightRules.Require(weights, nameof(weights));
        var used = CompleteWeights(items, itemCount, rows, weights, out var n, out var total);
        var means = new double[itemCount];
        for (var item = 0; item < itemCount; item++)
        {
            var column = items.Slice(item * rows, rows);
            for (var row = 0; row < rows; row++)
            {
                means[item] += used[row] > 0 ? used[row] * column[row] / total : 0;
            }

            means[item] = n > 0 ? means[item] : double.NaN;
        }

        var covariances = new double[itemCount, itemCount];
        var divisor = n > 1 ? total * (n - 1) / n : double.NaN;
        for (var i = 0; i < itemCount; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = 0.0;
                var first = items.Slice(i * rows, rows);
                var second = items.Slice(j * rows, rows);
                for (var row = 0; row < rows; row++)
                {
                    sum += used[row] > 0 ? used[row] * (first[row] - means[i]) * (second[row] - means[j]) : 0;
                }

                covariances[i, j] = covariances[j, i] = sum / divisor;
            }
        }

        return new CovarianceMatrix(n, means, covariances);
    }

    /// <summary>The weighted mean of an item over the complete rows.</summary>
    public double Mean(int item) => means[item];

    /// <summary>The standard deviation of an item over the complete rows.</summary>
    public double Deviation(int item) => Math.Sqrt(covariances[item, item]);

    /// <summary>The correlation of two items; NaN when one of them does not vary.</summary>
    public double Correlation(int i, int j)
    {
        var scale = Deviation(i) * Deviation(j);
        return scale > 0 ? (i == j ? 1 : covariances[i, j] / scale) : double.NaN;
    }

    /// <summary>All correlations as a matrix of its own.</summary>
    internal double[,] Correlations()
    {
        var matrix = new double[Size, Size];
        for (var i = 0; i < Size; i++)
        {
            for (var j = 0; j < Size; j++)
            {
                matrix[i, j] = Correlation(i, j);
            }
        }

        return matrix;
    }

    private static double[] CompleteWeights(
        ReadOnlySpan<double> items, int itemCount, int rows, ReadOnlySpan<double> weights, out long n, out double total)
    {
        var used = new double[rows];
        n = 0;
        total = 0;
        for (var row = 0; row < rows; row++)
        {
            var isComplete = true;
            for (var item = 0; item < itemCount && isComplete; item++)
            {
                isComplete = !double.IsNaN(items[(item * rows) + row]);
            }

            used[row] = isComplete ? weights.IsEmpty ? 1 : weights[row] : 0;
            n += used[row] > 0 ? 1 : 0;
            total += used[row];
        }

        return used;
    }
}
