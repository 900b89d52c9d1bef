namespace KassaSurvey.Statistics.Descriptive;

/// <summary>Quantiles; the kind is in the name. Formulas: docs/statistics/quantile.md.</summary>
public static class Quantile
{
    // Cumulated weights carry rounding errors: without this, the median of ten equal weights of 0.1 would be the sixth value.
    private const double Slack = 1e-12;

    /// <summary>
    /// The smallest value whose cumulated weight reaches the share p of all: always a value somebody gave.
    /// R: <c>svyquantile(~y, design, p)</c> (default rule "math"), <c>quantile(y, p, type = 1)</c> unweighted.
    /// </summary>
    /// <param name="values">One value per row, NaN = missing.</param>
    /// <param name="weights">One non-negative weight per row; empty = unweighted.</param>
    /// <param name="p">Share 0–1.</param>
    /// <returns>NaN without a valid value or weight.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a weight is negative or not finite, or p is not 0–1.</exception>
    public static double WeightedInverse(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double p)
    {
        if (!weights.IsEmpty && weights.Length != values.Length)
        {
            throw new ArgumentException($"{weights.Length} weights for {values.Length} values.", nameof(weights));
        }

        WeightRules.Require(weights, nameof(weights));
        RequireShare(p);
        var sorted = new List<(double Value, double Weight)>(values.Length);
        var total = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            var weight = weights.IsEmpty ? 1 : weights[i];
            if (!double.IsNaN(values[i]) && weight > 0)
            {
                sorted.Add((values[i], weight));
                total += weight;
            }
        }

        sorted.Sort();
        var cumulated = 0.0;
        foreach (var (value, weight) in sorted)
        {
            cumulated += weight;
            if (cumulated >= total * (p - Slack))
            {
                return value;
            }
        }

        return double.NaN;
    }

    /// <summary>The weighted quantile of the values low–high (both included) of a coded column; the same rule.</summary>
    /// <returns>NaN without a valid value or weight.</returns>
    /// <exception cref="ArgumentException">p is not 0–1.</exception>
    public static double WeightedInverse(ValueTally t, int low, int high, double p)
    {
        ArgumentNullException.ThrowIfNull(t);
        RequireShare(p);
        var total = t.WeightBetween(low, high);
        var cumulated = 0.0;
        for (var value = low; value <= high; value++)
        {
            cumulated += t.Weight(value);
            if (t.Weight(value) > 0 && cumulated >= total * (p - Slack))
            {
                return value;
            }
        }

        return double.NaN;
    }

    /// <summary>The unweighted quantile that interpolates between neighbours. R: <c>quantile(y, p)</c> (type 7), spreadsheet PERCENTILE.INC.</summary>
    /// <param name="values">One value per row, NaN = missing.</param>
    /// <param name="p">Share 0–1.</param>
    /// <returns>NaN without a valid value.</returns>
    /// <exception cref="ArgumentException">p is not 0–1.</exception>
    public static double Type7(ReadOnlySpan<double> values, double p)
    {
        RequireShare(p);
        var sorted = new List<double>(values.Length);
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                sorted.Add(value);
            }
        }

        if (sorted.Count == 0)
        {
            return double.NaN;
        }

        sorted.Sort();
        var position = (sorted.Count - 1) * p;
        var below = (int)Math.Floor(position);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }

    private static void RequireShare(double p)
    {
        if (!(p >= 0 && p <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "A share lies between 0 and 1.");
        }
    }
}
