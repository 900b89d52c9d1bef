using KassaSurvey.Statistics.Association;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Statistics.Design;

/// <summary>
/// Whether two categorical variables are related, when respondents were weighted or drawn in clusters: Pearson's
/// chi-squared corrected for the design (Rao and Scott 1984, second order). R: <c>svychisq(~a + b, design)</c>. Formulas:
/// docs/statistics/crosstab-test.md.
/// </summary>
/// <param name="N">Rows where both are known.</param>
/// <param name="ChiSquared">Pearson's statistic of the weighted shares × N; not itself chi-squared distributed.</param>
/// <param name="F">ChiSquared over the trace of the design effects.</param>
/// <param name="NumeratorFreedom">Satterthwaite's, usually a fraction.</param>
/// <param name="DenominatorFreedom">NumeratorFreedom × the design's degrees of freedom.</param>
/// <param name="PValue">From the F distribution: the one to report.</param>
/// <param name="FirstOrderPValue">From ChiSquared over the mean design effect: R's <c>statistic = "Chisq"</c>.</param>
public readonly record struct CrossTabTest(
    long N, double ChiSquared, double F, double NumeratorFreedom, double DenominatorFreedom, double PValue, double FirstOrderPValue)
{
    /// <summary>Tests the independence of two variables.</summary>
    /// <param name="design">The design.</param>
    /// <param name="rows">Category of each respondent, 0 and up; negative = missing.</param>
    /// <param name="columns">As rows.</param>
    /// <returns>All NaN with fewer than two used categories on either side, or when categories cannot be told apart in the design.</returns>
    /// <remarks>Categories nobody (with a weight) chose are left out; an empty cell among used categories is allowed.</remarks>
    /// <exception cref="ArgumentException">Lengths differ from the design's.</exception>
    public static CrossTabTest Of(SurveyDesign design, ReadOnlySpan<int> rows, ReadOnlySpan<int> columns)
    {
        ArgumentNullException.ThrowIfNull(design);
        if (rows.Length != design.RowCount || columns.Length != design.RowCount)
        {
            throw new ArgumentException($"{rows.Length} and {columns.Length} categories for {design.RowCount} rows.", nameof(rows));
        }

        var table = ContingencyTable.Of(design.Weights, rows, columns);
        var contrasts = (table.RowCount - 1) * (table.ColumnCount - 1);
        if (table.RowCount < 2 || table.ColumnCount < 2)
        {
            return Undefined(table.N);
        }

        var influences = new double[contrasts][];
        var simple = new double[contrasts, contrasts];
        for (var k = 0; k < contrasts; k++)
        {
            influences[k] = table.Influence(k);
            for (var l = 0; l < contrasts; l++)
            {
                simple[k, l] = table.SimpleCovariance(k, l);
            }
        }

        var effects = Effects(simple, Covariances(design, influences));
        var trace = 0.0;
        var squares = 0.0;
        for (var k = 0; k < contrasts; k++)
        {
            trace += effects[k, k];
            for (var l = 0; l < contrasts; l++)
            {
                squares += effects[k, l] * effects[l, k];
            }
        }

        // No spread between units (or too few of them) leaves nothing to test against.
        if (!(trace > 0))
        {
            return Undefined(table.N);
        }

        var statistic = table.ChiSquared;
        var freedom = trace * trace / squares;
        var denominator = freedom * design.DegreesOfFreedom;
        return new CrossTabTest(
            table.N,
            statistic,
            statistic / trace,
            freedom,
            denominator,
            Distributions.FisherUpper(statistic / trace, freedom, denominator),
            Distributions.ChiSquaredUpper(statistic / (trace / contrasts), contrasts));
    }

    private static CrossTabTest Undefined(long n) => new(n, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    private static double[,] Covariances(SurveyDesign design, double[][] influences)
    {
        var covariances = new double[influences.Length, influences.Length];
        var sum = new double[design.RowCount];
        for (var k = 0; k < influences.Length; k++)
        {
            covariances[k, k] = design.Variance(influences[k]);
            for (var l = 0; l < k; l++)
            {
                for (var i = 0; i < sum.Length; i++)
                {
                    sum[i] = influences[k][i] + influences[l][i];
                }

                covariances[k, l] = covariances[l, k] = (design.Variance(sum) - covariances[k, k] - covariances[l, l]) / 2;
            }
        }

        return covariances;
    }

    private static double[,] Effects(double[,] simple, double[,] actual)
    {
        var n = simple.GetLength(0);
        var effects = new double[n, n];
        var right = new double[n];
        var solution = new double[n];
        for (var l = 0; l < n; l++)
        {
            for (var k = 0; k < n; k++)
            {
                right[k] = actual[k, l];
            }

            var isSolved = LinearAlgebra.TrySolve(simple, right, solution);
            for (var k = 0; k < n; k++)
            {
                effects[k, l] = isSolved ? solution[k] : double.NaN;
            }
        }

        return effects;
    }
}
