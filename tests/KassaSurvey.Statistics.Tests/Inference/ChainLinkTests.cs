using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Inference;

public class ChainLinkTests
{
    [Theory]
    [InlineData(5.76, 6.03, 6.032364273204903)]
    [InlineData(5.94, 6.21, 6.220875656742558)]
    public void Links_WorkedSeries_EqualReference(double later, double additive, double ratio)
    {
        Close.To(additive, ChainLink.Additive(Of(later, 0.03), Of(5.98, 0.04), Of(5.71, 0.05)).Value);
        Close.To(ratio, ChainLink.Ratio(Of(later, 0.03), Of(5.98, 0.04), Of(5.71, 0.05)).Value);
    }

    [Fact]
    public void Additive_Variances_AddUp()
    {
        var linked = ChainLink.Additive(Of(5.76, 0.03), Of(5.98, 0.04), Of(5.71, 0.05));

        Close.To(Math.Sqrt(0.0009 + 0.0016 + 0.0025), linked.StandardError);
        Close.To(0.005 * 0.005 / (((0.0009 * 0.0009) + (0.0016 * 0.0016) + (0.0025 * 0.0025)) / 99), linked.DegreesOfFreedom);
    }

    [Fact]
    public void Ratio_Variance_EqualsTheDerivatives()
    {
        var linked = ChainLink.Ratio(Of(5, 0.03), Of(6, 0.04), Of(4, 0.05));

        // d/dx = 6/4, d/dold = 5/4, d/dnew = −5·6/16.
        Close.To(Math.Sqrt(Math.Pow(1.5 * 0.03, 2) + Math.Pow(1.25 * 0.04, 2) + Math.Pow(1.875 * 0.05, 2)), linked.StandardError);
    }

    [Fact]
    public void Links_UndefinedInput_AreUndefined()
    {
        Assert.True(double.IsNaN(ChainLink.Additive(Estimate.Undefined(0), Of(6, 0.1), Of(5, 0.1)).Value));
        Assert.True(double.IsNaN(ChainLink.Ratio(Of(6, 0.1), Of(6, 0.1), Of(0, 0.1)).Value));
    }

    private static Estimate Of(double value, double error) => new(100, value, 1, error, 99);
}
