using KassaSurvey.Statistics.Association;

namespace KassaSurvey.Statistics.Reliability;

/// <summary>How consistently several items measure one thing. Cronbach 1951; R: <c>psych::alpha</c>. Formulas: docs/statistics/reliability.md.</summary>
/// <param name="Raw">k/(k−1)·(1 − Σs²/s²_sum); at most 1, negative when items run against each other; NaN for one item or no variance.</param>
/// <param name="Standardised">From the mean correlation r̄: k·r̄/(1+(k−1)·r̄); NaN also when an item does not vary.</param>
public readonly record struct CronbachAlpha(double Raw, double Standardised)
{
    /// <summary>Computes both from the (weighted) covariances of the items.</summary>
    /// <param name="matrix">Covariances over the complete respondents.</param>
    /// <param name="items">Indices of the items, all scored in the same direction.</param>
    public static CronbachAlpha Of(CovarianceMatrix matrix, ReadOnlySpan<int> items)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var own = 0.0;
        var all = 0.0;
        var correlations = 0.0;
        for (var i = 0; i < items.Length; i++)
        {
            for (var j = 0; j < items.Length; j++)
            {
                all += matrix[items[i], items[j]];
                own += i == j ? matrix[items[i], items[j]] : 0;
                correlations += i == j ? 0 : matrix.Correlation(items[i], items[j]);
            }
        }

        var k = (double)items.Length;
        if (k < 2)
        {
            return new CronbachAlpha(double.NaN, double.NaN);
        }

        var mean = correlations / (k * (k - 1));
        return new CronbachAlpha(all > 0 ? k / (k - 1) * (1 - (own / all)) : double.NaN, k * mean / (1 + ((k - 1) * mean)));
    }
}
