using FsCheck.Xunit;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Domain.Tests.Analysis;

public class StandingTests
{
    [Fact]
    public void Of_FarAboveEveryEarlierYear_IsClearlyTheHighest()
    {
        var standing = Standing.Of([Point(2018, 5.8), Point(2019, 5.9), Point(2020, 6.4)])!;

        Assert.True(standing.IsHighest);
        Assert.True(standing.IsClearlyHighest);
        Assert.Equal(2, standing.ComparedYears);
        Assert.Empty(standing.SharedWith);
        Assert.True(standing.ProbabilityBest > 0.99);
    }

    [Fact]
    public void Of_BarelyAboveOneYear_SharesTheRecordWithIt()
    {
        var standing = Standing.Of([Point(2018, 5.8), Point(2019, 6.39), Point(2020, 6.40)])!;

        Assert.True(standing.IsHighest);
        Assert.False(standing.IsClearlyHighest);
        Assert.Equal([2019], standing.SharedWith.Select(year => year.Value));
    }

    [Fact]
    public void Of_BelowEveryEarlierYear_IsTheLowest()
    {
        var standing = Standing.Of([Point(2018, 6.1), Point(2019, 6.0), Point(2020, 5.0)])!;

        Assert.True(standing.IsLowest);
        Assert.False(standing.IsHighest);
        Assert.Empty(standing.SharedWith);
    }

    [Fact]
    public void Of_EarlierYearOnAnotherScale_TakesNoPart()
    {
        var standing = Standing.Of([Point(2010, 9.9, scale: new(1, 10)), Point(2019, 5.9), Point(2020, 6.4)])!;

        Assert.Equal(1, standing.ComparedYears);
        Assert.True(standing.IsClearlyHighest);
        Assert.Null(Standing.Of([Point(2010, 9.9, scale: new(1, 10)), Point(2020, 6.4)]));
    }

    [Fact]
    public void Of_NothingBefore_IsNothing()
    {
        Assert.Null(Standing.Of([]));
        Assert.Null(Standing.Of([Point(2020, 6.4)]));
    }

    /// <summary>However high a year stands: with one comparable year of unknown precision, its own or another's, no clear record is claimed.</summary>
    [Property]
    public void Of_AnyUnknownPrecision_NeverClaimsAClearRecord(ulong seed)
    {
        var random = new SeededGenerator(seed);
        var years = 2 + random.NextInt(8);
        var unknown = random.NextInt(years);
        TrendPoint[] history =
        [
            .. Enumerable.Range(0, years).Select(i => Point(
                2011 + i, i == years - 1 ? 6.9 : 2 + 3 * random.NextDouble(), i == unknown ? double.NaN : 0.01)),
        ];

        var standing = Standing.Of(history)!;

        Assert.True(standing.IsHighest);
        Assert.False(standing.IsClearlyHighest);
        Assert.True(double.IsNaN(standing.ProbabilityBest));
    }

    private static TrendPoint Point(int year, double mean, double standardError = 0.04, AnswerScale? scale = null) => new(
        new ReportingYear(year), TrendSource.Measured, scale ?? AnswerScale.OneToSeven, new Estimate(1_000, mean, 1, standardError, 999));
}
