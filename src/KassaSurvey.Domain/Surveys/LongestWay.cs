using System.Collections.Immutable;
using System.Globalization;

namespace KassaSurvey.Domain.Surveys;

/// <summary>
/// The longest way through a questionnaire: the answers that show the most questions. The seconds are those of <see cref="AnsweringTime"/>.
/// </summary>
public static class LongestWay
{
    /// <summary>Seconds that a question of this kind takes.</summary>
    public static int SecondsOf(QuestionKind kind) => kind is QuestionKind.OpenText or QuestionKind.Number
        ? AnsweringTime.SecondsToWrite
        : AnsweringTime.SecondsToChoose;

    /// <summary>Whole minutes that members can be told, at least 1.</summary>
    public static int Minutes(ImmutableArray<QuestionContent> questions) => Math.Max(1, (Seconds(questions) + 30) / 60);

    /// <summary>Its seconds.</summary>
    public static int Seconds(ImmutableArray<QuestionContent> questions)
    {
        var dependents = Dependents(questions);
        return questions.Where((question, place) => !Depends(questions, question, place))
            .Sum(question => Shown(question, dependents));
    }

    /// <summary>True when some answers show the question. A hidden question counts as unanswered.</summary>
    public static bool IsReachable(ImmutableArray<QuestionContent> questions, int place)
    {
        var question = questions[place];
        if (!Depends(questions, question, place) || question.Condition!.Operator == ConditionOperator.NoneOf)
        {
            return true;
        }

        var earlier = PlaceOf(questions, question.Condition.QuestionCode);
        return IsReachable(questions, earlier) && (question.Condition.Operator == ConditionOperator.Answered
            || question.Condition.Values.Any(value => DraftConditions.CanSay(questions[earlier], value)));
    }

    /// <summary>Only an earlier question decides; a condition on anything else shows the question always.</summary>
    private static bool Depends(ImmutableArray<QuestionContent> questions, QuestionContent question, int place) =>
        question.Condition is { } condition && PlaceOf(questions, condition.QuestionCode) is >= 0 and var earlier && earlier < place;

    private static int PlaceOf(ImmutableArray<QuestionContent> questions, string code) => questions.IndexOf(
        questions.FirstOrDefault(question => string.Equals(question.Code, code, StringComparison.OrdinalIgnoreCase))!);

    private static ILookup<string, QuestionContent> Dependents(ImmutableArray<QuestionContent> questions) => questions
        .Where((question, place) => Depends(questions, question, place))
        .ToLookup(question => question.Condition!.QuestionCode, StringComparer.OrdinalIgnoreCase);

    private static int Shown(QuestionContent question, ILookup<string, QuestionContent> dependents) =>
        SecondsOf(question.Kind) + Answers(question).Max(answer => Then(question, dependents, answer));

    private static int Hidden(QuestionContent question, ILookup<string, QuestionContent> dependents) => Then(question, dependents, []);

    private static int Then(QuestionContent question, ILookup<string, QuestionContent> dependents, ImmutableArray<string> answer) =>
        dependents[question.Code].Sum(next => IsMet(next.Condition!, answer) ? Shown(next, dependents) : Hidden(next, dependents));

    private static bool IsMet(DisplayCondition condition, ImmutableArray<string> answer) => condition.Operator switch
    {
        ConditionOperator.Answered => !answer.IsEmpty,
        ConditionOperator.AnyOf => condition.Values.Any(value => answer.Contains(value, StringComparer.OrdinalIgnoreCase)),
        _ => !condition.Values.Any(value => answer.Contains(value, StringComparer.OrdinalIgnoreCase)),
    };

    /// <summary>The answers worth trying, each as the values it says; the empty one is no answer.</summary>
    private static IEnumerable<ImmutableArray<string>> Answers(QuestionContent question)
    {
        switch (question.Kind)
        {
            case QuestionKind.Single:
                return question.Options.Select(option => ImmutableArray.Create(option.Code)).Append([]);
            case QuestionKind.Multiple:
                return question.Options.Select(option => ImmutableArray.Create(option.Code)).Append([])
                    .Append([.. question.Options.Where(option => !option.IsExclusive).Select(option => option.Code)]);
            case QuestionKind.YesNo:
                return [["yes", "1"], ["no", "0"], []];
            case QuestionKind.Number or QuestionKind.OpenText:
                return [["given"], []];
            default:
                var scale = question.Scale ?? AnswerScale.OneToSeven;
                return Enumerable.Range(scale.Minimum, scale.Width + 1)
                    .Select(value => ImmutableArray.Create(value.ToString(CultureInfo.InvariantCulture))).Append([]);
        }
    }
}
