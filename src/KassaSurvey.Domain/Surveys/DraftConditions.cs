using System.Collections.Immutable;
using System.Globalization;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Surveys;

/// <summary>The rules of display conditions: each looks at an earlier question that is there and can give the answer it names.</summary>
internal static class DraftConditions
{
    /// <summary>What is wrong with the conditions of these questions, in order.</summary>
    public static IEnumerable<Error> Check(ImmutableArray<QuestionContent> questions)
    {
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var question in questions)
        {
            places.TryAdd(question.Code, places.Count);
        }

        foreach (var question in questions)
        {
            if (question.Condition is { } condition && Check(questions, places, question, condition) is { } error)
            {
                yield return error;
            }
        }
    }

    /// <summary>The first question that is shown by this one's answer, or null.</summary>
    public static QuestionContent? DependentOf(ImmutableArray<QuestionContent> questions, string code) => questions.FirstOrDefault(question =>
        string.Equals(question.Condition?.QuestionCode, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>True when a question can give the answer that a condition names.</summary>
    public static bool CanSay(QuestionContent question, string value) => question.Kind switch
    {
        QuestionKind.Single or QuestionKind.Multiple => question.Options.Any(option => string.Equals(option.Code, value, StringComparison.OrdinalIgnoreCase)),
        QuestionKind.YesNo => value is "1" or "yes" or "0" or "no",
        QuestionKind.Number => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        QuestionKind.OpenText => false,
        _ => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && question.Scale?.Contains(number) == true,
    };

    private static Error? Check(
        ImmutableArray<QuestionContent> questions, Dictionary<string, int> places, QuestionContent question, DisplayCondition condition)
    {
        if (condition.QuestionCode.Length == 0)
        {
            return DraftErrors.ConditionWithoutQuestion(question.Code);
        }

        if (!places.TryGetValue(condition.QuestionCode, out var place))
        {
            return DraftErrors.ConditionUnknown(question.Code, condition.QuestionCode);
        }

        var other = questions[place];
        if (place >= places[question.Code])
        {
            return Reaches(questions, places, other, question.Code)
                ? DraftErrors.ConditionCircle(question.Code, other.Code)
                : DraftErrors.ConditionNotEarlier(question.Code, other.Code);
        }

        var values = condition.Values.IsDefault ? [] : condition.Values;
        if (condition.Operator == ConditionOperator.Answered != values.IsEmpty || !Enum.IsDefined(condition.Operator))
        {
            return DraftErrors.ConditionValuesInvalid(question.Code, other.Code);
        }

        return values.FirstOrDefault(value => !CanSay(other, value)) is { } unknown
            ? DraftErrors.ConditionValueUnknown(question.Code, other.Code, unknown)
            : null;
    }

    /// <summary>True when the conditions lead from a question to the code; ends after as many steps as there are questions.</summary>
    private static bool Reaches(ImmutableArray<QuestionContent> questions, Dictionary<string, int> places, QuestionContent from, string code)
    {
        var at = from;
        for (var step = 0; step <= questions.Length; step++)
        {
            if (string.Equals(at.Code, code, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            if (at.Condition is not { } condition || !places.TryGetValue(condition.QuestionCode, out var place))
            {
                return false;
            }

            at = questions[place];
        }

        return false;
    }
}
