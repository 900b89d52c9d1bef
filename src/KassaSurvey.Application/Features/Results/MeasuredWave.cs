using System.Collections.Concurrent;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Analysis.Quality;
using KassaSurvey.Domain.Scoring;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Results;

/// <summary>A wave's questions and answers in memory, with the readings of everybody kept once computed. Shared between readers.</summary>
public sealed class MeasuredWave(Questionnaire questionnaire, ResponseColumns columns, IndexRecipe recipe)
{
    private readonly ConcurrentDictionary<DisclosureRule, Lazy<WaveReadings>> _everybody = new();
    private readonly ConcurrentDictionary<(DisclosureRule Rule, IndexRecipe Recipe), IndexReading> _index = new();
    private readonly ConcurrentDictionary<DisclosureRule, ExperienceReading> _experience = new();
    private readonly ConcurrentDictionary<DisclosureRule, MeasuredWave> _withoutCareless = new();
    private readonly Lazy<CarelessResponses> _careless = new(() => CarelessResponses.Of(questionnaire, columns));

    /// <summary>The questions as asked.</summary>
    public Questionnaire Questionnaire { get; } = questionnaire;

    /// <summary>How the year's index is computed.</summary>
    public IndexRecipe Recipe { get; } = recipe;

    /// <summary>The answers.</summary>
    public ResponseColumns Columns { get; } = columns;

    /// <summary>Readings of a population; those of everybody are computed once.</summary>
    public WaveReadings Read(Population population, DisclosureRule rule) => population.IsEverybody
        ? _everybody.GetOrAdd(rule, kept => new(() => WaveReadings.Of(Questionnaire, Columns, population, kept))).Value
        : WaveReadings.Of(Questionnaire, Columns, population, rule);

    /// <summary>The index of a population by a recipe; those of everybody are computed once.</summary>
    public IndexReading ReadIndex(IndexRecipe recipe, Population population, DisclosureRule rule) => population.IsEverybody
        ? _index.GetOrAdd((rule, recipe), kept => IndexReading.Of(kept.Recipe, Questionnaire, Columns, population, kept.Rule))
        : IndexReading.Of(recipe, Questionnaire, Columns, population, rule);

    /// <summary>The experience of a population; that of everybody is computed once.</summary>
    public ExperienceReading ReadExperience(Population population, DisclosureRule rule) => population.IsEverybody
        ? _experience.GetOrAdd(rule, kept => ExperienceReading.Of(Questionnaire, Columns, population, kept))
        : ExperienceReading.Of(Questionnaire, Columns, population, rule);

    /// <summary>How carefully the wave was answered.</summary>
    public AnswerQuality Quality(long unfinished, DisclosureRule rule) => AnswerQuality.Of(Questionnaire, Columns, _careless.Value, unfinished, rule);

    /// <summary>The wave without its careless responses; the same when there are none, or so few that leaving them out would give them away.</summary>
    public MeasuredWave WithoutCareless(DisclosureRule rule) => _withoutCareless.GetOrAdd(
        rule,
        kept => AnswerQuality.LeftOut(_careless.Value, kept) is { Length: > 0 } rows ? new(Questionnaire, Columns.LeavingOut(rows), Recipe) : this);

    /// <summary>Roughly the memory it holds, in bytes.</summary>
    public long Size =>
        Columns.Codes.Values.Sum(column => (long)column.Length)
        + (4L * Columns.Choices.Values.Sum(column => (long)column.Length))
        + (8L * Columns.Numbers.Values.Sum(column => (long)column.Length))
        + Columns.Segments.Values.Sum(column => (long)column.Codes.Length)
        + (8L * Columns.Weights.Length)
        + (2L * Columns.Durations.Length)
        + 100_000;
}
