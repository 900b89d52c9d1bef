using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Tests.Analysis;

public class PublishedYearTests
{
    private static readonly Survey Yearly = Survey.Create(default, "yearly", LocalizedText.Same("Yearly"));

    [Fact]
    public void Measure_MeanAlone_CarriesNoPrecision()
    {
        var measured = PublishedYear.Measure(Figure("Q1", 6.4));

        Assert.True(measured.IsPublished);
        Assert.Equal(90, measured.Index!.Value.Value, 10);
        Assert.True(double.IsNaN(measured.Mean!.Value.StandardError));
        Assert.False(measured.IsFewAnswers);
    }

    [Fact]
    public void Measure_RespondentsAndDeviation_GiveTheStandardErrorOfASimpleSample()
    {
        var mean = PublishedYear.Measure(Figure("Q1", 6.0, 400, 1.2)).Mean!.Value;

        Assert.Equal(0.06, mean.StandardError, 12);
        Assert.Equal(399, mean.DegreesOfFreedom);
    }

    [Theory]
    [InlineData(400, null)]
    [InlineData(null, 1.2)]
    [InlineData(1, 1.2)]
    [InlineData(0, 1.2)]
    public void Measure_HalfOfWhatAPrecisionNeeds_CarriesNone(int? respondents, double? deviation) =>
        Assert.True(double.IsNaN(PublishedYear.Measure(Figure("Q1", 6.0, respondents, deviation)).Mean!.Value.StandardError));

    [Fact]
    public void QuestionnaireOf_KnownAndUnknownCodes_KeepsOrderWordsAndThePublishedScale()
    {
        Questionnaire nearest = new(
        [
            Question.Create(default, 1, QuestionContentOf("FIRST", "AREA") with { Condition = new("SECOND", ConditionOperator.Answered, []) }),
            Question.Create(default, 2, QuestionContentOf("SECOND", "AREA")),
        ]);

        var questionnaire = PublishedYear.QuestionnaireOf([Figure("UNKNOWN", 5), Figure("SECOND", 5), Figure("first", 5, scale: new(1, 6))], nearest);

        Assert.Equal(["FIRST", "SECOND", "UNKNOWN"], questionnaire.Questions.Select(question => question.Code));
        Assert.Equal([new AnswerScale(1, 6), AnswerScale.OneToSeven, AnswerScale.OneToSeven], questionnaire.Questions.Select(question => question.Scale!.Value));
        Assert.Equal("Words of FIRST", questionnaire.Find("FIRST")!.Text.In("en"));
        Assert.Equal("UNKNOWN", questionnaire.Find("UNKNOWN")!.Text.In("fi"));
        Assert.All(questionnaire.Questions, question => Assert.Null(question.Condition));
    }

    [Fact]
    public void OfPublished_Year_HasFiguresAndNoResponses()
    {
        PublishedFigure[] figures = [Figure("Q1", 6.4)];

        var readings = WaveReadings.OfPublished(PublishedYear.QuestionnaireOf(figures, new([])), figures);

        Assert.Null(readings.Responses);
        Assert.Equal(6.4, readings.Question("q1").Value!.Mean!.Value.Value);
        Assert.IsType<Reading.NoData>(readings.Question("Q2"));
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(7.1)]
    [InlineData(double.NaN)]
    public void Publish_MeanOutsideTheScale_Throws(double mean) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Figure("Q1", mean));

    private static QuestionContent QuestionContentOf(string code, string area) =>
        new(code, QuestionKind.Scale, LocalizedText.Same($"Words of {code}")) { AreaCode = area, Scale = AnswerScale.OneToSeven };

    private static PublishedFigure Figure(string code, double mean, int? respondents = null, double? deviation = null, AnswerScale? scale = null)
    {
        var figure = PublishedFigure.Create(Yearly, new(2012), code);
        figure.Publish(scale ?? AnswerScale.OneToSeven, mean, respondents, deviation, null, "Annual report");
        return figure;
    }
}
