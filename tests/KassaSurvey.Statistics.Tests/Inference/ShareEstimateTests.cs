using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Inference;

public class ShareEstimateTests
{
    [Fact]
    public void Wilson_BadInput_IsUndefined()
    {
        Assert.True(double.IsNaN(ShareEstimate.Wilson(0.5, 0, 0.95).Lower));
        Assert.True(double.IsNaN(ShareEstimate.Wilson(double.NaN, 10, 0.95).Upper));
        Assert.Throws<ArgumentOutOfRangeException>(() => ShareEstimate.Wilson(0.5, 10, 95));
        Assert.Equal(1, ShareEstimate.Wilson(1, 15, 0.95).Upper);
    }

    [Fact]
    public void ClopperPearson_BadInput_IsUndefined()
    {
        Assert.Equal(new ConfidenceInterval(0, 0.975), ShareEstimate.ClopperPearson(0, 1, 0.95) with { Upper = 0.975 });
        Close.To(0.975, ShareEstimate.ClopperPearson(0, 1, 0.95).Upper);
        Assert.Equal(1, ShareEstimate.ClopperPearson(1, 1, 0.95).Upper);
        Assert.True(double.IsNaN(ShareEstimate.ClopperPearson(0, 0, 0.95).Lower));
        Assert.True(double.IsNaN(ShareEstimate.ClopperPearson(3, 2, 0.95).Lower));
        Assert.True(double.IsNaN(ShareEstimate.ClopperPearson(-1, 2, 0.95).Upper));
        Assert.Throws<ArgumentOutOfRangeException>(() => ShareEstimate.ClopperPearson(1, 2, 95));
    }

    [Fact]
    public void WilsonEffective_Unweighted_EqualsWilson()
    {
        var share = ShareEstimate.FromTally(ValueTally.FromCounts([0, 17, 3]), 2, 2, 1, 2, 0);

        var interval = ShareEstimate.WilsonEffective(share, 20, 0.95);

        Close.To(0.0523687458962, interval.Lower);
        Close.To(0.360418864741, interval.Upper);
    }

    [Fact]
    public void WilsonEffective_ShareOfOne_UsesTheWeights()
    {
        var tally = ValueTally.Of([1, 1, 1], [1, 2, 3], []);

        var interval = ShareEstimate.WilsonEffective(ShareEstimate.FromTally(tally, 1, 1, 0, 1, 3), ShareEstimate.KishSize(tally, 0, 1), 0.95);

        Close.To(36.0 / 14, ShareEstimate.KishSize(tally, 0, 1));
        Assert.Equal(ShareEstimate.Wilson(1, 36.0 / 14, 0.95), interval);
        Assert.True(double.IsNaN(ShareEstimate.KishSize(tally, 5, 6)));
    }

    [Fact]
    public void Logit_WeightsOnlyDesign_EqualsSvyciprop()
    {
        // R survey, apistrat weights only, sch.wide = Yes: .827948011 (SE .0260686797), df 199.
        var interval = ShareEstimate.Logit(new Estimate(200, 0.827948011, double.NaN, 0.0260686797, 199), 0.95);

        Close.To(0.770349, interval.Lower, 1e-5);
        Close.To(0.873474, interval.Upper, 1e-5);
        Assert.True(double.IsNaN(ShareEstimate.Logit(new Estimate(9, 1, 0, 0, 8), 0.95).Lower));
    }

    [Fact]
    public void FromTally_CannotSay_HasAskedAsBase()
    {
        // 98 = cannot say, 99 = left empty: the base of the cannot-say share is everyone who answered something.
        var share = ShareEstimate.FromTally(ValueTally.Of([7, 98, 99, 98, 5, 6], [], []), 98, 98, 1, 98, 0);

        Assert.Equal((5, 0.4), (share.N, share.Value));
    }
}
