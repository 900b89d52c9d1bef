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
    [InlineData(null, false, false)]
    [InlineData("", false, false)]
    [InlineData("excluded", true, false)]
    [InlineData("out", false, true)]
    public void Careless_IsOneWordOrTold(string? careless, bool excludes, bool told)
    {
        var address = new OverviewAddress(null, 2020, null, []) { Careless = careless };

        Assert.Equal((excludes, told), (address.ExcludesCareless, address.HasUnreadableCareless));
        // Another population keeps it; a report counts everybody.
        Assert.Equal(excludes, AppUrls.OverviewOf(address.About(Domain.Analysis.Population.Everybody)).Contains("careless=excluded", StringComparison.Ordinal));
        Assert.DoesNotContain("careless", AppUrls.Report(address, "pdf", "fi"), StringComparison.Ordinal);
    }

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
