using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Analysis.Drivers;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.Extensions.Caching.Memory;

namespace KassaSurvey.Application.Features.Drivers;

/// <summary>The drivers of a rating question in one year, for a population. A bootstrap costs seconds, so each analysis is made once per version of the answers.</summary>
public sealed class GetDrivers(IKassaDatabase database, MeasuredWaves waves) : IDisposable
{
    private const int KeptAnalyses = 500;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = KeptAnalyses });

    /// <summary>Reads the drivers.</summary>
    public async Task<Result<SurveyDrivers>> ExecuteAsync(Viewer viewer, Query query, CancellationToken cancellationToken)
    {
        if (!viewer.MayReadResults)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var found = await FoundSurvey.FindAsync(db, query.FundKey, query.SurveyKey, cancellationToken);
        if (!found.IsSuccess)
        {
            return Result<SurveyDrivers>.Failed(found.Errors);
        }

        var (fund, survey) = found.Value;
        var history = await SurveyHistory.LoadAsync(db, waves, survey.Id, cancellationToken);
        return await AnalyseAsync(fund, survey, history, query, cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose() => _cache.Dispose();

    private async Task<Result<SurveyDrivers>> AnalyseAsync(
        Fund fund, Survey survey, SurveyHistory history, Query query, CancellationToken cancellationToken)
    {
        if (history.Years.Count == 0)
        {
            return ResultErrors.NothingYet(survey.Key);
        }

        if (query.Year is { } asked && (!ReportingYear.IsValid(asked) || !history.Years.Contains(new(asked))))
        {
            return WaveErrors.YearNotFound(survey.Key, asked);
        }

        var year = query.Year is { } chosen ? new ReportingYear(chosen) : LatestYear(history);
        if (history.Measured(year) is not { } measured || history.Wave(year) is not { } wave)
        {
            return DriverErrors.NoAnswers(year.Value);
        }

        if (query.Population.Check(measured.Columns).ToList() is { Count: > 0 } errors)
        {
            return Result<SurveyDrivers>.Failed(errors);
        }

        var target = measured.Questionnaire.Find(query.Target ?? Survey.OverallCode);
        if (target is not { IsRating: true })
        {
            var known = measured.Questionnaire.Questions.Where(question => question.IsRating).Select(question => question.Code);
            return DriverErrors.UnknownTarget(query.Target ?? Survey.OverallCode, string.Join(", ", known));
        }

        var rule = new DisclosureRule(fund.MinimumCell);
        var key = new Analysis(wave.Id, wave.Revision, measured.Columns.DataVersion, rule, query.Population, target.Code, query.Method);
        // A page must not freeze while replicates are drawn, and two readers who ask at once share one analysis.
        var drivers = await Task.Run(() => Kept(key, measured, target).Value, cancellationToken);
        return new SurveyDrivers(fund, survey, year, query.Population, wave.Status == WaveStatus.Open, measured.Columns.DataVersion, rule, drivers);
    }

    private static ReportingYear LatestYear(SurveyHistory history) => history.Years
        .Where(year => history.Wave(year)?.Status == WaveStatus.Closed)
        .DefaultIfEmpty(history.Years.Where(year => history.Measured(year) is not null).DefaultIfEmpty(history.Years.Max()).Max())
        .Max();

    private Lazy<WaveDrivers> Kept(Analysis key, MeasuredWave measured, Question target) => _cache.GetOrCreate(key, entry =>
    {
        entry.Size = 1;
        entry.SlidingExpiration = TimeSpan.FromHours(12);
        return new Lazy<WaveDrivers>(() =>
            WaveDriverAnalysis.Of(measured.Questionnaire, measured.Columns, key.Population, key.Rule, target, key.Method));
    })!;

    /// <summary>What is asked.</summary>
    /// <param name="FundKey">The fund; null = the viewer's own.</param>
    /// <param name="SurveyKey">The survey; null = the fund's first.</param>
    /// <param name="Year">The year; null = the latest closed one.</param>
    /// <param name="Population">Whom the models are about.</param>
    /// <param name="Target">Code of a rating question; null = the overall grade.</param>
    /// <param name="Method">The method.</param>
    public sealed record Query(
        string? FundKey, string? SurveyKey, int? Year, Population Population, string? Target = null, DriverMethod Method = DriverMethod.Lmg);

    private sealed record Analysis(
        WaveId Wave, int Revision, string DataVersion, DisclosureRule Rule, Population Population, string Target, DriverMethod Method);
}

/// <summary>The drivers of a year and what frames them.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Survey">The survey.</param>
/// <param name="Year">The year.</param>
/// <param name="Population">Whom the models are about.</param>
/// <param name="IsPreliminary">True while the wave is open.</param>
/// <param name="DataVersion">Which answers these are.</param>
/// <param name="Rule">The fund's disclosure rule.</param>
/// <param name="Drivers">The models.</param>
public sealed record SurveyDrivers(
    Fund Fund, Survey Survey, ReportingYear Year, Population Population, bool IsPreliminary, string DataVersion, DisclosureRule Rule, WaveDrivers Drivers);
