using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Inference;

public class PowerTests
{
    [Fact]
    public void OfDifference_AtTheDetectable_IsTheWantedPower()
    {
        var detectable = Power.MinimumDetectable(0.04);

        Close.To(0.04 * (1.95996398454005 + 0.841621233572914), detectable);

        // The other tail adds a millionth.
        Assert.Equal(0.8, Power.OfDifference(detectable, 0.04), 5e-6);
        Close.To(Power.OfDifference(0.1, 0.04), Power.OfDifference(-0.1, 0.04));
        Close.To(0.05, Power.OfDifference(0, 0.04));
    }

    [Fact]
    public void Power_BadInput_HasADefinedOutcome()
    {
        Assert.True(double.IsNaN(Power.MinimumDetectable(double.NaN)) && double.IsNaN(Power.MinimumDetectable(-1)));
        Assert.Equal(0, Power.MinimumDetectable(0));
        Assert.True(double.IsNaN(Power.OfDifference(1, 0)) && double.IsNaN(Power.OfDifference(double.NaN, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Power.MinimumDetectable(1, 0.01));
        Assert.Throws<ArgumentOutOfRangeException>(() => Power.MinimumDetectable(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Power.MinimumDetectable(1, 0.8, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Power.OfDifference(1, 1, 1));
    }
}
