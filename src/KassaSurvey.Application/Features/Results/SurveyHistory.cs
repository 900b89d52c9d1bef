using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Questionnaires;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Scoring;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Results;

/// <summary>All years of a survey: measured waves, and published figures for the years without.</summary>
public sealed class SurveyHistory
{
    private static readonly Lazy<Questionnaire> BuiltIn = new(() => new(
        BuiltInQuestionnaire.Questions.Select((content, index) => Question.Create(default, index + 1, content))));

    private readonly SortedDictionary<ReportingYear, Entry> _years;

    private SurveyHistory(SortedDictionary<ReportingYear, Entry> years) => _years = years;

    /// <summary>The years with anything to show, oldest first.</summary>
    public IReadOnlyCollection<ReportingYear> Years => _years.Keys;

    /// <summary>Loads every year of the survey.</summary>
    public static async Task<SurveyHistory> LoadAsync(
        KassaDbContext db, MeasuredWaves waves, SurveyId survey, CancellationToken cancellationToken)
    {
        var years = new SortedDictionary<ReportingYear, Entry>();
        foreach (var version in await MeasuredWaves.ListAsync(db, survey, cancellationToken))
        {
            if (await waves.FindAsync(db, version, cancellationToken) is { } measured)
            {
                years[version.Year] = new(version, measured, []);
            }
        }

        var figures = await db.PublishedFigures.AsNoTracking().Where(figure => figure.SurveyId == survey).ToListAsync(cancellationToken);
        foreach (var year in figures.GroupBy(figure => figure.Year))
        {
            years.TryAdd(year.Key, new(null, null, [.. year]));
        }

        return new(years);
    }

    /// <summary>The same years without the careless responses of each.</summary>
    public SurveyHistory WithoutCareless(DisclosureRule rule) => new(new(_years.ToDictionary(
        year => year.Key, year => year.Value with { Measured = year.Value.Measured?.WithoutCareless(rule) })));

    /// <summary>The wave of a year, or null when only published figures are known.</summary>
    public WaveVersion? Wave(ReportingYear year) => _years.GetValueOrDefault(year)?.Version;

    /// <summary>The answers of a year, or null when only published figures are known.</summary>
    public MeasuredWave? Measured(ReportingYear year) => _years.GetValueOrDefault(year)?.Measured;

    /// <summary>The published figures of a year without answers; else none.</summary>
    public IReadOnlyList<PublishedFigure> Figures(ReportingYear year) => _years.GetValueOrDefault(year)?.Figures ?? [];

    /// <summary>The year's readings of a population; published figures are of everybody and answer no filter.</summary>
    public WaveReadings Read(ReportingYear year, Population population, DisclosureRule rule)
    {
        var entry = _years[year];
        if (entry.Measured is { } measured)
        {
            return measured.Read(population, rule);
        }

        var questionnaire = PublishedYear.QuestionnaireOf(entry.Figures, Nearest(year));
        return WaveReadings.OfPublished(questionnaire, population.IsEverybody ? entry.Figures : []);
    }

    /// <summary>The year's index of a population, by its own recipe or by another year's.</summary>
    public IndexReading ReadIndex(ReportingYear year, IndexRecipe? recipe, Population population, DisclosureRule rule) =>
        Measured(year) is { } measured
            ? measured.ReadIndex(recipe ?? measured.Recipe, population, rule)
            : IndexReading.OfPublished(recipe ?? IndexRecipe.Overall, Read(year, population, rule));

    /// <summary>The year's experience of a population; no fund has published it in this form.</summary>
    public ExperienceReading ReadExperience(ReportingYear year, Population population, DisclosureRule rule) =>
        Measured(year)?.ReadExperience(population, rule) ?? ExperienceReading.Nothing(Read(year, population, rule).Questionnaire);

    /// <summary>Everybody's readings of all years up to this one, oldest first.</summary>
    public List<SurveyYear> UpTo(ReportingYear year, DisclosureRule rule) =>
    [
        .. _years.Where(entry => entry.Key <= year).Select(entry => new SurveyYear(
            entry.Key, entry.Value.Measured is null ? TrendSource.Published : TrendSource.Measured, Read(entry.Key, Population.Everybody, rule))),
    ];

    /// <summary>The wording of a published year: the nearest wave's, else the built-in one.</summary>
    private Questionnaire Nearest(ReportingYear year) => _years
        .Where(entry => entry.Value.Measured is not null)
        .OrderBy(entry => Math.Abs(entry.Key.Value - year.Value))
        .Select(entry => entry.Value.Measured!.Questionnaire)
        .FirstOrDefault(BuiltIn.Value);

    private sealed record Entry(WaveVersion? Version, MeasuredWave? Measured, IReadOnlyList<PublishedFigure> Figures);
}
