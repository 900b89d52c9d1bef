using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Inference;

public class ControlLimitsTests
{
    [Fact]
    public void Of_TwoPeriods_HasTheLimitsByHand()
    {
        // 30 of 200: .15 ± 3√(.15·.85/n).
        var limits = ControlLimits.Of([10, 20], [100, 100]);

        Close.To(0.15, limits[0].Centre);
        Close.To(0.15 - (3 * Math.Sqrt(0.1275 / 100)), limits[0].Lower);
        Close.To(0.15 + (3 * Math.Sqrt(0.1275 / 100)), limits[1].Upper);
        Assert.False(limits[1].IsOutside(0.2));
        Assert.True(limits[1].IsOutside(0.26) && limits[1].IsOutside(0.04));
    }

    [Fact]
    public void Of_BadInput_HasADefinedOutcome()
    {
        Assert.Empty(ControlLimits.Of([], []));
        var empty = ControlLimits.Of([0, 5], [0, 10]);
        Assert.True(double.IsNaN(empty[0].Lower) && !empty[0].IsOutside(0.5));
        Assert.True(double.IsNaN(ControlLimits.Of([0], [0])[0].Centre));
        Assert.Equal(new ControlLimits(1, 1, 1), ControlLimits.Of([4], [4])[0]);

        // Few cases: the limits stop at 0 and 1.
        Assert.Equal((0, 1), (ControlLimits.Of([1], [2])[0].Lower, ControlLimits.Of([1], [2])[0].Upper));
        Assert.Throws<ArgumentException>(() => ControlLimits.Of([3], [2]));
        Assert.Throws<ArgumentException>(() => ControlLimits.Of([-1], [2]));
        Assert.Throws<ArgumentException>(() => ControlLimits.Of([1], []));
    }
}
