using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Domain.Tests.Analysis;

public class ResultsComposerTests
{
    [Fact]
    public void Trend_ScaleChangedOnce_BreaksBeforeTheFirstYearOfTheNewScale()
    {
        SurveyYear[] history = [Year(2018, 5, new(1, 6)), Year(2019, 5, new(1, 6)), Year(2020, 6, AnswerScale.OneToSeven), Year(2021, 6, AnswerScale.OneToSeven)];

        var trend = Compose(history, Population.Everybody).Trend;

        Assert.Equal([false, false, true, false], trend.Select(point => point.BreaksBefore));
        Assert.Equal([80, 80], trend.Take(2).Select(point => point.Index.Value));
    }

    [Fact]
    public void Trend_OfAGroup_IsNotDrawnFromEverybody()
    {
        SurveyYear[] history = [Year(2019, 5, AnswerScale.OneToSeven), Year(2020, 6, AnswerScale.OneToSeven)];

        var result = Compose(history, Population.Everybody.With("region", "Lappi"));

        Assert.Empty(result.Trend);
        Assert.Null(result.Standing);
    }

    [Fact]
    public void Standing_OwnYearWithoutAFigure_IsNotTakenFromTheYearBefore()
    {
        SurveyYear[] history = [Year(2018, 4, AnswerScale.OneToSeven), Year(2019, 6, AnswerScale.OneToSeven), Year(2020, null, AnswerScale.OneToSeven)];

        var result = Compose(history, Population.Everybody);

        Assert.Equal([2018, 2019], result.Trend.Select(point => point.Year.Value));
        Assert.Null(result.Standing);
    }

    [Fact]
    public void Questions_OverallGrade_IsAFamilyOfItsOwn()
    {
        var random = new SeededGenerator(7);
        Question[] questions = [Columns.Rating(Survey.OverallCode, 1), .. Enumerable.Range(1, 20).Select(i => Columns.Rating($"Q{i}", i + 1, "AREA"))];
        Questionnaire questionnaire = new(questions);
        var (current, previous) = (Measured(), Measured());

        var results = new ResultsComposer(current, previous, [new(new(2020), TrendSource.Measured, current)], Population.Everybody, 2.5).Questions();

        var overall = results.Single(result => result.Question.Code == Survey.OverallCode).Change!;
        Assert.Equal(overall.Test!.Value.PValue, overall.AdjustedP!.Value, 12);
        Assert.Contains(results, result => result.Question.AreaCode is not null && result.Change!.AdjustedP > result.Change.Test!.Value.PValue);

        WaveReadings Measured() => WaveReadings.Of(
            questionnaire, Columns.Of(300, [.. questions.Select(question => (question.Code, Columns.Ratings(random, 300)))]),
            Population.Everybody, DisclosureRule.Default);
    }

    private static QuestionResult Compose(SurveyYear[] history, Population population) =>
        Assert.Single(new ResultsComposer(history[^1].Everybody, null, history, population, 2.5).Questions());

    private static SurveyYear Year(int year, byte? everyoneSays, AnswerScale scale)
    {
        byte[] answers = [.. Enumerable.Range(0, 40).Select(_ => everyoneSays ?? MissingCode.LeftEmpty)];
        var readings = WaveReadings.Of(new([Columns.Rating("Q1", 1, null, scale)]), Columns.Of(40, ("Q1", answers)), Population.Everybody, DisclosureRule.Default);
        return new(new(year), TrendSource.Measured, readings);
    }
}
