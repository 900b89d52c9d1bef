using System.Collections.Concurrent;
using System.Globalization;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Analysis.Disclosure;
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
    private readonly ConcurrentDictionary<DisclosureRule, AnswerQuality> _quality = new();
    private readonly ConcurrentDictionary<string, Lazy<BreakdownReadings>> _divided = new(StringComparer.Ordinal);
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

    /// <summary>Everybody divided by one segment or two; each division is computed once.</summary>
    public BreakdownReadings Read(SegmentGroups first, SegmentGroups? second, DisclosureRule rule)
    {
        // There are only so many segments, and the groups of each are those of the year asked for.
        var key = string.Join('\u001e', new[] { rule.MinimumCell.ToString(CultureInfo.InvariantCulture), Of(first), second is null ? "" : Of(second) });
        return _divided.GetOrAdd(key, _ => new(() => BreakdownReadings.Of(Questionnaire, Columns, first, second, rule))).Value;

        static string Of(SegmentGroups groups) => groups.Segment + '\u001f' + string.Join(
            '\u001f', groups.Groups.Select(group => $"{group.Kind}\u001d{string.Join('\u001d', group.Values)}"));
    }

    /// <summary>How carefully the wave was answered.</summary>
    public AnswerQuality Quality(long unfinished, DisclosureRule rule) => _quality
        .GetOrAdd(rule, kept => AnswerQuality.Of(Questionnaire, Columns, _careless.Value, kept)).WithUnfinished(unfinished, rule);

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
