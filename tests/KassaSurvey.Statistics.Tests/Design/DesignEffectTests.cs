using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Design;

public class DesignEffectTests
{
    [Theory]
    [InlineData(2019)]
    [InlineData(2020)]
    public void Kish_RakedWeights_EqualsReference(int year)
    {
        var weights = TwoWaves.Numbers(year, "w_raked");

        Close.To(TwoWaves.Expected.Value($"rake.{year}.kish_deff", "estimate"), DesignEffect.Kish(weights));
        Close.To(TwoWaves.Expected.Value($"rake.{year}.neff", "estimate"), DesignEffect.EffectiveSize(weights));
    }

    [Fact]
    public void Kish_EqualOrNoWeights_HasADefinedOutcome()
    {
        Assert.Equal(1, DesignEffect.Kish([3, 3, 3]), 12);
        Assert.True(double.IsNaN(DesignEffect.Kish([])));
        Assert.True(double.IsNaN(DesignEffect.Kish([0, 0])));
    }
}
