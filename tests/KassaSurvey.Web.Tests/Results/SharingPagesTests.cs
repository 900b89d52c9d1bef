using System.Net;
using KassaSurvey.Application.Features.Dashboards;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Dashboards;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Web.Tests.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace KassaSurvey.Web.Tests.Results;

/// <summary>The years, two groups, comments and public links, as they are served.</summary>
[Collection(DemonstrationSite.Name)]
public sealed class SharingPagesTests(DemonstrationSite site)
{
    private static readonly NumberText Numbers = NumberText.In("en");

    [Fact]
    public async Task Trend_OfTheOverallGrade_NamesEachYearItsIntervalAndWhatHappened()
    {
        var page = (await (await site.SignInAsync(Role.Manager)).GetAsync("/trend?year=2022")).Document;
        var expected = (await site.ReadAsync(2022)).Results.Overall!.Trend;

        var rows = page.QuerySelectorAll(".ks-chart tbody tr");
        Assert.Equal(expected.Select(point => point.Year.ToString()), rows.Select(row => row.QuerySelector("th")!.TextContent));
        Assert.Equal(expected.Select(point => Numbers.Number(point.Mean.Value, 2)), rows.Select(row => row.QuerySelectorAll("td")[0].TextContent));
        // The line breaks where the scale changed; published years have no band.
        Assert.Equal(expected.Count(point => point.BreaksBefore) + 1, page.QuerySelectorAll(".ks-line").Length);
        Assert.Single(page.QuerySelectorAll(".ks-band"));
        Assert.Contains("Corona", page.QuerySelector(".ks-events")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "6.2")]
    [InlineData("&axis=index", "85")]
    [InlineData("&zoom=whole", "7")]
    [InlineData("&axis=index&zoom=whole", "100")]
    public async Task Trend_Axis_IsReadAsAsked(string asked, string tick)
    {
        var page = (await (await site.SignInAsync(Role.Manager)).GetAsync("/trend?year=2020" + asked)).Document;

        Assert.Contains(tick, page.QuerySelectorAll(".ks-chart svg text.ks-axis").Select(text => text.TextContent.Trim()));
    }

