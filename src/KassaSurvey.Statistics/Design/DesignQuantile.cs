using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Statistics.Design;

/// <summary>
/// A weighted quantile with its interval (Woodruff 1952): the quantiles at the ends of the interval of the share of
/// answers up to it. R: <c>svyquantile(~y, design, p)</c>. Formulas: docs/statistics/quantile.md.
/// </summary>
/// <param name="N">Valid answers with a positive weight.</param>
/// <param name="Value">An answer somebody gave; NaN without one.</param>
/// <param name="StandardError">Half the interval over Student's t: for comparison with R only, the interval is what to show.</param>
/// <param name="Interval">Ends are answers somebody gave; an end is NaN where the share's interval leaves 0–1.</param>
public readonly record struct DesignQuantile(long N, double Value, double StandardError, ConfidenceInterval Interval)
{
    /// <summary>Estimates a quantile.</summary>
    /// <param name="design">The design.</param>
    /// <param name="values">One value per row, NaN = missing.</param>
    /// <param name="p">Share 0–1.</param>
    /// <param name="level">Confidence, 0 to 1 exclusive.</param>
    /// <returns>Value NaN without a valid answer; interval NaN below two answers or without degrees of freedom.</returns>
    /// <exception cref="ArgumentException">The length differs from the design's, p is not 0–1 or the level is not between 0 and 1.</exception>
    public static DesignQuantile Of(SurveyDesign design, ReadOnlySpan<double> values, double p, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(design);
        if (values.Length != design.RowCount)
        {
            throw new ArgumentException($"{values.Length} values for {design.RowCount} rows.", nameof(values));
        }

        var value = Quantile.WeightedInverse(values, design.Weights, p);
        var reached = new double[values.Length];
        for (var i = 0; i < reached.Length; i++)
        {
            reached[i] = double.IsNaN(values[i]) ? double.NaN : values[i] <= value ? 1 : 0;
        }

        var share = DesignEstimate.Mean(design, reached);
        var interval = share.Interval(level);
        var ends = new ConfidenceInterval(At(values, design, interval.Lower), At(values, design, interval.Upper));
        return new DesignQuantile(
            share.N, value, ends.HalfWidth / Distributions.StudentTwoSided(level, share.DegreesOfFreedom), ends);
    }

    private static double At(ReadOnlySpan<double> values, SurveyDesign design, double share) =>
        share >= 0 && share <= 1 ? Quantile.WeightedInverse(values, design.Weights, share) : double.NaN;
}
