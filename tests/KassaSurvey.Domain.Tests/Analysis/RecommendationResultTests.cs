using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Tests.Analysis;

public class RecommendationResultTests
{
    [Fact]
    public void Score_OfTwoYears_IsPromotersLessDetractorsWithTheTestOfItsOwnScores()
    {
        // By hand: 60 - 20 = 40 and 40 - 30 = 10. Variances of a score, n - 1: 640 000 / 99 and 690 000 / 99, each divided by 100.
        var result = RecommendationResult.Of(Read(60, 20, 20), Read(40, 30, 30), QuestionChange.Same, 2.5)!;

        Assert.Equal(40, result.Current.Mean!.Value.Value, 10);
        Assert.Equal(10, result.Compared!.Mean!.Value.Value, 10);
        Assert.Equal(30, result.Change!.Delta!.Value, 10);
        Assert.Equal(30 / Math.Sqrt(6400 / 99.0 + 6900 / 99.0), result.Change.Test!.Value.T, 8);
        Assert.Equal((Verdict.Improved, 5.0), (result.Change.Verdict, result.Change.Margin));
    }

    [Fact]
    public void Score_MeanRisesButScoreDoesNot_IsNotSaidToImprove()
    {
        // Detractors who move from 0 to 6 lift the mean of the answers; they are detractors still.
        var result = RecommendationResult.Of(Read(100, 100, 200, detractors: 6), Read(100, 100, 200, detractors: 0), QuestionChange.Same, 2.5)!;

        Assert.Equal(0, result.Change!.Delta!.Value, 10);
        Assert.NotEqual(Verdict.Improved, result.Change.Verdict);
    }

    [Fact]
    public void Score_OfAnotherQuestionOrNoYear_HasNoChange()
    {
        Assert.Equal(Verdict.NotComparable, RecommendationResult.Of(Read(60, 20, 20), Read(40, 30, 30), QuestionChange.Different, 2.5)!.Change!.Verdict);
        Assert.Null(RecommendationResult.Of(Read(60, 20, 20), null, QuestionChange.Same, 2.5)!.Change);
        Assert.Null(RecommendationResult.Of(Read(1, 1, 1), Read(40, 30, 30), QuestionChange.Same, 2.5));
    }

    private static Reading Read(int promoters, int passives, int detractorCount, byte detractors = 3)
    {
        var question = Question.Create(
            default, 1, new("NPS", QuestionKind.Recommendation, LocalizedText.Same("NPS")) { Scale = AnswerScale.Recommendation });
        byte[] answers =
        [
            .. Enumerable.Repeat((byte)9, promoters), .. Enumerable.Repeat((byte)8, passives), .. Enumerable.Repeat(detractors, detractorCount),
        ];
        return WaveReadings.Of(new([question]), Columns.Of(answers.Length, ("NPS", answers)), Population.Everybody, DisclosureRule.Default).Question("NPS");
    }
}
