using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Tests.Surveys;

public class DisplayConditionTests
{
    private static readonly AnswerOption[] Options =
    [
        new(1, "PHONE", LocalizedText.Same("Phone")), new(2, "WEB", LocalizedText.Same("Web")), new(3, "NONE", LocalizedText.Same("None"), IsExclusive: true),
    ];

    [Theory]
    [InlineData(ConditionOperator.AnyOf, "PHONE", true)]
    [InlineData(ConditionOperator.AnyOf, "WEB", false)]
    [InlineData(ConditionOperator.NoneOf, "PHONE", false)]
    [InlineData(ConditionOperator.NoneOf, "WEB", true)]
    public void Single_PhoneChosen_DecidesByOption(ConditionOperator way, string value, bool shown) =>
        Assert.Equal(shown, IsShown(QuestionKind.Single, way, value, AnswerValue.Of(1)));

    [Theory]
    [InlineData(ConditionOperator.AnyOf, "WEB", true)]
    [InlineData(ConditionOperator.AnyOf, "web", true)]
    [InlineData(ConditionOperator.AnyOf, "NONE", false)]
    [InlineData(ConditionOperator.NoneOf, "NONE", true)]
    [InlineData(ConditionOperator.NoneOf, "PHONE", false)]
    public void Multiple_PhoneAndWebChosen_DecidesByEachChoice(ConditionOperator way, string value, bool shown) =>
        Assert.Equal(shown, IsShown(QuestionKind.Multiple, way, value, AnswerValue.OfChoices([1, 2])));

    [Theory]
    [InlineData("yes", 1, true)]
    [InlineData("1", 1, true)]
    [InlineData("no", 0, true)]
    [InlineData("0", 0, true)]
    [InlineData("yes", 0, false)]
    [InlineData("no", 1, false)]
    public void YesNo_WordOrDigit_MeansTheSame(string value, int answer, bool shown) =>
        Assert.Equal(shown, IsShown(QuestionKind.YesNo, ConditionOperator.AnyOf, value, AnswerValue.Of(answer)));

    [Theory]
    [InlineData("3", 3, true)]
    [InlineData("3", 4, false)]
    public void Scale_Rating_IsReadAsItsNumber(string value, int answer, bool shown) =>
        Assert.Equal(shown, IsShown(QuestionKind.Scale, ConditionOperator.AnyOf, value, AnswerValue.Of(answer)));

    [Fact]
    public void Unanswered_AnyWay_ShowsOnlyNoneOf()
    {
        foreach (AnswerValue? missing in new AnswerValue?[] { null, AnswerValue.CantSay, AnswerValue.LeftEmpty })
        {
            Assert.False(IsShown(QuestionKind.Single, ConditionOperator.AnyOf, "PHONE", missing));
            Assert.False(IsShown(QuestionKind.Single, ConditionOperator.Answered, "", missing));
            Assert.True(IsShown(QuestionKind.Single, ConditionOperator.NoneOf, "PHONE", missing));
        }
    }

    [Fact]
    public void Chain_FirstAnswerTakenBack_HidesTheWholeChain()
    {
        var questionnaire = Chain();
        Dictionary<string, AnswerValue> answers = new() { ["Q1"] = AnswerValue.Of(1), ["Q2"] = AnswerValue.Of(1), ["Q3"] = AnswerValue.Of(1) };
        Assert.Equal(["Q1", "Q2", "Q3"], Shown(questionnaire, answers));

        // The old answers to Q2 and Q3 are still there, and count for nothing.
        answers["Q1"] = AnswerValue.Of(0);

        Assert.Equal(["Q1"], Shown(questionnaire, answers));
    }

    [Fact]
    public void Chain_MiddleLeftEmpty_HidesWhatFollows()
    {
        Dictionary<string, AnswerValue> answers = new() { ["Q1"] = AnswerValue.Of(1), ["Q2"] = AnswerValue.LeftEmpty, ["Q3"] = AnswerValue.Of(1) };

        Assert.Equal(["Q1", "Q2"], Shown(Chain(), answers));
    }

    [Fact]
    public void Condition_QuestionNotInTheWave_ShowsAlways()
    {
        var questionnaire = QuestionnairePagesTests.Of(YesNo("Q2", "GONE"));

        Assert.Equal(["Q2"], Shown(questionnaire, []));
    }

    [Fact]
    public void Condition_OnALaterQuestionOrInACircle_DecidesNothing()
    {
        var questionnaire = QuestionnairePagesTests.Of(YesNo("Q1", "Q2"), YesNo("Q2", "Q1"), YesNo("Q3", "Q3"));
        Dictionary<string, AnswerValue> answers = new() { ["Q1"] = AnswerValue.Of(1), ["Q2"] = AnswerValue.Of(0) };

        Assert.Equal(["Q1", "Q2", "Q3"], Shown(questionnaire, answers));
    }

    private static Questionnaire Chain() => QuestionnairePagesTests.Of(YesNo("Q1", null), YesNo("Q2", "Q1"), YesNo("Q3", "Q2"));

    private static QuestionContent YesNo(string code, string? dependsOn) => new(code, QuestionKind.YesNo, LocalizedText.Same(code))
    {
        Condition = dependsOn is null ? null : new(dependsOn, ConditionOperator.AnyOf, ["yes"]),
    };

    private static IEnumerable<string> Shown(Questionnaire questionnaire, Dictionary<string, AnswerValue> answers) =>
        questionnaire.Questions.Where(question => questionnaire.IsShown(question, answers)).Select(question => question.Code);

    private static bool IsShown(QuestionKind kind, ConditionOperator way, string value, AnswerValue? answer)
    {
        var earlier = Question.Create(default, 1, new("EARLIER", kind, LocalizedText.Same("?"))
        {
            Options = kind is QuestionKind.Single or QuestionKind.Multiple ? [.. Options] : [],
            Scale = kind == QuestionKind.Scale ? AnswerScale.OneToSeven : null,
        });
        return new DisplayCondition("EARLIER", way, [value]).IsMet(earlier, answer);
    }
}
