namespace KassaSurvey.Statistics.Design;

/// <summary>
/// What weights were calibrated on: the categories of the margins and the weights before. A variance of calibrated
/// weights uses only the part of a variable that the margins do not explain (Deville and Särndal 1992). Immutable.
/// </summary>
/// <remarks>
/// The residuals come from a regression with the <b>base</b> weights, as R's <c>calibrate(calfun = "raking")</c> does;
/// R's <c>rake()</c> sweeps without them and differs slightly where base weights differ.
/// </remarks>
public sealed class CalibrationBasis
{
    // A column whose remainder is this much smaller than itself is a combination of the earlier ones: with two margins
    // the last category of the second always is.
    private const double Redundant = 1e-10;

    private readonly double[] baseWeights;
    private readonly List<double[]> directions = [];

    private CalibrationBasis(double[] baseWeights) => this.baseWeights = baseWeights;

    /// <summary>Number of respondents.</summary>
    public int RowCount => baseWeights.Length;

    /// <summary>Number of independent totals the weights were calibrated on.</summary>
    public int Rank => directions.Count;

    /// <summary>Prepares the basis.</summary>
    /// <param name="baseWeights">The weights before calibration, one per respondent.</param>
    /// <param name="margins">The margins used; post-stratification is one margin.</param>
    /// <exception cref="ArgumentException">A margin has another number of rows than the weights.</exception>
    public static CalibrationBasis Of(ReadOnlySpan<double> baseWeights, IReadOnlyList<CalibrationMargin> margins)
    {
        ArgumentNullException.ThrowIfNull(margins);
        var basis = new CalibrationBasis(baseWeights.ToArray());
        foreach (var margin in margins)
        {
            if (margin.RowCount != baseWeights.Length)
            {
                throw new ArgumentException($"A margin of {margin.RowCount} rows for {baseWeights.Length} weights.", nameof(margins));
            }

            for (var category = 0; category < margin.CategoryCount; category++)
            {
                basis.AddIndicator(margin.Categories, category);
            }
        }

        return basis;
    }

    /// <summary>Replaces a variable by its residual from the weighted regression on the margins.</summary>
    internal void TakeResiduals(Span<double> variable)
    {
        foreach (var direction in directions)
        {
            var projection = 0.0;
            for (var i = 0; i < variable.Length; i++)
            {
                projection += baseWeights[i] * direction[i] * variable[i];
            }

            for (var i = 0; i < variable.Length; i++)
            {
                variable[i] -= projection * direction[i];
            }
        }
    }

    private void AddIndicator(ReadOnlySpan<int> categories, int category)
    {
        var column = new double[categories.Length];
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = categories[i] == category ? 1 : 0;
        }

        var before = Norm(column);

        // Twice, because one sweep of Gram–Schmidt leaves rounding errors in nearly dependent columns.
        TakeResiduals(column);
        TakeResiduals(column);
        var after = Norm(column);
        if (!(after > Redundant * before))
        {
            return;
        }

        for (var i = 0; i < column.Length; i++)
        {
            column[i] /= after;
        }

        directions.Add(column);
    }

    private double Norm(ReadOnlySpan<double> column)
    {
        var sum = 0.0;
        for (var i = 0; i < column.Length; i++)
        {
            sum += baseWeights[i] * column[i] * column[i];
        }

        return Math.Sqrt(sum);
    }
}
