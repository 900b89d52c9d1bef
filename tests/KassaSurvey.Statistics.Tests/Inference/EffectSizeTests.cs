using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Inference;

public class EffectSizeTests
{
    [Fact]
    public void Of_Sleep_EqualsPublished()
    {
        var effect = EffectSize.Of(MeanEstimate.FromValues(Sleep.First, [], [], 10), MeanEstimate.FromValues(Sleep.Second, [], [], 10));

        Close.To(StatsReference.Value("sleep.cohen_d_pooled"), effect.CohenD);
        Close.To(StatsReference.Value("sleep.hedges_g_exactJ"), effect.HedgesG);
        Assert.Equal(18, effect.DegreesOfFreedom);
    }

    [Fact]
    public void Of_NothingVaries_IsUndefined()
    {
        var same = MeanEstimate.FromValues([5, 5], [], [], 2);

        Assert.True(double.IsNaN(EffectSize.Of(same, same).CohenD));
        Assert.True(double.IsNaN(EffectSize.Of(Estimate.Undefined(0), same).HedgesG));
    }
}
