using System.Collections.Immutable;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Descriptive;

namespace KassaSurvey.Domain.Analysis.Quality;

/// <summary>
/// How carefully a wave was answered, by everybody in it. A count of fewer than the disclosure floor is null: too few to say.
/// Nobody is ever left out because of it unless results are asked for without the careless.
/// </summary>
public sealed record AnswerQuality
{
    /// <summary>Responses looked at.</summary>
    public required long? Responses { get; init; }

    /// <summary>Responses of which the duration is known; 0 = nobody's, and then nobody can be called quick.</summary>
    public required long? Timed { get; init; }

    /// <summary>The median duration in seconds, or null when not known or of too few.</summary>
    public required double? MedianSeconds { get; init; }

    /// <summary>Responses with all ratings of a scale equal.</summary>
    public required long? StraightLiners { get; init; }

    /// <summary>Responses given at speed.</summary>
    public required long? Speeders { get; init; }

    /// <summary>Responses with both signs.</summary>
    public required long? Careless { get; init; }

    /// <summary>Answers begun and never handed in (break-offs).</summary>
    public required long? Unfinished { get; init; }

    /// <summary>The questions, in order; those answered by too few are left out.</summary>
    public required ImmutableArray<QuestionQuality> Questions { get; init; }

    /// <summary>True when there are careless responses, and enough of them that leaving them out gives none of them away.</summary>
    public bool CanLeaveOut => Careless > 0;

    /// <summary>The same with so many answers in progress, whose number goes up and down while the others stay.</summary>
    public AnswerQuality WithUnfinished(long unfinished, DisclosureRule rule) => this with { Unfinished = rule.Hides(unfinished) ? null : unfinished };

    /// <summary>The rows that results without the careless leave out; none when they are too few.</summary>
    public static ulong[] LeftOut(CarelessResponses careless, DisclosureRule rule) =>
        RangeCount.Selected(careless.Both, rule.FewestShown) >= rule.FewestShown ? careless.Both : [];

    /// <summary>Tells the quality of a wave.</summary>
    /// <param name="questionnaire">The questions as asked.</param>
    /// <param name="columns">The answers.</param>
    /// <param name="careless">The signs found in them.</param>
    /// <param name="rule">How few are too few.</param>
    public static AnswerQuality Of(Questionnaire questionnaire, ResponseColumns columns, CarelessResponses careless, DisclosureRule rule)
    {
        double[] seconds = [.. columns.Durations.Where(duration => duration > 0).Select(duration => (double)duration)];
        return new()
        {
            Responses = Shown(columns.Count),
            Timed = Shown(seconds.Length),
            MedianSeconds = seconds.Length >= rule.FewestShown ? Quantile.Type7(seconds, 0.5) : null,
            StraightLiners = Shown(Count(careless.StraightLines)),
            Speeders = Shown(Count(careless.Speeding)),
            Careless = Shown(Count(careless.Both)),
            Unfinished = null,
            Questions = [.. questionnaire.Questions.Select(question => QuestionQuality.Of(question, columns, rule)).OfType<QuestionQuality>()],
        };

        long? Shown(long count) => rule.Hides(count) ? null : count;

        static long Count(ulong[] rows) => rows.Length == 0 ? 0 : RangeCount.Selected(rows, long.MaxValue);
    }
}
