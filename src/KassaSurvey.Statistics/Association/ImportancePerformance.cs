namespace KassaSurvey.Statistics.Association;

/// <summary>
/// How well each latent variable does (0–100) and how many points another would move with it: "image +5 points goes with
/// satisfaction +2 points". Source: Ringle and Sarstedt 2016; R: <c>cSEM::doIPMA</c>. Formulas:
/// docs/statistics/importance-performance.md. Immutable.
/// </summary>
/// <remarks>
/// Importance is an association under the model's arrows, not proof of a cause. Everything is NaN where the path model
/// has no figures, and for a block whose unstandardised weights add up to 0.
/// </remarks>
public sealed class ImportancePerformance
{
    private readonly double[][] shares;
    private readonly double[][] itemPerformance;
    private readonly double[] performance;
    private readonly double[,] effects;

    private ImportancePerformance(double[][] shares, double[][] itemPerformance, double[] performance, double[,] effects)
    {
        this.shares = shares;
        this.itemPerformance = itemPerformance;
        this.performance = performance;
        this.effects = effects;
    }

    /// <summary>Computes the map.</summary>
    /// <param name="model">The estimated model.</param>
    /// <param name="matrix">The covariance matrix it was estimated from.</param>
    /// <param name="minima">Lowest possible answer of each item of the matrix.</param>
    /// <param name="maxima">Highest possible answer of each item.</param>
    /// <exception cref="ArgumentException">The bounds have another length than the matrix, or a minimum is not below its maximum.</exception>
    public static ImportancePerformance Of(PathModel model, CovarianceMatrix matrix, ReadOnlySpan<double> minima, ReadOnlySpan<double> maxima)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(matrix);
        RequireBounds(matrix.Size, minima, maxima);
        var blocks = model.Specification.Blocks;
        var shares = new double[blocks.Length][];
        var itemPerformance = new double[blocks.Length][];
        var performance = new double[blocks.Length];
        var deviations = new double[blocks.Length];
        for (var block = 0; block < blocks.Length; block++)
        {
            var items = blocks[block].Items;
            shares[block] = Shares(model.Weights(block), items, matrix, minima, maxima);
            itemPerformance[block] = new double[items.Length];
            var variance = 0.0;
            for (var i = 0; i < items.Length; i++)
            {
                itemPerformance[block][i] = (matrix.Mean(items[i]) - minima[items[i]]) * Factor(items[i], minima, maxima);
                performance[block] += shares[block][i] * itemPerformance[block][i];
                for (var j = 0; j < items.Length; j++)
                {
                    variance += shares[block][i] * shares[block][j] * matrix[items[i], items[j]]
                        * Factor(items[i], minima, maxima) * Factor(items[j], minima, maxima);
                }
            }

            deviations[block] = Math.Sqrt(variance);
        }

        return new ImportancePerformance(shares, itemPerformance, performance, model.Specification.TotalEffects(Unstandardised(model, deviations)));
    }

    /// <summary>The mean of a latent variable, 0–100.</summary>
    public double Performance(int block) => performance[block];

    /// <summary>The mean of an item, 0–100; items are numbered as in their block.</summary>
    public double ItemPerformance(int block, int item) => itemPerformance[block][item];

    /// <summary>Points (0–100) the target moves with one point of the source, directly and through others.</summary>
    public double Importance(int source, int target) => effects[source, target];

    /// <summary>Points the target moves with one point of one item of the source.</summary>
    public double ItemImportance(int source, int item, int target) => effects[source, target] * shares[source][item];

    /// <summary>What part of its block's index an item makes up; the parts of a block add up to 1, a negative one is a warning.</summary>
    public double ItemShare(int block, int item) => shares[block][item];

    private static double[,] Unstandardised(PathModel model, double[] deviations)
    {
        var direct = new double[deviations.Length, deviations.Length];
        for (var source = 0; source < deviations.Length; source++)
        {
            for (var target = 0; target < deviations.Length; target++)
            {
                direct[source, target] = model.PathCoefficient(source, target) * deviations[target] / deviations[source];
            }
        }

        return direct;
    }

    private static double[] Shares(
        ReadOnlySpan<double> weights, ReadOnlySpan<int> items, CovarianceMatrix matrix, ReadOnlySpan<double> minima, ReadOnlySpan<double> maxima)
    {
        var shares = new double[items.Length];
        var sum = 0.0;
        for (var i = 0; i < items.Length; i++)
        {
            shares[i] = weights[i] / (matrix.Deviation(items[i]) * Factor(items[i], minima, maxima));
            sum += shares[i];
        }

        for (var i = 0; i < items.Length; i++)
        {
            shares[i] = sum == 0 ? double.NaN : shares[i] / sum;
        }

        return shares;
    }

    private static double Factor(int item, ReadOnlySpan<double> minima, ReadOnlySpan<double> maxima) => 100 / (maxima[item] - minima[item]);

    private static void RequireBounds(int size, ReadOnlySpan<double> minima, ReadOnlySpan<double> maxima)
    {
        if (minima.Length != size || maxima.Length != size)
        {
            throw new ArgumentException($"{minima.Length} and {maxima.Length} bounds for {size} items.", nameof(minima));
        }

        for (var item = 0; item < size; item++)
        {
            if (!(minima[item] < maxima[item]))
            {
                throw new ArgumentException($"Item {item} has no range.", nameof(maxima));
            }
        }
    }
}
