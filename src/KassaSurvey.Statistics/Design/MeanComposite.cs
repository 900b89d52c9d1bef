using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Statistics.Design;

/// <summary>The unweighted mean of several means of the same respondents. Formulas: docs/statistics/fund-index.md.</summary>
public static class MeanComposite
{
    /// <summary>
    /// (m₁ + … + m_k)/k, each over the rows where its own value is known; the standard error by one linearised variable,
    /// z = Σ_j D_j(y_j − m_j)/(k·Σ_j w), so that the covariances of the means are in it. R: <c>svycontrast</c> of <c>svymean</c>s.
    /// </summary>
    /// <param name="design">The design of all respondents.</param>
    /// <param name="variables">One value per respondent each; NaN = missing. At least one variable.</param>
    /// <param name="domain">Bit <c>i</c> = row <c>i</c> is looked at; empty = every row.</param>
    /// <returns>N = rows with every variable known; no deviation. NaN when one of the means has no row; below two rows no standard error.</returns>
    /// <exception cref="ArgumentException">No variable, or a length differs from the design's.</exception>
    public static Estimate Of(SurveyDesign design, IReadOnlyList<double[]> variables, ReadOnlySpan<ulong> domain = default)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(variables);
        if (variables.Count == 0)
        {
            throw new ArgumentException("At least one variable.", nameof(variables));
        }

        var influence = new double[design.RowCount];
        var sum = 0.0;
        var isPrecise = true;
        foreach (var variable in variables)
        {
            var mean = DomainMean.Of(design, variable, domain);
            mean.AddInfluence(influence, variable, domain, 1.0 / variables.Count);
            sum += mean.Value;
            isPrecise &= mean.N > 1;
        }

        var complete = 0L;
        for (var i = 0; i < design.RowCount; i++)
        {
            complete += IsComplete(variables, i) && (domain.IsEmpty || (domain[i >> 6] >> (i & 63) & 1) != 0) ? 1 : 0;
        }

        var value = sum / variables.Count;
        return double.IsNaN(value)
            ? Estimate.Undefined(complete)
            : new(complete, value, double.NaN, isPrecise ? Math.Sqrt(design.Variance(influence)) : double.NaN, design.DegreesOfFreedom);
    }

    private static bool IsComplete(IReadOnlyList<double[]> variables, int row)
    {
        for (var j = 0; j < variables.Count; j++)
        {
            if (double.IsNaN(variables[j][row]))
            {
                return false;
            }
        }

        return true;
    }
}
