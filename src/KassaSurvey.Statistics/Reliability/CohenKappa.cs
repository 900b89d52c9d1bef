using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Statistics.Reliability;

/// <summary>Agreement of two coders beyond chance. Cohen 1960. Formulas: docs/statistics/kappa.md. R: <c>psych::cohen.kappa</c>.</summary>
/// <param name="N">Number of texts both coded.</param>
/// <param name="Observed">Share on which they agree, 0–1.</param>
/// <param name="Expected">Share on which they would agree by chance, 0–1.</param>
/// <param name="Value">(observed − expected)/(1 − expected); NaN for N = 0 or when both used one and the same code throughout.</param>
/// <param name="StandardError">Large-sample error (Fleiss, Cohen and Everitt 1969).</param>
public readonly record struct CohenKappa(long N, double Observed, double Expected, double Value, double StandardError)
{
    /// <summary>Compares two codings.</summary>
    /// <param name="first">One code per text; negative = not coded, the text is left out.</param>
    /// <param name="second">The other coder's codes of the same texts.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static CohenKappa Of(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException($"{second.Length} codes for {first.Length}.", nameof(second));
        }

        var pairs = new Dictionary<(int First, int Second), int>();
        var rows = new Dictionary<int, int>();
        var columns = new Dictionary<int, int>();
        var n = 0;
        for (var i = 0; i < first.Length; i++)
        {
            if (first[i] >= 0 && second[i] >= 0)
            {
                n++;
                pairs[(first[i], second[i])] = pairs.GetValueOrDefault((first[i], second[i])) + 1;
                rows[first[i]] = rows.GetValueOrDefault(first[i]) + 1;
                columns[second[i]] = columns.GetValueOrDefault(second[i]) + 1;
            }
        }

        var observed = 0.0;
        var expected = 0.0;
        foreach (var (code, count) in rows)
        {
            observed += (double)pairs.GetValueOrDefault((code, code)) / n;
            expected += (double)count * columns.GetValueOrDefault(code) / n / n;
        }

        if (n == 0 || expected >= 1)
        {
            return new CohenKappa(n, n == 0 ? double.NaN : observed, n == 0 ? double.NaN : expected, double.NaN, double.NaN);
        }

        // The delta method: each text moves kappa by its own agreement and by the marginals it feeds.
        var moments = 0.0;
        foreach (var ((a, b), count) in pairs)
        {
            var marginals = (double)(columns.GetValueOrDefault(a) + rows.GetValueOrDefault(b)) / n;
            var influence = ((a == b ? 1 : 0) * (1 - expected)) - (marginals * (1 - observed));
            moments += (double)count / n * influence * influence;
        }

        var centre = (observed * expected) - (2 * expected) + observed;
        var variance = Math.Max(0, moments - (centre * centre)) / n;
        var error = Math.Sqrt(variance) / ((1 - expected) * (1 - expected));
        return new CohenKappa(n, observed, expected, (observed - expected) / (1 - expected), error);
    }

    /// <summary>Kappa ± z·standard error.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public ConfidenceInterval Interval(double level = 0.95) =>
        new Estimate(N, Value, double.NaN, StandardError, double.PositiveInfinity).Interval(level);
}
