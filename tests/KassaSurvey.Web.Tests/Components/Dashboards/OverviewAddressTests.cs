using KassaSurvey.Web.Components.Dashboards;

namespace KassaSurvey.Web.Tests.Components.Dashboards;

public sealed class OverviewAddressTests
{
    [Theory]
    [InlineData("region:Lappi", null)]
    [InlineData("age:18:29", null)]
    [InlineData("region", "region")]
    [InlineData(":Lappi", ":Lappi")]
    [InlineData("region:", "region:")]
    public void Condition_WithoutSegmentAndValue_IsTold(string condition, string? told) =>
        Assert.Equal(told, new OverviewAddress(null, null, null, ["region:Uusimaa", condition]).UnreadableCondition);

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("none", false)]
    [InlineData("2019", false)]
    [InlineData("last", true)]
    [InlineData("-1", true)]
    public void Comparison_WithNoYear_IsTold(string? compare, bool told) =>
        Assert.Equal(told, new OverviewAddress(null, null, compare, []).HasUnreadableComparison);
}
