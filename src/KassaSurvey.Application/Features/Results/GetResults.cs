using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Dashboards;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Results;

/// <summary>The results of one year of a survey, compared with another, for a population. Every page, report and export starts here.</summary>
public sealed class GetResults(IKassaDatabase database, MeasuredWaves waves)
{
    /// <summary>Reads the results.</summary>
    public async Task<Result<SurveyResults>> ExecuteAsync(Viewer viewer, Query query, CancellationToken cancellationToken)
    {
        if (!viewer.MayReadResults)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var found = await FoundSurvey.FindAsync(db, query.FundKey, query.SurveyKey, cancellationToken);
        if (!found.IsSuccess)
        {
            return Result<SurveyResults>.Failed(found.Errors);
        }

        var (fund, survey) = found.Value;
        var areas = await db.ServiceAreas.AsNoTracking().Where(area => area.SurveyId == survey.Id)
            .OrderBy(area => area.Order).ToListAsync(cancellationToken);
        var history = await SurveyHistory.LoadAsync(db, waves, survey.Id, cancellationToken);
        // A link that was never decided, between questions that did not change, need not be read: it is derived the same.
        var links = await db.QuestionLinks.AsNoTracking()
            .Where(link => link.SurveyId == survey.Id && (link.Decided != null || link.Suggested != QuestionChange.Same))
            .ToListAsync(cancellationToken);
        var events = await db.TrendEvents.AsNoTracking().Where(row => row.FundId == fund.Id).OrderBy(row => row.Year).ToListAsync(cancellationToken);
        var surveys = await db.Surveys.AsNoTracking()
            .Where(row => row.FundId == fund.Id && db.Waves.Any(wave => wave.SurveyId == row.Id && wave.Status != WaveStatus.Draft))
            .OrderBy(row => db.TriggerRules.Any(rule => rule.SurveyId == row.Id)).ThenBy(row => row.Key)
            .Select(row => new SurveyName(row.Key, row.Name)).ToListAsync(cancellationToken);
        var composed = Compose(fund, survey, areas, history, SurveyLineage.Of(survey, history, links, fund.DefaultLanguage).Comparability(), query);
        return composed.IsSuccess ? composed.Value with { Events = [.. events], Surveys = [.. surveys] } : composed;
    }

    private static Result<SurveyResults> Compose(
        Fund fund, Survey survey, IReadOnlyList<ServiceArea> areas, SurveyHistory history, Comparability comparability, Query query)
    {
        var chosen = Choose(history, survey, query);
        if (!chosen.IsSuccess)
        {
            return Result<SurveyResults>.Failed(chosen.Errors);
        }

        var (year, comparedYear) = chosen.Value;
        if (history.Measured(year) is { } measured && query.Population.Check(measured.Columns).ToList() is { Count: > 0 } errors)
        {
            return Result<SurveyResults>.Failed(errors);
        }

        var rule = new DisclosureRule(fund.MinimumCell);
        var quality = history.Measured(year)?.Quality(history.Wave(year)?.Unfinished ?? 0, rule);
        history = query.ExcludeCareless ? history.WithoutCareless(rule) : history;
        var wave = history.Wave(year);
        var margin = wave?.MarginIndexPoints ?? Wave.DefaultMarginIndexPoints;
        var current = history.Read(year, query.Population, rule);
        var compared = comparedYear is { } other ? history.Read(other, query.Population, rule) : null;
        var composer = new ResultsComposer(
            current, compared, history.UpTo(year, rule), query.Population, margin, new(comparability, year, comparedYear));
        var indices = new SurveyIndices(history, year, comparedYear, query.Population, rule, margin);
        var results = new WaveResults
        {
            Year = year,
            ComparedYear = comparedYear,
            Population = query.Population,
            IsPreliminary = wave?.Status == WaveStatus.Open,
            Responses = current.Responses,
            DataVersion = current.DataVersion,
            IsWeighted = current.IsWeighted,
            MarginIndexPoints = margin,
            Questions = composer.Questions(),
            Areas = composer.Areas(areas),
            Index = indices.Index(),
            Experience = indices.Experience(),
            Quality = quality,
            IsWithoutCareless = query.ExcludeCareless,
        };
        return new SurveyResults(fund, survey, results.IsPreliminary && !fund.JudgesOpenWaves ? results.WithoutClaims() : results)
        {
            Years = [.. history.Years],
            OpenWave = history.Years.Where(known => known != year && history.Wave(known)?.Status == WaveStatus.Open)
                .Select(known => new OpenWave(known, history.Read(known, Population.Everybody, rule).Responses))
                .FirstOrDefault(),
            OpenQuestions = wave?.Status == WaveStatus.Closed
                ? [.. history.Measured(year)?.Questionnaire.Questions.Where(question => question.Kind == QuestionKind.OpenText) ?? []]
                : [],
            Invited = wave?.Invited,
            FieldWork = wave is null ? null : (wave.OpensOn, wave.ClosesOn),
            Segments = history.Measured(year)?.Columns.Segments.ToImmutableSortedDictionary(
                segment => segment.Key, segment => segment.Value.Categories) ?? ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty,
        };
    }

