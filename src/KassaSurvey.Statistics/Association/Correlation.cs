using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Statistics.Association;

/// <summary>How two variables move together, −1 to 1. Formulas: docs/statistics/correlation.md.</summary>
/// <param name="N">Rows where both are known.</param>
/// <param name="Value">The coefficient; NaN when a variable does not vary or N &lt; 2.</param>
/// <param name="StandardError">Of its Fisher transform artanh(r); NaN for N ≤ 3.</param>
public readonly record struct Correlation(long N, double Value, double StandardError)
{
    /// <summary>Pearson's coefficient. R: <c>cor(x, y)</c>, weighted <c>cov.wt(cbind(x, y), w, cor = TRUE)</c>.</summary>
    /// <param name="x">One value per row, NaN = missing.</param>
    /// <param name="y">As x.</param>
    /// <param name="weights">One non-negative weight per row; empty = unweighted. The error then uses Kish's effective number.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static Correlation Pearson(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> weights)
    {
        RequirePairs(x, y);
        var both = new double[x.Length * 2];
        x.CopyTo(both);
        y.CopyTo(both.AsSpan(x.Length));
        var matrix = CovarianceMatrix.Of(both, 2, weights);
        var size = EffectiveSize(x, y, weights);
        return new Correlation(matrix.CompleteRows, matrix.Correlation(0, 1), FisherError(size, 1));
    }

    /// <summary>
    /// Spearman's coefficient: Pearson's of the ranks, ties sharing their mean rank. R: <c>cor(x, y, method = "spearman")</c>.
    /// Error by Bonett and Wright 2000: √((1 + r²/2)/(n − 3)).
    /// </summary>
    /// <param name="x">One value per row, NaN = missing.</param>
    /// <param name="y">As x.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static Correlation Spearman(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        RequirePairs(x, y);
        var pairsX = new List<double>(x.Length);
        var pairsY = new List<double>(x.Length);
        for (var i = 0; i < x.Length; i++)
        {
            if (!double.IsNaN(x[i] + y[i]))
            {
                pairsX.Add(x[i]);
                pairsY.Add(y[i]);
            }
        }

        var ranked = Pearson(Ranks([.. pairsX]), Ranks([.. pairsY]), []);
        return ranked with { StandardError = FisherError(ranked.N, 1 + (ranked.Value * ranked.Value / 2)) };
    }

    /// <summary>tanh(artanh(r) ± z·error): stays inside −1 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public ConfidenceInterval Interval(double level = 0.95)
    {
        var half = Distributions.StudentTwoSided(level, double.PositiveInfinity) * StandardError;
        var centre = Math.Atanh(Value);
        return new ConfidenceInterval(Math.Tanh(centre - half), Math.Tanh(centre + half));
    }

    private static double[] Ranks(double[] values)
    {
        var sorted = (double[])values.Clone();
        var order = new int[values.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(sorted, order);
        var ranks = new double[values.Length];
        for (var start = 0; start < sorted.Length;)
        {
            var end = start + 1;
            while (end < sorted.Length && sorted[end].Equals(sorted[start]))
            {
                end++;
            }

            for (var i = start; i < end; i++)
            {
                ranks[order[i]] = (start + 1 + end) / 2.0;
            }

            start = end;
        }

        return ranks;
    }

    private static double EffectiveSize(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        var squares = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            var weight = double.IsNaN(x[i] + y[i]) ? 0 : weights.IsEmpty ? 1 : weights[i];
            sum += weight;
            squares += weight * weight;
        }

        return sum * sum / squares;
    }

    private static double FisherError(double size, double factor) => size > 3 ? Math.Sqrt(factor / (size - 3)) : double.NaN;

    private static void RequirePairs(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException($"{y.Length} values for {x.Length}.", nameof(y));
        }
    }
}
