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
    private readonly List<double> totals = [];

    private CalibrationBasis(double[] baseWeights) => this.baseWeights = baseWeights;

    /// <summary>Number of respondents.</summary>
    public int RowCount => baseWeights.Length;

    /// <summary>Number of independent totals the weights were calibrated on.</summary>
    public int Rank => directions.Count;

    /// <summary>Prepares the basis.</summary>
    /// <param name="baseWeights">The weights before calibration, one per respondent.</param>
    /// <param name="margins">The margins used; post-stratification is one margin.</param>
    /// <param name="totals">Known totals of numbers; none when null.</param>
    /// <exception cref="ArgumentException">A margin or total has another number of rows than the weights.</exception>
    public static CalibrationBasis Of(
        ReadOnlySpan<double> baseWeights, IReadOnlyList<CalibrationMargin> margins, IReadOnlyList<CalibrationTotal>? totals = null)
    {
        ArgumentNullException.ThrowIfNull(margins);
        var basis = new CalibrationBasis(baseWeights.ToArray());
        var scale = margins.Count > 0 ? margins[0].Total : 1;
        foreach (var margin in margins)
        {
            if (margin.RowCount != baseWeights.Length)
            {
                throw new ArgumentException($"A margin of {margin.RowCount} rows for {baseWeights.Length} weights.", nameof(margins));
            }

            var own = margin.Total;
            for (var category = 0; category < margin.CategoryCount; category++)
            {
                basis.AddIndicator(margin.Categories, category, own > 0 ? margin.Population[category] * scale / own : 0);
            }
        }

        foreach (var total in totals ?? [])
        {
            if (total.RowCount != baseWeights.Length)
            {
                throw new ArgumentException($"A total of {total.RowCount} rows for {baseWeights.Length} weights.", nameof(totals));
            }

            basis.AddColumn(total.Values.ToArray(), total.Total);
        }

        return basis;
    }

    /// <summary>A basis of plain columns, for regressions.</summary>
    internal static CalibrationBasis OfColumns(ReadOnlySpan<double> baseWeights, IEnumerable<double[]> columns)
    {
        var basis = new CalibrationBasis(baseWeights.ToArray());
        foreach (var column in columns)
        {
            basis.AddColumn((double[])column.Clone(), 0);
        }

        return basis;
    }

    /// <summary>The weights d·(1 + x′λ) that reproduce every total; they may be negative.</summary>
    internal double[] Calibrate()
    {
        var factors = new double[baseWeights.Length];
        Array.Fill(factors, 1);
        for (var k = 0; k < directions.Count; k++)
        {
            var reached = 0.0;
            for (var i = 0; i < factors.Length; i++)
            {
                reached += baseWeights[i] * directions[k][i];
            }

            for (var i = 0; i < factors.Length; i++)
            {
                factors[i] += (totals[k] - reached) * directions[k][i];
            }
        }

        for (var i = 0; i < factors.Length; i++)
        {
            factors[i] *= baseWeights[i];
        }

        return factors;
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

    private void AddIndicator(ReadOnlySpan<int> categories, int category, double population)
    {
        var column = new double[categories.Length];
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = categories[i] == category ? 1 : 0;
        }

        AddColumn(column, population);
    }

    private void AddColumn(double[] column, double total)
    {
        var before = Norm(column);

        // The total goes through the same steps as the column: what is left of it belongs to the new direction alone.
        // Twice, because one sweep of Gram–Schmidt leaves rounding errors in nearly dependent columns.
        var remaining = total - Explained(column);
        TakeResiduals(column);
        remaining -= Explained(column);
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
        totals.Add(remaining / after);
    }

    private double Explained(double[] column)
    {
        var residual = (double[])column.Clone();
        var explained = 0.0;
        for (var k = 0; k < directions.Count; k++)
        {
            var projection = 0.0;
            for (var i = 0; i < residual.Length; i++)
            {
                projection += baseWeights[i] * directions[k][i] * residual[i];
            }

            for (var i = 0; i < residual.Length; i++)
            {
                residual[i] -= projection * directions[k][i];
            }

            explained += projection * totals[k];
        }

        return explained;
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