    /// <summary>The year asked for, else the latest closed one, else the latest published, else the open one; compared with the year before it
    /// that has answers, else the one that has published figures.</summary>
    private static Result<(ReportingYear Year, ReportingYear? Compared)> Choose(SurveyHistory history, Survey survey, Query query)
    {
        foreach (var asked in new[] { query.Year, query.CompareYear }.OfType<int>())
        {
            if (!ReportingYear.IsValid(asked) || !history.Years.Contains(new(asked)))
            {
                return WaveErrors.YearNotFound(survey.Key, asked);
            }
        }

        if (history.Years.Count == 0)
        {
            return ResultErrors.NothingYet(survey.Key);
        }

        var year = query.Year is { } chosen
            ? new ReportingYear(chosen)
            : history.Years.Where(known => history.Wave(known)?.Status == WaveStatus.Closed)
                .DefaultIfEmpty(history.Years.Where(known => history.Wave(known) is null).DefaultIfEmpty(history.Years.Max()).Max())
                .Max();
        ReportingYear? compared = query.CompareYear is { } other
            ? new ReportingYear(other)
            : history.Years.Where(known => known < year)
                .OrderByDescending(known => history.Measured(year) is null || history.Measured(known) is not null)
                .ThenByDescending(known => known)
                .Select(known => (ReportingYear?)known)
                .FirstOrDefault();
        return (year, query.CompareWithNothing || compared == year ? null : compared);
    }

    /// <summary>What is asked.</summary>
    /// <param name="FundKey">The fund; null = the viewer's own.</param>
    /// <param name="SurveyKey">The survey; null = the fund's first.</param>
    /// <param name="Year">The year; null = the latest closed one.</param>
    /// <param name="CompareYear">The compared year; null = the year before that has data.</param>
    /// <param name="Population">Whom the figures are about.</param>
    /// <param name="CompareWithNothing">True to leave the comparison out.</param>
    public sealed record Query(
        string? FundKey, string? SurveyKey, int? Year, int? CompareYear, Population Population, bool CompareWithNothing = false)
    {
        /// <summary>True to leave careless responses out of every year (statistics: careless answering).</summary>
        public bool ExcludeCareless { get; init; }
    }
}

/// <summary>Results and what frames them.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Survey">The survey.</param>
/// <param name="Results">The figures.</param>
public sealed record SurveyResults(Fund Fund, Survey Survey, WaveResults Results)
{
    /// <summary>Every year that can be chosen, oldest first.</summary>
    public required ImmutableArray<ReportingYear> Years { get; init; }

    /// <summary>Another year's wave that is in the field, or null.</summary>
    public OpenWave? OpenWave { get; init; }

    /// <summary>
    /// True when figures of a wave in the field are among them, this year's or the compared year's: read again an hour later they differ by
    /// the answers of that hour, so they are for people of the fund only.
    /// </summary>
    public bool IsInTheField => Results.IsPreliminary || (OpenWave is { } open && open.Year == Results.ComparedYear);

    /// <summary>The fund's surveys that have results, the yearly ones first.</summary>
    public ImmutableArray<SurveyName> Surveys { get; init; } = [];

    /// <summary>What stands on the time axis as context.</summary>
    public ImmutableArray<TrendEvent> Events { get; init; } = [];

    /// <summary>Questions of a closed wave that members answered in their own words.</summary>
    public ImmutableArray<Question> OpenQuestions { get; init; } = [];

    /// <summary>How many members were invited, when known.</summary>
    public required int? Invited { get; init; }

    /// <summary>First and last day of answering, when known.</summary>
    public required (DateOnly? From, DateOnly? To)? FieldWork { get; init; }

    /// <summary>The segments and categories that the year can be filtered by.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<string>> Segments { get; init; }
}

/// <summary>A survey that can be chosen.</summary>
/// <param name="Key">What addresses call it.</param>
/// <param name="Name">What people call it.</param>
public sealed record SurveyName(string Key, LocalizedText Name);

/// <summary>A wave in the field.</summary>
/// <param name="Year">Its year.</param>
/// <param name="Responses">Responses so far, or null when too few to say.</param>
public sealed record OpenWave(ReportingYear Year, long? Responses);

/// <summary>What can stop results.</summary>
public static class ResultErrors
{
    /// <summary>The survey has no closed, open or published year.</summary>
    public static Error NothingYet(string survey) => Error.Of("Results.NothingYet", survey);

    /// <summary>The year has no area of this code with ratings.</summary>
    public static Error AreaNotFound(string code, int year) => Error.Of("Results.AreaNotFound", code, year);

    /// <summary>The year has no question of this code, or one of open text.</summary>
    public static Error QuestionNotFound(string code, int year) => Error.Of("Results.QuestionNotFound", code, year);
}
