using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Analysis.Disclosure;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Results;

/// <summary>The overall grade and every area of a year by one segment, or by two crossed, compared with another year.</summary>
public sealed class GetBreakdown(IKassaDatabase database, MeasuredWaves waves, GetResults results)
{
    /// <summary>The most segments that can be crossed: with more, groups get too small and too many to protect.</summary>
    public const int MaximumSegments = 2;

    /// <summary>Reads the breakdown.</summary>
    public async Task<Result<SurveyBreakdown>> ExecuteAsync(Viewer viewer, Query query, CancellationToken cancellationToken)
    {
        if (Refusal(query.Segments) is { } refusal)
        {
            return refusal;
        }

        if (!query.Results.Population.IsEverybody || query.Results.ExcludeCareless)
        {
            return BreakdownErrors.Filtered;
        }

        var framed = await results.ExecuteAsync(viewer, query.Results, cancellationToken);
        return framed.IsSuccess ? await DivideAsync(viewer, framed.Value, query.Segments, cancellationToken) : Result<SurveyBreakdown>.Failed(framed.Errors);
    }

    /// <summary>Divides results that have just been read in several ways, each by one segment or by two crossed.</summary>
    public async Task<Result<IReadOnlyList<SurveyBreakdown>>> DivideEachAsync(
        Viewer viewer, SurveyResults framed, IReadOnlyList<IReadOnlyList<string>> divisions, CancellationToken cancellationToken)
    {
        if (divisions.Select(Refusal).OfType<Error>().FirstOrDefault() is { } refusal)
        {
            return refusal;
        }

        if (!framed.Results.Population.IsEverybody || framed.Results.IsWithoutCareless)
        {
            return BreakdownErrors.Filtered;
        }

        await using var db = database.For(viewer);
        var history = await SurveyHistory.LoadAsync(db, waves, framed.Survey.Id, cancellationToken);
        var divided = new List<SurveyBreakdown>(divisions.Count);
        foreach (var segments in divisions)
        {
            var breakdown = Compose(framed, history, segments);
            if (!breakdown.IsSuccess)
            {
                return Result<IReadOnlyList<SurveyBreakdown>>.Failed(breakdown.Errors);
            }

            divided.Add(breakdown.Value);
        }

        return divided;
    }

    /// <summary>Divides results that have just been read.</summary>
    public async Task<Result<SurveyBreakdown>> DivideAsync(
        Viewer viewer, SurveyResults framed, IReadOnlyList<string> segments, CancellationToken cancellationToken)
    {
        var divided = await DivideEachAsync(viewer, framed, [segments], cancellationToken);
        return divided.IsSuccess ? divided.Value[0] : Result<SurveyBreakdown>.Failed(divided.Errors);
    }

    private static Error? Refusal(IReadOnlyList<string> segments) =>
        segments.Count is 0 or > MaximumSegments || segments.Distinct(StringComparer.Ordinal).Count() != segments.Count
            ? BreakdownErrors.Segments(MaximumSegments)
            : null;

    private static Result<SurveyBreakdown> Compose(SurveyResults framed, SurveyHistory history, IReadOnlyList<string> segments)
    {
        var year = framed.Results.Year;
        if (history.Measured(year) is not { } measured)
        {
            return BreakdownErrors.NoAnswers(year.Value);
        }

        if (segments.FirstOrDefault(segment => !measured.Columns.Segments.ContainsKey(segment)) is { } unknown)
        {
            return Error.Of("Population.UnknownSegment", unknown, string.Join(", ", measured.Columns.Segments.Keys));
        }

        var rule = new DisclosureRule(framed.Fund.MinimumCell);
        var first = SegmentGroups.Of(segments[0], measured.Columns, rule);
        var second = segments.Count > 1 ? SegmentGroups.Of(segments[1], measured.Columns, rule) : null;
        var compared = framed.Results is { IsUnjudged: false, ComparedYear: { } other } ? history.Measured(other) : null;
        var figures = Breakdown.Compare(
            [Survey.OverallCode, .. framed.Results.Areas.Select(area => area.Area.Code)],
            measured.Read(first, second, rule),
            compared?.Read(first, second, rule),
            framed.Results.MarginIndexPoints);
        return new SurveyBreakdown(framed, new(year, framed.Results.ComparedYear, first, second, figures));
    }

    /// <summary>What is asked.</summary>
    /// <param name="Results">Survey and years; everybody.</param>
    /// <param name="Segments">One or two segments.</param>
    public sealed record Query(GetResults.Query Results, IReadOnlyList<string> Segments);
}

/// <summary>A breakdown and what frames it.</summary>
/// <param name="Framed">The results of everybody.</param>
/// <param name="Breakdown">The figures by group.</param>
public sealed record SurveyBreakdown(SurveyResults Framed, Breakdown Breakdown);

/// <summary>What can stop a breakdown.</summary>
public static class BreakdownErrors
{
    /// <summary>A breakdown of a filtered population, or of one without the careless, would cross more segments than can be protected.</summary>
    public static Error Filtered { get; } = Error.Of("Breakdown.Filtered");

    /// <summary>One to <paramref name="maximum"/> different segments.</summary>
    public static Error Segments(int maximum) => Error.Of("Breakdown.Segments", maximum);

    /// <summary>Only published figures are known of the year.</summary>
    public static Error NoAnswers(int year) => Error.Of("Breakdown.NoAnswers", year);
}
