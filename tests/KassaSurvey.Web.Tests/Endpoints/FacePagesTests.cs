using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KassaSurvey.Application.Features.Face;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Surveys;
using Microsoft.Extensions.DependencyInjection;

namespace KassaSurvey.Web.Tests.Endpoints;

public sealed class FacePagesTests(RespondingHost host) : IClassFixture<RespondingHost>
{
    private static readonly byte[] Logo =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAAEUlEQVR42mNkYPhfz8DAwAgABhkBAVF6cTEAAAAASUVORK5CYII=");

    [Fact]
    public async Task FirstPage_AfterAChange_ShowsTheNewFaceAtOnceFromAddressesThatBrowsersKeep()
    {
        var link = "/s/" + await host.InviteAsync();
        var browser = host.NewBrowser();
        await browser.OpenAsync(link);
        Assert.Null(browser.Page.QuerySelector("img"));

        await SaveAsync("#7a1f5c", "Ask me <script>");
        await browser.OpenAsync(link);

        Assert.Contains("Ask me <script>", browser.Page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        var style = browser.Page.QuerySelectorAll("link[rel=stylesheet]")[^1].GetAttribute("href")!;
        var logo = browser.Page.QuerySelector<IHtmlImageElement>("img.logo")!;
        Assert.Equal("Testikassa", logo.AlternativeText);
        await AssertKeptAsync(style, "text/css", "--accent:#7a1f5c");
        await AssertKeptAsync(logo.GetAttribute("src")!, "image/png", null);

        // A second change makes another address; the old one is not kept for good any more.
        await SaveAsync("#145214", "Somebody else");
        await browser.OpenAsync(link);
        Assert.NotEqual(style, browser.Page.QuerySelectorAll("link[rel=stylesheet]")[^1].GetAttribute("href"));
        using var client = host.CreateClient();
        using var old = await client.GetAsync(new Uri(style, UriKind.Relative));
        Assert.Equal(TimeSpan.FromMinutes(1), old.Headers.CacheControl!.MaxAge);
    }

    [Fact]
    public async Task Preview_ByNobody_LeadsToTheSignIn()
    {
        var browser = host.NewBrowser();

        await browser.OpenAsync("/administration/fund/preview");

        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
    }

    private async Task AssertKeptAsync(string address, string type, string? part)
    {
        using var client = host.CreateClient();
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Equal((true, TimeSpan.FromDays(365)), (response.Headers.CacheControl!.Public, response.Headers.CacheControl.MaxAge));
        Assert.Contains(part ?? "", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task SaveAsync(string colour, string contact)
    {
        var admin = host.Survey.Staff(Role.Admin);
        var face = (await host.Services.GetRequiredService<GetFundFace>().ExecuteAsync(admin, CancellationToken.None)).Value;
        var saved = await host.Services.GetRequiredService<UpdateFundFace>().ExecuteAsync(
            admin,
            new(face.Revision, LocalizedText.Same("Testikassa"), "kysely@example.org",
                FundFaceContent.Empty with { Colour = colour, ContactName = contact }, Logo, RemoveLogo: false),
            CancellationToken.None);
        Assert.Empty(saved.Errors);
    }
}
