using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Statistics.Design;

/// <summary>
/// Estimates under any survey design, with Taylor standard errors. All share the same rules: a value of NaN is missing;
/// a domain is a bitmap (bit <c>i</c> = row <c>i</c>, empty = everyone) and rows outside it stay in the design with
/// influence 0; without a valid row (or weight) the value is NaN, with one valid row the standard error is NaN.
/// Formulas: docs/statistics/survey-design.md.
/// </summary>
public static class DesignEstimate
{
    /// <summary>The weighted mean over a domain; of 0/1 values, a share. R: <c>svymean(~y, subset(design, domain), na.rm=TRUE)</c>.</summary>
    /// <exception cref="ArgumentException">Lengths differ from the design's.</exception>
    public static Estimate Mean(SurveyDesign design, ReadOnlySpan<double> values, ReadOnlySpan<ulong> domain = default)
    {
        ArgumentNullException.ThrowIfNull(design);
        var mean = DomainMean.Of(design, values, domain);
        if (!(mean.N >= 2 && mean.Weight > 0))
        {
            return Estimate.Undefined(mean.N) with { Value = mean.Value };
        }

        var influence = new double[design.RowCount];
        mean.AddInfluence(influence, values, domain, 1);
        return new Estimate(mean.N, mean.Value, mean.Deviation, Math.Sqrt(design.Variance(influence)), design.DegreesOfFreedom);
    }

    /// <summary>The estimated population total Σwy over a domain; missing counts as 0. R: <c>svytotal(~y, design, na.rm=TRUE)</c>.</summary>
    /// <returns>N is the number of valid rows; no deviation. Without a valid row (or weight) the total is NaN; one valid row among others has an error, because the others count as 0.</returns>
    /// <exception cref="ArgumentException">Lengths differ from the design's.</exception>
    public static Estimate Total(SurveyDesign design, ReadOnlySpan<double> values, ReadOnlySpan<ulong> domain = default)
    {
        ArgumentNullException.ThrowIfNull(design);
        var mean = DomainMean.Of(design, values, domain);
        var rows = new RowSelection(domain, values.Length, nameof(domain));
        var influence = new double[design.RowCount];
        for (var i = 0; i < influence.Length; i++)
        {
            influence[i] = rows.Contains(i) && !double.IsNaN(values[i]) ? values[i] : 0;
        }

        return mean.N == 0 || !(mean.Weight > 0)
            ? Estimate.Undefined(mean.N)
            : new Estimate(mean.N, mean.Value * mean.Weight, double.NaN, Math.Sqrt(design.Variance(influence)), design.DegreesOfFreedom);
    }

    /// <summary>The ratio of two totals Σwy/Σwx over the rows where both are known. R: <c>svyratio(~y, ~x, design, na.rm=TRUE)</c>.</summary>
    /// <returns>NaN when the denominator is 0.</returns>
    /// <exception cref="ArgumentException">Lengths differ from the design's.</exception>
    public static Estimate Ratio(SurveyDesign design, ReadOnlySpan<double> numerator, ReadOnlySpan<double> denominator, ReadOnlySpan<ulong> domain = default)
    {
        ArgumentNullException.ThrowIfNull(design);
        RequireRows(design, numerator.Length, nameof(numerator));
        RequireRows(design, denominator.Length, nameof(denominator));
        var rows = new RowSelection(domain, numerator.Length, nameof(domain));
        var n = 0L;
        var top = 0.0;
        var bottom = 0.0;
        for (var i = 0; i < numerator.Length; i++)
        {
            if (rows.Contains(i) && !double.IsNaN(numerator[i] + denominator[i]))
            {
                n++;
                top += design.Weights[i] * numerator[i];
                bottom += design.Weights[i] * denominator[i];
            }
        }

        if (n == 0 || bottom == 0)
        {
            return Estimate.Undefined(n);
        }

        var ratio = top / bottom;
        var influence = new double[design.RowCount];
        for (var i = 0; i < influence.Length; i++)
        {
            var isUsed = rows.Contains(i) && !double.IsNaN(numerator[i] + denominator[i]);
            influence[i] = isUsed ? (numerator[i] - (ratio * denominator[i])) / bottom : 0;
        }

        var error = n > 1 ? Math.Sqrt(design.Variance(influence)) : double.NaN;
        return new Estimate(n, ratio, double.NaN, error, design.DegreesOfFreedom);
    }

    /// <summary>The difference of the means of two groups of one design, group minus reference. R: <c>svyttest(y ~ group, design)</c>.</summary>
    /// <remarks>One degree of freedom less than the design's, as R takes for the second mean. Groups may overlap.</remarks>
    /// <exception cref="ArgumentException">Lengths differ from the design's.</exception>
    public static DifferenceTest Difference(SurveyDesign design, ReadOnlySpan<double> values, ReadOnlySpan<ulong> group, ReadOnlySpan<ulong> reference)
    {
        ArgumentNullException.ThrowIfNull(design);
        return Difference(design, values, group, values, reference, design.DegreesOfFreedom - 1);
    }

    /// <summary>The difference of the means of two variables of the same respondents. R: <c>svycontrast(svymean(~a + b, design), c(1, -1))</c>.</summary>
    /// <exception cref="ArgumentException">Lengths differ from the design's.</exception>
    public static DifferenceTest Difference(SurveyDesign design, ReadOnlySpan<double> values, ReadOnlySpan<double> reference)
    {
        ArgumentNullException.ThrowIfNull(design);
        return Difference(design, values, [], reference, [], design.DegreesOfFreedom);
    }

    private static DifferenceTest Difference(
        SurveyDesign design,
        ReadOnlySpan<double> values,
        ReadOnlySpan<ulong> group,
        ReadOnlySpan<double> referenceValues,
        ReadOnlySpan<ulong> reference,
        double degreesOfFreedom)
    {
        var first = DomainMean.Of(design, values, group);
        var second = DomainMean.Of(design, referenceValues, reference);
        if (Math.Min(first.N, second.N) < 2 || !(first.Weight > 0) || !(second.Weight > 0))
        {
            return DifferenceTest.Of(first.Value - second.Value, double.NaN, double.NaN);
        }

        var influence = new double[design.RowCount];
        first.AddInfluence(influence, values, group, 1);
        second.AddInfluence(influence, referenceValues, reference, -1);
        return DifferenceTest.Of(first.Value - second.Value, Math.Sqrt(design.Variance(influence)), degreesOfFreedom);
    }

    private static void RequireRows(SurveyDesign design, int length, string name)
    {
        if (length != design.RowCount)
        {
            throw new ArgumentException($"{length} values for {design.RowCount} rows.", name);
        }
    }
}
