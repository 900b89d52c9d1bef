using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Tests.Analysis;

public class AreaScoreTests
{
    private const byte CantSay = MissingCode.CantSay;
    private const byte LeftEmpty = MissingCode.LeftEmpty;
    private const byte NotAsked = MissingCode.NotAsked;

    [Theory]
    [InlineData(1, 1, 1, true)]
    [InlineData(1, 1, CantSay, true)]
    [InlineData(1, CantSay, LeftEmpty, false)]
    [InlineData(1, CantSay, NotAsked, true)]
    [InlineData(1, NotAsked, NotAsked, true)]
    [InlineData(CantSay, LeftEmpty, NotAsked, false)]
    [InlineData(NotAsked, NotAsked, NotAsked, false)]
    public void Score_HalfOfThoseAskedAnswered_Counts(byte first, byte second, byte third, bool counts)
    {
        var measured = Measure(("A", OneAmong(first)), ("B", OneAmong(second)), ("C", OneAmong(third)));

        Assert.Equal(counts ? 31 : 30, measured.N);
        Assert.Equal(counts ? (30 * 7 + 1) / 31.0 : 7, measured.Mean!.Value.Value, 12);
    }

    [Fact]
    public void Score_IsTheMeanOverRespondentsNotOverAnswers()
    {
        // Five answered both ratings with 7, five answered one with 1: respondents' means are 7 and 1.
        byte[] first = [7, 7, 7, 7, 7, 1, 1, 1, 1, 1];
        byte[] second = [7, 7, 7, 7, 7, LeftEmpty, LeftEmpty, LeftEmpty, LeftEmpty, LeftEmpty];

        var measured = Measure(("A", first), ("B", second));

        Assert.Equal(4, measured.Mean!.Value.Value, 12);
        Assert.Equal(50, measured.Index!.Value.Value, 12);
    }

    [Fact]
    public void Score_RatingsOnTwoScales_MeetOnTheIndex()
    {
        Questionnaire questionnaire = new([Columns.Rating("A", 1, "AREA"), Columns.Rating("B", 2, "AREA", new AnswerScale(0, 10))]);
        var columns = Columns.Of(30, ("A", Repeat(7, 30)), ("B", Repeat(5, 30)));

        var measured = WaveReadings.Of(questionnaire, columns, Population.Everybody, DisclosureRule.Default).Area("AREA").Value!;

        Assert.Equal(AnswerScale.Index, measured.Scale);
        Assert.Equal(75, measured.Mean!.Value.Value, 12);
    }

    [Fact]
    public void Overall_WithAnArea_IsScoredInNone()
    {
        Questionnaire questionnaire = new([Columns.Rating("A", 1, "AREA"), Columns.Rating(Survey.OverallCode, 2, "AREA"), Columns.Rating("X", 3)]);
        var columns = Columns.Of(30, ("A", Repeat(4, 30)), (Survey.OverallCode, Repeat(7, 30)), ("X", Repeat(1, 30)));

        var readings = WaveReadings.Of(questionnaire, columns, Population.Everybody, DisclosureRule.Default);

        Assert.Equal("AREA", Assert.Single(readings.Areas).Key);
        Assert.Equal(4, readings.Area("AREA").Value!.Mean!.Value.Value, 12);
        Assert.Equal(7, readings.Question(Survey.OverallCode).Value!.Mean!.Value.Value, 12);
    }

    [Fact]
    public void CantSay_IsAShareOfItsOwnAndNeverInTheMean()
    {
        var columns = Columns.Of(42, ("A", [.. Repeat(7, 30), .. Repeat(CantSay, 10), LeftEmpty, NotAsked]));

        var measured = WaveReadings.Of(new([Columns.Rating("A", 1)]), columns, Population.Everybody, DisclosureRule.Default).Question("A").Value!;

        Assert.Equal((30, 10), (measured.N, measured.CantSay));
        Assert.Equal(0.25, measured.CantSayShare, 12);
        Assert.Equal(7, measured.Mean!.Value.Value, 12);
    }

    private static Measurement Measure(params (string Code, byte[] Values)[] ratings)
    {
        Questionnaire questionnaire = new(ratings.Select((rating, index) => Columns.Rating(rating.Code, index + 1, "AREA")));
        return WaveReadings.Of(questionnaire, Columns.Of(ratings[0].Values.Length, ratings), Population.Everybody, DisclosureRule.Default).Area("AREA").Value!;
    }

    /// <summary>Thirty who gave the best grade, and the one in question.</summary>
    private static byte[] OneAmong(byte value) => [value, .. Repeat(7, 30)];

    private static byte[] Repeat(byte value, int count) => [.. Enumerable.Repeat(value, count)];
}
