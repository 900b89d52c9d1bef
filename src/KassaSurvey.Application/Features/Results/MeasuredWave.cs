using System.Collections.Concurrent;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Results;

/// <summary>A wave's questions and answers in memory, with the readings of everybody kept once computed. Shared between readers.</summary>
public sealed class MeasuredWave(Questionnaire questionnaire, ResponseColumns columns)
{
    private readonly ConcurrentDictionary<DisclosureRule, Lazy<WaveReadings>> _everybody = new();

    /// <summary>The questions as asked.</summary>
    public Questionnaire Questionnaire { get; } = questionnaire;

    /// <summary>The answers.</summary>
    public ResponseColumns Columns { get; } = columns;

    /// <summary>Readings of a population; those of everybody are computed once.</summary>
    public WaveReadings Read(Population population, DisclosureRule rule) => population.IsEverybody
        ? _everybody.GetOrAdd(rule, kept => new(() => WaveReadings.Of(Questionnaire, Columns, population, kept))).Value
        : WaveReadings.Of(Questionnaire, Columns, population, rule);

    /// <summary>Roughly the memory it holds, in bytes.</summary>
    public long Size =>
        Columns.Codes.Values.Sum(column => (long)column.Length)
        + (4L * Columns.Choices.Values.Sum(column => (long)column.Length))
        + (8L * Columns.Numbers.Values.Sum(column => (long)column.Length))
        + Columns.Segments.Values.Sum(column => (long)column.Codes.Length)
        + (8L * Columns.Weights.Length)
        + 100_000;
}
