using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Scoring;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Domain.Tests.Scoring;

public class ExperienceReadingTests
{
    [Fact]
    public void Experience_IsTheUnweightedMeanOfItsThreeDimensions()
    {
        var reading = Measure(All(7), All(4), All(1));

        Assert.Equal([100, 50, 0], reading.Dimensions.Select(dimension => dimension.Reading.Value!.Mean!.Value.Value));
        Assert.Equal(50, reading.Experience.Reading.Value!.Mean!.Value.Value, 10);
    }

    /// <summary>The same answers in all three say no more than one of them: the error must not shrink by √3.</summary>
    [Fact]
    public void Experience_DimensionsThatAgreeFully_AreNoMorePreciseThanOne()
    {
        var answers = Columns.Ratings(new SeededGenerator(3), 200);

        var reading = Measure(answers, answers, answers);

        Assert.Equal(
            reading.Dimensions[0].Reading.Value!.Mean!.Value.StandardError, reading.Experience.Reading.Value!.Mean!.Value.StandardError, 10);
    }

    [Fact]
    public void Experience_OneDimensionNobodyAnswered_IsNoData()
    {
        var reading = Measure(All(7), All(4), All(MissingCode.CantSay));

        Assert.IsType<Reading.NoData>(reading.Experience.Reading);
        Assert.IsType<Reading.Reported>(reading.Dimensions[0].Reading);
    }

    [Fact]
    public void Experience_OneDimensionOfTooFew_IsHidden()
    {
        var reading = Measure([7, 7, 7, 7, 7], [4, 4, 4, 4, 4], [1, 1, 1, 1, MissingCode.CantSay]);

        Assert.IsType<Reading.Suppressed>(reading.Experience.Reading);
    }

    /// <summary>So many that it may be told that all said the same.</summary>
    private static byte[] All(byte answer) => [.. Enumerable.Repeat(answer, DisclosureRule.FewAnswers)];

    private static ExperienceReading Measure(byte[] emotion, byte[] efficiency, byte[] ease)
    {
        Questionnaire questionnaire = new([Tagged("A", 1, ExperienceDimension.Emotion), Tagged("B", 2, ExperienceDimension.Efficiency), Tagged("C", 3, ExperienceDimension.Ease)]);
        var columns = Columns.Of(emotion.Length, ("A", emotion), ("B", efficiency), ("C", ease));
        return ExperienceReading.Of(questionnaire, columns, Population.Everybody, DisclosureRule.Default);
    }

    private static Question Tagged(string code, int order, ExperienceDimension dimension) => Question.Create(
        default, order, new(code, QuestionKind.Scale, LocalizedText.Same("?")) { Scale = AnswerScale.OneToSeven, Dimension = dimension });
}
