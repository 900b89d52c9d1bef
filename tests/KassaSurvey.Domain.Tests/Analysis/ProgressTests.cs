using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Tests.Analysis;

public class ProgressTests
{
    /// <summary>2011 to 2019; the record is 6.02 of 2017.</summary>
    private static readonly double[] Earlier = [5.60, 5.75, 5.70, 5.82, 5.82, 5.95, 6.02, 5.90, 5.96];

    [Fact]
    public void Of_HighestByAHundredth_IsLevelWithTheOldRecord()
    {
        var standing = Standing.Of(History([.. Earlier, 6.03]))!;

        Assert.True(standing.IsHighest);
        Assert.False(standing.IsClearlyHighest);
        Assert.Contains(2017, standing.SharedWith.Select(year => year.Value));
    }

    [Fact]
    public void Of_HighestByAFifth_IsClearlyTheBestAndTheLargestImprovement()
    {
        var history = History([.. Earlier, 6.23]);

        Assert.True(Standing.Of(history)!.IsClearlyHighest);
        Assert.True(Progress.Of(history)!.IsLargestImprovement);
        Assert.Null(Progress.Of(history)!.LargestSince);
    }

    [Fact]
    public void Of_ThirdRiseInARow_SaysThree() => Assert.Equal(3, Progress.Of(History(5.9, 5.7, 5.8, 5.9, 6.0))!.Rises);

    [Fact]
    public void Of_FallsInARow_AreFallsAndNoRises()
    {
        var progress = Progress.Of(History(6.0, 5.9, 5.8))!;

        Assert.Equal((0, 2), (progress.Rises, progress.Falls));
    }

    [Fact]
    public void Of_RisesThatChanceExplains_AreNotClaimed() => Assert.Equal(0, Progress.Of(History(5.90, 5.91, 5.92, 5.93))!.Rises);

    [Fact]
    public void Of_ATie_EndsTheRow() => Assert.Equal(2, Progress.Of(History(5.5, 5.7, 5.7, 5.9, 6.1))!.Rises);

    [Fact]
    public void Of_AMissingYear_EndsTheRow()
    {
        var history = History(5.3, 5.5, 5.7, 5.9, 6.1);

        Assert.Equal(2, Progress.Of([history[0], .. history[2..]])!.Rises);
        Assert.Null(Progress.Of([history[0], history[4]]));
    }

    [Fact]
    public void Of_AnotherScale_EndsTheRow()
    {
        var history = History(5.3, 5.5, 5.7, 5.9, 6.1);
        history[1] = history[1] with { Scale = new AnswerScale(1, 10) };

        Assert.Equal(2, Progress.Of(history)!.Rises);
    }

    [Fact]
    public void Of_ALargerImprovementEarlier_IsTheLargestSinceThen() =>
        Assert.Equal(2013, Progress.Of(History(5.0, 5.1, 5.6, 5.6, 5.7, 6.0))!.LargestSince!.Value.Value);

    [Fact]
    public void Of_UnknownPrecision_ClaimsNothing()
    {
        var history = History(5.3, 5.5, 5.7);
        history[2] = history[2] with { Mean = history[2].Mean with { StandardError = double.NaN } };

        Assert.Equal(new Progress(0, 0, false, null), Progress.Of(history));
    }

    private static TrendPoint[] History(params double[] means) =>
        [.. means.Select((mean, i) => new TrendPoint(new(2011 + i), TrendSource.Measured, AnswerScale.OneToSeven, new(1_000, mean, 1.2, 0.038, 999)))];
}
