using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Descriptive;

public class ErlangCTests
{
    [Fact]
    public void Of_PublishedExample_EqualsTheCalculator()
    {
        // 360 calls in 30 minutes of 240 s with 55 agents, target 15 s: a load of 48 erlangs.
        var queue = ErlangC.Of(48, 55, 240, 15);

        Close.To(0.23870093638, queue.WaitProbability);
        Close.To(0.84588309217, queue.ServiceLevel);
        Close.To(8.18403210439, queue.AverageWait);
        Close.To(0.87272727273, queue.Occupancy);
    }

    [Fact]
    public void AgentsNeeded_PublishedExample_IsFourteen()
    {
        Assert.Equal(14, ErlangC.AgentsNeeded(10, 180, 20, 0.8));
        Assert.Equal(1, ErlangC.AgentsNeeded(0, 180, 20, 0.8));
        Assert.Throws<ArgumentOutOfRangeException>(() => ErlangC.AgentsNeeded(10, 180, 20, 1));
    }

    [Fact]
    public void Of_TooFewAgents_IsUnstable()
    {
        Assert.Equal(new ErlangC(1, 0, double.PositiveInfinity, 1), ErlangC.Of(10, 10, 180, 20));
        Assert.Equal(0, ErlangC.Of(0, 1, 180, 20).WaitProbability);
        Assert.Throws<ArgumentException>(() => ErlangC.Of(-1, 10, 180, 20));
        Assert.Throws<ArgumentException>(() => ErlangC.Of(double.PositiveInfinity, 10, 180, 20));
        Assert.Throws<ArgumentOutOfRangeException>(() => ErlangC.Of(1, 0, 180, 20));
        Assert.Equal((0, 0.5), (ErlangC.Blocking(0, 1), ErlangC.Blocking(1, 1)));
        Assert.Throws<ArgumentException>(() => ErlangC.Blocking(double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ErlangC.Blocking(1, 0));
    }
}
