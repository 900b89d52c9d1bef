using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Tests.Surveys;

public class WaveTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void Wave_FirstAndLastDay_BothTakeAnswers()
    {
        var wave = OpenUntil(Today.AddDays(7));

        Assert.True(wave.TakesAnswersOn(Today));
        Assert.True(wave.TakesAnswersOn(Today.AddDays(7)));
        Assert.False(wave.TakesAnswersOn(Today.AddDays(8)));
    }

    [Fact]
    public void Wave_DraftOrClosed_TakesNoAnswers()
    {
        Assert.False(Draft().TakesAnswersOn(Today));

        var wave = OpenUntil(Today.AddDays(7));
        wave.Close(Today);
        Assert.False(wave.TakesAnswersOn(Today));
    }

    [Fact]
    public void Close_BeforeTheLastDay_ShortensTheFieldWork()
    {
        var early = OpenUntil(Today.AddDays(7));
        early.Close(Today.AddDays(2));
        Assert.Equal(Today.AddDays(2), early.ClosesOn);

        var late = OpenUntil(Today.AddDays(7));
        late.Close(Today.AddDays(20));
        Assert.Equal(Today.AddDays(7), late.ClosesOn);
    }

    [Fact]
    public void Wave_IllegalTransitions_AreErrorsAndChangeNothing()
    {
        var empty = Wave.Create(Survey.Create(default, "yearly", LocalizedText.Same("Yearly")), new(2026));
        Assert.Equal("Wave.NoQuestions", Assert.Single(empty.Open(Today, Today).Errors).Code);
        Assert.Equal("Wave.ClosesBeforeOpening", Assert.Single(Draft().Open(Today, Today.AddDays(-1)).Errors).Code);
        Assert.Equal("Wave.NotOpen", Assert.Single(Draft().Close(Today).Errors).Code);

        var wave = OpenUntil(Today);
        var revision = wave.Revision;
        Assert.Equal("Wave.NotDraft", Assert.Single(wave.Open(Today, Today).Errors).Code);
        Assert.Equal(revision, wave.Revision);
    }

    [Fact]
    public void Add_CodeTaken_IsAnErrorWhateverTheCase()
    {
        var wave = Draft();

        Assert.Equal("Wave.DuplicateQuestionCode", Assert.Single(wave.Add(QuestionnairePagesTests.Rating("q1", "A")).Errors).Code);
        Assert.Single(wave.Questions);
    }

    [Fact]
    public void CopyTo_AnotherWave_KeepsCodeAndWordsAndGetsANewIdentity()
    {
        var question = Columns.Rating("Q1", 1, "A");
        var wave = NewId.Of<WaveId>();

        var copy = question.CopyTo(wave, 3);

        Assert.Equal(question.Content(), copy.Content());
        Assert.NotEqual(question.Id, copy.Id);
        Assert.Equal((wave, 3), (copy.WaveId, copy.Order));
    }

    [Theory]
    [InlineData("1Q")]
    [InlineData("Q 1")]
    [InlineData("Q-1")]
    [InlineData("Ä1")]
    [InlineData("")]
    public void QuestionContent_CodeThatStatisticsPackagesRefuse_Throws(string code) =>
        Assert.Throws<ArgumentException>(() => new QuestionContent(code, QuestionKind.Scale, LocalizedText.Empty));

    [Fact]
    public void RaiseMinimumCell_Lower_IsRefused()
    {
        var fund = Fund.Create("test", LocalizedText.Same("Test"), "fi", "");

        Assert.True(fund.RaiseMinimumCell(10).IsSuccess);
        Assert.False(fund.RaiseMinimumCell(9).IsSuccess);
        Assert.Equal(10, fund.MinimumCell);
    }

    private static Wave Draft()
    {
        var wave = Wave.Create(Survey.Create(default, "yearly", LocalizedText.Same("Yearly")), new(2026));
        wave.Add(QuestionnairePagesTests.Rating("Q1", "A"));
        return wave;
    }

    private static Wave OpenUntil(DateOnly last)
    {
        var wave = Draft();
        Assert.True(wave.Open(Today, last).IsSuccess);
        return wave;
    }
}
