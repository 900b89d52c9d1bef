using KassaSurvey.Statistics.Descriptive;

namespace KassaSurvey.Statistics.Design;

/// <summary>A weighted mean over a domain, and its linearised variable.</summary>
internal readonly record struct DomainMean(long N, double Weight, double Value, double Deviation)
{
    public static DomainMean Of(SurveyDesign design, ReadOnlySpan<double> values, ReadOnlySpan<ulong> domain)
    {
        if (values.Length != design.RowCount)
        {
            throw new ArgumentException($"{values.Length} values for {design.RowCount} rows.", nameof(values));
        }

        var rows = new RowSelection(domain, values.Length, nameof(domain));
        var weights = design.Weights;
        var n = 0L;
        var weight = 0.0;
        var total = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            if (rows.Contains(i) && !double.IsNaN(values[i]))
            {
                n++;
                weight += weights[i];
                total += weights[i] * values[i];
            }
        }

        var mean = total / weight;
        var squares = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            if (rows.Contains(i) && !double.IsNaN(values[i]))
            {
                squares += weights[i] * (values[i] - mean) * (values[i] - mean);
            }
        }

        return new DomainMean(n, weight, mean, n > 1 ? Math.Sqrt(n / (n - 1.0) * squares / weight) : double.NaN);
    }

    public void AddInfluence(Span<double> influence, ReadOnlySpan<double> values, ReadOnlySpan<ulong> domain, double sign)
    {
        var rows = new RowSelection(domain, values.Length, nameof(domain));
        for (var i = 0; i < values.Length; i++)
        {
            if (rows.Contains(i) && !double.IsNaN(values[i]))
            {
                influence[i] += sign * (values[i] - Value) / Weight;
            }
        }
    }
}