    [Fact]
    public async Task Trend_OfAFigureThatIsNone_SaysSo()
    {
        var page = (await (await site.SignInAsync(Role.Manager)).GetAsync("/trend?figure=SHOE")).Document;

        Assert.Contains("SHOE", page.QuerySelector(".mud-alert")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_TwoGroups_ShowsTheirMeansAndTheDifferenceBetweenThem()
    {
        var page = (await (await site.SignInAsync(Role.Analyst)).GetAsync("/compare?year=2020&by=age&group=50-67&with-group=18-34")).Document;

        var overall = page.QuerySelector("table tbody tr")!;
        var cells = overall.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList();
        var (first, second) = (await OverallAsync("age:50-67"), await OverallAsync("age:18-34"));
        Assert.Equal((Numbers.Number(first, 2), Numbers.Number(second, 2)), (cells[0], cells[1]));
        Assert.Equal(Numbers.Signed(first - second, 2), cells[2]);
    }

    [Theory]
    [InlineData("/compare?by=shoe")]
    [InlineData("/compare?by=age&group=18-34&with-group=18-34")]
    [InlineData("/compare?by=age&group=nobody")]
    public async Task Compare_GroupsThatAreNone_SaysSoWithoutFigures(string address)
    {
        var response = await (await site.SignInAsync(Role.Manager)).GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.Response.StatusCode);
        Assert.Null(response.Document.QuerySelector("table"));
        Assert.NotNull(response.Document.QuerySelector(".state"));
    }

    [Fact]
    public async Task Comments_AreReadByThoseWhoMay_AndNotLinkedForOthers()
    {
        var reader = await site.SignInAsync(Role.Manager);
        var overview = (await reader.GetAsync("/?year=2020")).Document;
        var link = overview.QuerySelectorAll("a").Single(anchor => anchor.GetAttribute("href")!.StartsWith("/comments/", StringComparison.Ordinal));

        var page = (await reader.GetAsync(link.GetAttribute("href")!)).Document;
        Assert.Equal(20, page.QuerySelectorAll(".ks-comment").Length);

        var admin = await site.SignInAsync(Role.Admin);
        Assert.DoesNotContain("/comments/", (await admin.GetAsync("/?year=2020")).Document.Body!.InnerHtml, StringComparison.Ordinal);
        var refused = await admin.GetAsync("/comments/OPEN_DEV?year=2020");
        Assert.Empty(refused.Document.QuerySelectorAll(".ks-comment"));
    }

    [Fact]
    public async Task SharedResult_ShowsItsBlocksToAnybody_WithoutAWayFurther()
    {
        var token = await ShareAsync("?year=2020&compare=2019&where=region%3AUusimaa", PublicBlocks.Tiles | PublicBlocks.Areas);
        var response = await site.Host.NewBrowser().GetAsync("/shared/" + token);

        Assert.Equal(HttpStatusCode.OK, response.Response.StatusCode);
        Assert.Equal("noindex, nofollow", string.Join(", ", response.Response.Headers.GetValues("X-Robots-Tag")));
        var page = response.Document;
        Assert.Equal(Numbers.Number(await OverallAsync("region:Uusimaa"), 2), page.QuerySelector(".ks-tile-value")!.TextContent.Trim());
        Assert.Contains("Uusimaa", page.QuerySelector(".ks-population")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll(".ks-table tbody tr"));
        Assert.Null(page.QuerySelector(".ks-chart"));
        Assert.Empty(page.QuerySelectorAll("main a"));
        Assert.Empty(page.QuerySelectorAll("script[src*='blazor']"));
    }

    [Fact]
    public async Task SharedResult_EndedOrMadeUp_SaysThatItIsGone()
    {
        var token = await ShareAsync("?year=2020", PublicBlocks.All);
        var links = site.Host.Services.GetRequiredService<PublicLinks>();
        var fund = (await site.ReadAsync(2020)).Fund.Id;
        var admin = Viewer.Staff(fund, "Admin", [Role.Admin]);
        var hash = PublicLink.HashOf(token);
        var link = (await links.ListAsync(admin, CancellationToken.None)).Single(row => row.TokenHash.SequenceEqual(hash));
        await links.EndAsync(admin, link.Id, CancellationToken.None);

        foreach (var address in new[] { token, "nothing", new string('A', 32) })
        {
            var response = await site.Host.NewBrowser().GetAsync("/shared/" + address);
            Assert.Equal(HttpStatusCode.NotFound, response.Response.StatusCode);
            Assert.Empty(response.Document.QuerySelectorAll(".ks-tile"));
        }
    }

    [Fact]
    public async Task SharedResult_OfAWaveInTheField_ShowsNothing_AndIsNotOffered()
    {
        var year = TimeProvider.System.GetUtcNow().Year;
        var response = await site.Host.NewBrowser().GetAsync("/shared/" + await ShareAsync($"?year={year}", PublicBlocks.All));

        Assert.Equal(HttpStatusCode.NotFound, response.Response.StatusCode);
        Assert.Empty(response.Document.QuerySelectorAll(".ks-tile"));
        var page = (await (await site.SignInAsync(Role.Manager)).GetAsync($"/share?year={year}")).Document;
        Assert.Empty(page.QuerySelectorAll("input[type=checkbox]"));
    }

    [Fact]
    public async Task SharePage_PutsYearAndComparisonIntoWhatItOffers()
    {
        var page = (await (await site.SignInAsync(Role.Manager)).GetAsync("/share?where=age%3A18-34")).Document;

        Assert.Contains("2020 / 2019", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("18-34", page.Body.TextContent, StringComparison.Ordinal);
    }

    private async Task<double> OverallAsync(string where) =>
        (await site.ReadAsync(2020, where)).Results.Overall!.Current.Value!.Mean!.Value.Value;

    private async Task<string> ShareAsync(string query, PublicBlocks blocks)
    {
        var fund = (await site.ReadAsync(2020)).Fund.Id;
        var lastDay = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(1);
        return (await site.Host.Services.GetRequiredService<PublicLinks>().MakeAsync(
            Viewer.Staff(fund, "Manager", [Role.Manager]), "test", query, blocks, lastDay, CancellationToken.None)).Value;
    }
}
