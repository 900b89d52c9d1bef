using System.Collections.Immutable;
using KassaSurvey.Domain.Responding;

namespace KassaSurvey.Domain.Surveys;

/// <summary>How a display condition reads the earlier answer.</summary>
public enum ConditionOperator
{
    /// <summary>The answer is one of the values (or has one of them among its choices).</summary>
    AnyOf = 1,

    /// <summary>The answer is none of the values; an unanswered question counts as none.</summary>
    NoneOf = 2,

    /// <summary>There is an answer.</summary>
    Answered = 3,
}

/// <summary>Shows a question only when an earlier answer says so. A hidden question counts as unanswered.</summary>
/// <param name="QuestionCode">The earlier question.</param>
/// <param name="Operator">How its answer is read.</param>
/// <param name="Values">Option codes, or numbers for a scale; empty for <see cref="ConditionOperator.Answered"/>.</param>
public sealed record DisplayCondition(string QuestionCode, ConditionOperator Operator, ImmutableArray<string> Values)
{
    /// <summary>True when the question is to be shown.</summary>
    /// <param name="earlier">The earlier question.</param>
    /// <param name="answer">Its answer, or null when hidden or unanswered.</param>
    public bool IsMet(Question earlier, AnswerValue? answer)
    {
        var given = answer is { State: AnswerState.Given };
        return Operator switch
        {
            ConditionOperator.Answered => given,
            ConditionOperator.AnyOf => given && Values.Any(value => earlier.Says(answer!.Value, value)),
            _ => !(given && Values.Any(value => earlier.Says(answer!.Value, value))),
        };
    }

    /// <inheritdoc />
    public bool Equals(DisplayCondition? other) =>
        other is not null && QuestionCode == other.QuestionCode && Operator == other.Operator && Values.SequenceEqual(other.Values);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(QuestionCode, Operator, Values.Length);
}
