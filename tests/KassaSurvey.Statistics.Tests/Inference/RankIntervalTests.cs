using FsCheck.Xunit;
using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Statistics.Tests.Inference;

public class RankIntervalTests
{
    [Fact]
    public void Of_TwoUnits_IsTheNormalProbability()
    {
        // P(Z < .2/√.02) = .92135.
        var ranks = RankInterval.Of([5.0, 5.2], [0.01, 0.01], seed: 1, draws: 40_000);

        Assert.Equal((2, 1), (ranks[0].Rank, ranks[1].Rank));
        Assert.Equal(0.92135, ranks[1].ProbabilityFirst, 0.006);
        Assert.Equal(new ConfidenceInterval(1, 2), ranks[1].Interval);
        Assert.Equal(ranks, RankInterval.Of([5.0, 5.2], [0.01, 0.01], seed: 1, draws: 40_000));
    }

    [Fact]
    public void Of_UnitFarAhead_IsSureOfItsPlace()
    {
        var ranks = RankInterval.Of([6.5, 5.0, 5.05, double.NaN], [0.01, 0.01, 0.01, double.NaN], seed: 3);

        Assert.Equal(new RankInterval(1, new ConfidenceInterval(1, 1), 1), ranks[0]);
        Assert.Equal(new ConfidenceInterval(2, 3), ranks[1].Interval);
        Assert.Equal(0, ranks[3].Rank);
        Assert.True(double.IsNaN(ranks[3].ProbabilityFirst));
    }

    [Property]
    public void Of_NoVariance_IsTheOrder(ulong seed)
    {
        var generator = new SeededGenerator(seed);
        double[] values = [.. Enumerable.Range(0, 8).Select(_ => (double)generator.NextInt(20))];

        var ranks = RankInterval.Of(values, new double[8], seed, draws: 20);

        for (var i = 0; i < values.Length; i++)
        {
            var place = 1 + values.Count(value => value > values[i]);
            Assert.Equal(new RankInterval(place, new ConfidenceInterval(place, place), place == 1 ? 1 : 0), ranks[i]);
        }
    }

    [Fact]
    public void Of_BadInput_HasADefinedOutcome()
    {
        Assert.Empty(RankInterval.Of([], [], seed: 1));
        Assert.Equal(new RankInterval(1, new ConfidenceInterval(1, 1), 1), RankInterval.Of([5], [0.1], seed: 1)[0]);
        var unknown = RankInterval.Of([5, 6], [0.1, double.NaN], seed: 1);
        Assert.Equal((2, 1), (unknown[0].Rank, unknown[1].Rank));
        Assert.True(double.IsNaN(unknown[0].Interval.Lower) && double.IsNaN(unknown[0].ProbabilityFirst));
        Assert.Throws<ArgumentException>(() => RankInterval.Of([5], [], seed: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankInterval.Of([5], [1], seed: 1, draws: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankInterval.Of([5], [1], seed: 1, level: 1));
    }
}
