using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Releasing;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Reports;

/// <summary>The yearly report of a survey in a language, ready for any writer.</summary>
public sealed class BuildYearlyReport(
    IKassaDatabase database, GetResults results, GetBreakdown breakdowns, MeasuredWaves waves, EditNarrative edits, TimeProvider clock)
{
    /// <summary>Builds the report.</summary>
    public async Task<Result<YearlyReport>> ExecuteAsync(Viewer viewer, Query query, CancellationToken cancellationToken)
    {
        if (!viewer.MayExport)
        {
            return AccessErrors.NotAllowed;
        }

        if (!Languages.IsKnown(query.Language))
        {
            return ReportErrors.UnknownLanguage(query.Language);
        }

        var found = await results.ExecuteAsync(
            viewer,
            new(query.FundKey, query.SurveyKey, query.Year, query.CompareYear, query.Population, query.CompareWithNothing),
            cancellationToken);
        if (!found.IsSuccess)
        {
            return Result<YearlyReport>.Failed(found.Errors);
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var answers = query.Answers;
        if (answers is null && query.WithResponses && viewer.MaySeeResponses && await ValuesAsync(viewer, found.Value, cancellationToken) is { } values)
        {
            answers = YearlyReportBuilder.Answers(found.Value, values, query.Language, today);
        }

        var text = await edits.ReadAsync(viewer, found.Value, query.Language, cancellationToken);
        var report = YearlyReportBuilder.Of(found.Value, text, query.Language, today, answers);
        await using var db = database.For(viewer);
        report = report with
        {
            Segments = await SegmentsAsync(viewer, found.Value, query, cancellationToken),
            Face = await ReportFace.ReadAsync(db, found.Value.Fund.Id, cancellationToken),
        };
        return query.Chapters is { } chapters ? report with { Chapters = chapters } : report;
    }

    /// <summary>The segments asked for that the year has; none of a part of the members, as on the pages.</summary>
    private async Task<ImmutableArray<ReportSegment>> SegmentsAsync(Viewer viewer, SurveyResults survey, Query query, CancellationToken cancellationToken)
    {
        List<IReadOnlyList<string>> divisions =
        [
            .. survey.Segments.Keys.Where(name => query.Segments is not { } asked || asked.Contains(name, StringComparer.Ordinal)).Select(name => (IReadOnlyList<string>)[name]),
        ];
        if (divisions.Count == 0 || !survey.Results.Population.IsEverybody)
        {
            return [];
        }

        var words = new ReportWords(query.Language);
        var divided = await breakdowns.DivideEachAsync(viewer, survey, divisions, cancellationToken);
        return divided.IsSuccess ? [.. divided.Value.Select(breakdown => SegmentTables.Of(breakdown, words))] : [];
    }

    private async Task<ResponseValues?> ValuesAsync(Viewer viewer, SurveyResults survey, CancellationToken cancellationToken)
    {
        if (!survey.Results.GivesAnswers)
        {
            return null;
        }

        await using var db = database.For(viewer);
        var versions = await MeasuredWaves.ListAsync(db, survey.Survey.Id, cancellationToken);
        return versions.Find(version => version.Year == survey.Results.Year) is { } version
            && await waves.FindAsync(db, version, cancellationToken) is { } measured
            // An open wave can grow between the two reads; answers and figures in one file must be of one version.
            && measured.Columns.DataVersion == survey.Results.DataVersion
                ? ResponseValues.Of(measured.Questionnaire.Questions, measured.Columns, survey.Results.Population)
                : null;
    }

    /// <summary>What is asked.</summary>
    /// <param name="FundKey">The fund; null = the viewer's own.</param>
    /// <param name="SurveyKey">The survey; null = the fund's only or first one.</param>
    /// <param name="Year">The year; null = the latest finished one.</param>
    /// <param name="CompareYear">The compared year; null = the year before that has data.</param>
    /// <param name="Population">Whom the report is about.</param>
    /// <param name="Language">fi, sv, da or en.</param>
    public sealed record Query(string? FundKey, string? SurveyKey, int? Year, int? CompareYear, Population Population, string Language)
    {
        /// <summary>True to leave the comparison out.</summary>
        public bool CompareWithNothing { get; init; }

        /// <summary>The chapters; null = all.</summary>
        public ImmutableHashSet<ReportChapter>? Chapters { get; init; }

        /// <summary>The segments to divide by; null = all, empty = none.</summary>
        public ImmutableArray<string>? Segments { get; init; }

        /// <summary>True to add the answers row by row, for viewers who may see them.</summary>
        public bool WithResponses { get; init; } = true;

        /// <summary>The answers to add, made elsewhere; null to read them here.</summary>
        public AnswerSet? Answers { get; init; }
    }
}

/// <summary>What can stop a report.</summary>
public static class ReportErrors
{
    /// <summary>The product does not speak the language.</summary>
    public static Error UnknownLanguage(string language) => Error.Of("Reports.UnknownLanguage", language, string.Join(", ", Languages.All));

    /// <summary>The format holds answers row by row, which are given of everybody in a closed wave only.</summary>
    public static Error NoAnswers(string format) => Error.Of("Reports.NoAnswers", format);
}
