using FsCheck.Xunit;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Domain.Tests.Surveys;

public class QuestionnairePagesTests
{
    private static readonly Dictionary<string, AnswerValue> Nothing = [];

    [Fact]
    public void Pages_TwoAreas_AreTwoPages() => Assert.Equal(
        ["A1 A2", "B1"],
        PagesOf(Rating("A1", "A"), Rating("A2", "A"), Rating("B1", "B")));

    [Fact]
    public void Pages_QuestionsWithoutArea_OpenThePageOfTheNextArea() => Assert.Equal(
        ["X Y A1", "B1"],
        PagesOf(Rating("X", null), Rating("Y", null), Rating("A1", "A"), Rating("B1", "B")));

    [Fact]
    public void Pages_QuestionWithoutAreaAfterAnArea_StartsThePageThatTheNextAreaJoins() => Assert.Equal(
        ["A1", "X B1"],
        PagesOf(Rating("A1", "A"), Rating("X", null), Rating("B1", "B")));

    [Fact]
    public void Pages_QuestionDependingOnItsOwnPage_MovesToANewPage() => Assert.Equal(
        ["A1", "A2"],
        PagesOf(Rating("A1", "A"), Rating("A2", "A", On("A1"))));

    [Fact]
    public void Pages_QuestionDependingOnAnEarlierPage_StaysWithItsArea() => Assert.Equal(
        ["A1", "B1 B2"],
        PagesOf(Rating("A1", "A"), Rating("B1", "B"), Rating("B2", "B", On("A1"))));

    [Fact]
    public void Pages_ChainOfConditions_NeverPutsAQuestionBesideWhatItDependsOn() => Assert.Equal(
        ["A1", "A2", "A3"],
        PagesOf(Rating("A1", "A"), Rating("A2", "A", On("A1")), Rating("A3", "A", On("a2"))));

    [Fact]
    public void Pages_NoQuestions_AreNone() => Assert.Empty(new Questionnaire([]).Pages);

    [Fact]
    public void Pages_QuestionsOutOfOrder_FollowTheirOrder()
    {
        var questionnaire = new Questionnaire([Columns.Rating("B", 2, "A"), Columns.Rating("A", 1, "A")]);

        Assert.Equal(["A", "B"], questionnaire.Questions.Select(question => question.Code));
    }

    [Fact]
    public void Questionnaire_SameCodeTwice_Throws() =>
        Assert.Throws<ArgumentException>(() => new Questionnaire([Columns.Rating("A", 1), Columns.Rating("a", 2)]));

    /// <summary>Whatever the questionnaire: every question is asked once, in order, and never beside the one it depends on.</summary>
    [Property]
    public void Pages_AnyQuestionnaire_KeepOrderAndDependencies(ulong seed)
    {
        var random = new SeededGenerator(seed);
        List<QuestionContent> contents = [];
        for (var i = 0; i < 1 + random.NextInt(25); i++)
        {
            var area = random.NextInt(4);
            var condition = i > 0 && random.NextInt(3) == 0 ? On("Q" + random.NextInt(i)) : null;
            contents.Add(Rating("Q" + i, area == 0 ? null : "AREA" + area, condition));
        }

        var questionnaire = Of([.. contents]);

        Assert.Equal(questionnaire.Questions, questionnaire.Pages.SelectMany(page => page.Questions));
        Assert.Equal(Enumerable.Range(1, questionnaire.Pages.Length), questionnaire.Pages.Select(page => page.Number));
        Assert.All(questionnaire.Pages, page =>
        {
            Assert.NotEmpty(page.Questions);
            var codes = page.Questions.Select(question => question.Code).ToHashSet();
            Assert.DoesNotContain(page.Questions, question => question.Condition is { } condition && codes.Contains(condition.QuestionCode));
            Assert.True(page.Questions.Select(question => question.AreaCode).OfType<string>().Distinct().Count() <= 1);
        });
    }

    [Fact]
    public void ShownPages_PageWithNothingToShow_IsSkipped()
    {
        var questionnaire = Of(Rating("A1", "A"), Rating("B1", "B", On("A1")), Rating("C1", "C"));

        Assert.Equal([1, 3], questionnaire.ShownPages(Nothing).Select(page => page.Number));
        Assert.Equal([1, 2, 3], questionnaire.ShownPages(new Dictionary<string, AnswerValue> { ["A1"] = AnswerValue.Of(5) }).Select(page => page.Number));
    }

    internal static Questionnaire Of(params QuestionContent[] contents) =>
        new(contents.Select((content, index) => Question.Create(default, index + 1, content)));

    internal static QuestionContent Rating(string code, string? area, DisplayCondition? condition = null) =>
        new(code, QuestionKind.Scale, LocalizedText.Same(code)) { AreaCode = area, Scale = AnswerScale.OneToSeven, Condition = condition };

    private static DisplayCondition On(string code) => new(code, ConditionOperator.Answered, []);

    private static IEnumerable<string> PagesOf(params QuestionContent[] contents) =>
        Of(contents).Pages.Select(page => string.Join(' ', page.Questions.Select(question => question.Code)));
}
