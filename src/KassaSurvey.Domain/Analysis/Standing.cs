using System.Collections.Immutable;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Domain.Analysis;

/// <summary>Where a year's figure came from.</summary>
public enum TrendSource
{
    /// <summary>Measured from answers that are here.</summary>
    Measured = 1,

    /// <summary>Published for a year whose answers are not here.</summary>
    Published = 2,
}

/// <summary>One year of a figure's history.</summary>
/// <param name="Year">The year.</param>
/// <param name="Source">Measured or published.</param>
/// <param name="Scale">The scale used that year.</param>
/// <param name="Mean">Mean on that scale; its standard error is NaN when unknown.</param>
public sealed record TrendPoint(ReportingYear Year, TrendSource Source, AnswerScale Scale, Estimate Mean)
{
    /// <summary>The same on 0-100.</summary>
    public Estimate Index => Mean.Scaled(Scale.Minimum, 100.0 / Scale.Width);

    /// <summary>True when the line must break before this point: scale or question are not those of the point before.</summary>
    public bool BreaksBefore { get; init; }
}

/// <summary>How a year's figure stands among the earlier years measured on the same scale.</summary>
/// <param name="ComparedYears">Earlier years that took part.</param>
/// <param name="IsHighest">Higher than every one of them.</param>
/// <param name="IsClearlyHighest">Higher than each beyond chance; false whenever a precision is unknown.</param>
/// <param name="IsLowest">Lower than every one of them.</param>
/// <param name="SharedWith">When highest but not clearly so: the years it cannot be told apart from.</param>
/// <param name="ProbabilityBest">Probability 0-1 of being the best; NaN when a precision is unknown.</param>
public sealed record Standing(
    int ComparedYears, bool IsHighest, bool IsClearlyHighest, bool IsLowest, ImmutableArray<ReportingYear> SharedWith, double ProbabilityBest)
{
    /// <summary>The standing of the last point of a history, or null when there is nothing comparable before it.</summary>
    /// <param name="history">Points by year, the judged year last.</param>
    public static Standing? Of(IReadOnlyList<TrendPoint> history)
    {
        if (history.Count < 2)
        {
            return null;
        }

        var last = history[^1];
        var means = new double[history.Count];
        var variances = new double[history.Count];
        for (var i = 0; i < means.Length; i++)
        {
            means[i] = history[i].Scale == last.Scale ? history[i].Mean.Value : double.NaN;
            variances[i] = history[i].Mean.Variance;
        }

        var record = RecordTest.Of(means, variances, means.Length - 1);
        if (record.ComparedWaves == 0)
        {
            return null;
        }

        var clearly = record.IsHighest && record.PValue < YearOverYear.Alpha;
        var like = RecordTest.Indistinguishable(means, variances, means.Length - 1);
        return new(
            record.ComparedWaves,
            record.IsHighest,
            clearly,
            means[..^1].All(mean => double.IsNaN(mean) || mean > last.Mean.Value),
            record.IsHighest && !clearly ? [.. history.Where((_, i) => like[i]).Select(point => point.Year)] : [],
            record.ProbabilityBest);
    }
}
