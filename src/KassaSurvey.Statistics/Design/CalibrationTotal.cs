namespace KassaSurvey.Statistics.Design;

/// <summary>A known population total of a number (for instance days of benefit paid) and its value for each respondent. Immutable.</summary>
public sealed class CalibrationTotal
{
    private readonly double[] values;

    /// <summary>A total.</summary>
    /// <param name="values">One finite value per respondent; a missing value has to be filled before.</param>
    /// <param name="total">The population's total, in the unit of the values.</param>
    /// <exception cref="ArgumentException">A value or the total is not finite.</exception>
    public CalibrationTotal(ReadOnlySpan<double> values, double total)
    {
        foreach (var value in values)
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentException("A value to calibrate on is finite.", nameof(values));
            }
        }

        if (!double.IsFinite(total))
        {
            throw new ArgumentException("A total is finite.", nameof(total));
        }

        this.values = values.ToArray();
        Total = total;
    }

    /// <summary>One value per respondent.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>The population's total.</summary>
    public double Total { get; }

    /// <summary>Number of respondents.</summary>
    public int RowCount => values.Length;

    /// <summary>How far the weighted sum is from the total, relative to the larger of the total and what was summed: a total may be 0.</summary>
    internal double Deviation(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        var summed = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += weights[i] * values[i];
            summed += Math.Abs(weights[i] * values[i]);
        }

        var size = Math.Max(Math.Abs(Total), summed);
        return size > 0 ? Math.Abs(sum - Total) / size : 0;
    }
}
