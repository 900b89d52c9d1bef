using KassaSurvey.Statistics.Design;

namespace KassaSurvey.Statistics.Tests.Design;

public class DesignEffectTests
{
    [Fact]
    public void Kish_EqualOrNoWeights_HasADefinedOutcome()
    {
        Assert.Equal(1, DesignEffect.Kish([3, 3, 3]), 12);
        Assert.True(double.IsNaN(DesignEffect.Kish([])));
        Assert.True(double.IsNaN(DesignEffect.Kish([0, 0])));
    }
}
