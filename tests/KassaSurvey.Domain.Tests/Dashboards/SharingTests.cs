using KassaSurvey.Domain.Dashboards;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Tests.Dashboards;

public sealed class SharingTests
{
    private static readonly FundId Fund = new(1);
    private static readonly DateTime Now = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/trend\r\nLocation: x")]
    [InlineData("")]
    public void View_ThatLeadsOutOfTheSite_IsRefused(string address) =>
        Assert.Equal("Dashboard.ViewAddress", Assert.Single(SavedView.Create(Fund, "me", "Mine", address, false).Errors).Code);

    [Fact]
    public void View_OfAPageOfResults_IsKeptUnderItsTrimmedName()
    {
        var view = SavedView.Create(Fund, "me", "  Uusimaa ", "/?year=2020&where=region%3AUusimaa", true).Value;

        Assert.Equal(("Uusimaa", "/?year=2020&where=region%3AUusimaa", true), (view.Name, view.Address, view.IsShared));
        Assert.Equal("Dashboard.ViewUnnamed", Assert.Single(SavedView.Create(Fund, "me", "  ", "/", false).Errors).Code);
    }

    [Fact]
    public void PublicLink_IsGoodThroughItsLastDay_AndKnowsItsTokenByHashOnly()
    {
        var (link, token) = PublicLink.Create(Fund, "board", "?year=2020", PublicBlocks.Tiles, Today.AddDays(7), "Maija", Now).Value;

        Assert.Equal((true, false), (link.IsGoodOn(Today.AddDays(7)), link.IsGoodOn(Today.AddDays(8))));
        Assert.Equal(PublicLink.HashOf(token), link.TokenHash);
        Assert.True(token.Length >= 32);
    }

    [Theory]
    [InlineData(-1, PublicBlocks.All, "Dashboard.LinkDay")]
    [InlineData(PublicLink.MaximumDays + 1, PublicBlocks.All, "Dashboard.LinkDay")]
    [InlineData(1, PublicBlocks.None, "Dashboard.LinkShowsNothing")]
    [InlineData(1, (PublicBlocks)64, "Dashboard.LinkShowsNothing")]
    public void PublicLink_ThatShowsNothingOrForever_IsRefused(int days, PublicBlocks blocks, string error) =>
        Assert.Equal(error, Assert.Single(PublicLink.Create(Fund, "", "", blocks, Today.AddDays(days), "Maija", Now).Errors).Code);

    [Fact]
    public void TrendEvent_NeedsAYearAndWordsThatFitTheAxis()
    {
        Assert.Equal("Dashboard.EventYear", Assert.Single(TrendEvent.Create(Fund, 20, LocalizedText.Same("x")).Errors).Code);
        Assert.Equal("Dashboard.EventEmpty", Assert.Single(TrendEvent.Create(Fund, 2020, LocalizedText.Empty).Errors).Code);
        Assert.Equal("Dashboard.EventLong", Assert.Single(TrendEvent.Create(Fund, 2020, LocalizedText.Same(new('x', 61))).Errors).Code);
        Assert.Equal(2020, TrendEvent.Create(Fund, 2020, LocalizedText.Same("Corona")).Value.Year.Value);
    }
}
