using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Tests.Surveys;

public class ComparabilityTests
{
    [Theory]
    [InlineData(2019, 2020, QuestionChange.Same)]
    [InlineData(2019, 2021, QuestionChange.SmallEdit)]
    [InlineData(2019, 2022, QuestionChange.ScaleChanged)]
    [InlineData(2019, 2024, QuestionChange.Different)]
    [InlineData(2022, 2024, QuestionChange.Different)]
    [InlineData(2021, 2022, QuestionChange.ScaleChanged)]
    [InlineData(2020, 2020, QuestionChange.Same)]
    [InlineData(2018, 2024, QuestionChange.New)]
    [InlineData(2023, 2024, QuestionChange.New)]
    public void Between_YearsApart_IsTheWorstOfTheChain(int one, int other, QuestionChange expected)
    {
        var comparability = new Comparability(
        [
            Link(2019, 2020, QuestionChange.Same), Link(2020, 2021, QuestionChange.SmallEdit),
            Link(2021, 2022, QuestionChange.ScaleChanged), Link(2022, 2024, QuestionChange.Different),
        ]);

        Assert.Equal(expected, comparability.Between("Q", new(one), new(other)));
        Assert.Equal(expected, comparability.Between("q", new(other), new(one)));
    }

    [Fact]
    public void Between_ScaleThatCameBack_IsTheSameAgain()
    {
        var comparability = new Comparability(
        [
            Link(2020, 2021, QuestionChange.ScaleChanged, QuestionChange.ScaleChanged), Link(2021, 2022, QuestionChange.SmallEdit),
            Link(2022, 2023, QuestionChange.ScaleChanged, QuestionChange.ScaleChanged),
        ]);

        Assert.Equal(QuestionChange.ScaleChanged, comparability.Between("Q", new(2020), new(2023)));
        Assert.Equal(QuestionChange.SmallEdit, comparability.Between("Q", new(2020), new(2023), isSameScale: true));
    }

    [Fact]
    public void Decide_AgainstTheSuggestion_NeedsAReason()
    {
        var link = Link(2020, 2021, QuestionChange.Different, QuestionChange.Same);

        Assert.Equal("Draft.ReasonMissing", Assert.Single(link.Decide(QuestionChange.SmallEdit, " ", "anna", default).Errors).Code);
        Assert.True(link.Decide(QuestionChange.SmallEdit, "only the order of words", "anna", default).IsSuccess);
        Assert.Equal((QuestionChange.SmallEdit, "anna"), (link.Change, link.DecidedBy));
    }

    [Fact]
    public void Decide_ScalesThatDiffer_CannotBeCalledTheSame()
    {
        var link = Link(2020, 2021, QuestionChange.ScaleChanged, QuestionChange.ScaleChanged);

        Assert.Equal("Draft.ChangeImpossible", Assert.Single(link.Decide(QuestionChange.Same, "because", "anna", default).Errors).Code);
        Assert.True(link.Decide(QuestionChange.Different, "the words changed too", "anna", default).IsSuccess);
    }

    [Fact]
    public void Suggest_OtherFacts_TakesTheDecisionBack()
    {
        var link = Link(2020, 2021, QuestionChange.Different, QuestionChange.Same);
        link.Decide(QuestionChange.SmallEdit, "a reason", "anna", default);

        link.Suggest(link.FromYear, new(QuestionChange.Different, QuestionChange.Same));
        Assert.Equal(QuestionChange.SmallEdit, link.Change);

        link.Suggest(link.FromYear, new(QuestionChange.ScaleChanged, QuestionChange.ScaleChanged));
        Assert.Equal((QuestionChange.ScaleChanged, (QuestionChange?)null, ""), (link.Change, link.Decided, link.Reason));
    }

    private static QuestionLink Link(int from, int to, QuestionChange suggested, QuestionChange limit = QuestionChange.Same) =>
        QuestionLink.Create(new(1), new(1), "Q", new(from), new(to), new(suggested, limit));
}
