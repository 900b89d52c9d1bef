using System.Net;
using System.Security.Cryptography;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Web.Tests.Endpoints;

public sealed class RespondingLinkTests(RespondingHost host) : IClassFixture<RespondingHost>
{
    [Fact]
    public async Task Links_ThousandRandomOnes_GiveKindPagesAndNothingInTheLog()
    {
        var browser = host.NewBrowser();
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            await browser.OpenAsync("/s/" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(24)).Replace('+', '-').Replace('/', '_'));
            Assert.Equal((HttpStatusCode.NotFound, "This link does not work"), (browser.Status, browser.Heading));
        }

        Assert.Empty(host.Warnings);
    }

    [Theory]
    [InlineData("/s/")]
    [InlineData("/s/short")]
    [InlineData("/s/a/b/c")]
    [InlineData("/s/%07%ff%F0%9F%98%80")]
    [InlineData("/s/................................")]
    [InlineData("/s/<script>alert(1)</script>")]
    [InlineData("/answer/abcdefgh/1")]
    [InlineData("/answer/abcdefgh")]
    [InlineData("/answer/abcdefgh/done")]
    public async Task Links_Mangled_GiveKindPages(string path)
    {
        var browser = host.NewBrowser();

        await browser.OpenAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        Assert.NotEmpty(browser.Heading);
        Assert.Equal(4, browser.Page.QuerySelectorAll(".languages a").Length);
    }

    [Theory]
    [InlineData("fi-FI,fi;q=0.9,en;q=0.5", "Tämä linkki ei toimi")]
    [InlineData("de, sv;q=0.4, da;q=0.3", "Den här länken fungerar inte")]
    [InlineData("da-DK", "Dette link virker ikke")]
    [InlineData("de", "This link does not work")]
    [InlineData(";;q=,x", "This link does not work")]
    public async Task Links_Unknown_SpeakTheBrowsersLanguage(string accepted, string heading)
    {
        using var client = host.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", accepted);
        var browser = new MemberBrowser(client);

        await browser.OpenAsync("/s/nothing");

        Assert.Equal(heading, browser.Heading);
    }

    [Theory]
    [InlineData(Languages.Finnish, "Kysely on päättynyt")]
    [InlineData(Languages.Swedish, "Undersökningen är avslutad")]
    [InlineData(Languages.Danish, "Undersøgelsen er afsluttet")]
    [InlineData(Languages.English, "The survey has ended")]
    public async Task Link_OfClosedWave_IsGoneInTheMembersLanguage(string language, string heading)
    {
        var year = 2001 + Array.IndexOf([.. Languages.All], language);
        var wave = await host.Survey.AddOpenWaveAsync(year, new(2026, 10, 1), new(2026, 11, 9));
        var token = await host.InviteAsync(language, wave);
        var browser = host.NewBrowser();

        await browser.OpenAsync($"/s/{token}");

        Assert.Equal((HttpStatusCode.Gone, heading), (browser.Status, browser.Heading));
        Assert.Equal(language, browser.Page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Link_WhoseWaveClosesWhileAnswering_GivesAKindPage()
    {
        var wave = await host.Survey.AddOpenWaveAsync(2010, new(2026, 11, 1), new(2026, 11, 30));
        var token = await host.InviteAsync(wave: wave);
        var browser = host.NewBrowser();
        await browser.OpenAsync($"/s/{token}");
        await browser.StartAsync();
        await using (var db = host.Open())
        {
            (await db.Waves.SingleAsync(row => row.Id == wave.Id)).Close(new DateOnly(2026, 11, 10));
            await db.SaveChangesAsync();
        }

        browser.Choose("MATTER", "NONE");
        await browser.PressAsync("next");

        Assert.Equal((HttpStatusCode.Gone, "The survey has ended"), (browser.Status, browser.Heading));
    }

    [Fact]
    public async Task Scanners_OpeningEveryAddress_WriteNothing()
    {
        var token = await host.InviteAsync();
        var before = await host.FingerprintAsync();
        var browser = host.NewBrowser();
        foreach (var path in new[] { $"/s/{token}", $"/s/{token}?language=sv", $"/s/{token}?start=1", "/answer/abcdefgh/1", "/answer/abcdefgh/done" })
        {
            await browser.OpenAsync(path);
        }

        using var client = host.CreateClient();
        using var head = new HttpRequestMessage(HttpMethod.Head, $"/s/{token}");
        Assert.True((int)(await client.SendAsync(head)).StatusCode < 500);
        Assert.Equal(before, await host.FingerprintAsync());
    }

    [Fact]
    public async Task FirstPage_SaysWhoWhyHowLongAnonymousWhenAndWhom()
    {
        var token = await host.InviteAsync();
        var browser = host.NewBrowser();

        await browser.OpenAsync($"/s/{token}");

        var text = browser.Page.Body!.TextContent;
        Assert.All(
            ["Testikassa", "You are a member", "4 minutes", "anonymous", "at least 5 people", "30 November 2026", "kysely@example.org"],
            words => Assert.Contains(words, text, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(["Suomi", "Svenska", "Dansk", "English"], browser.Page.QuerySelectorAll(".languages a").Select(link => link.TextContent));
        Assert.Equal(Languages.All, browser.Page.QuerySelectorAll(".languages a").Select(link => link.GetAttribute("lang")));
    }

    [Fact]
    public async Task Pages_CarryTheSecurityHeadersAndStayUnderThirtyKilobytes()
    {
        var token = await host.InviteAsync();
        using var client = host.CreateClient(new() { AllowAutoRedirect = false });

        var response = await client.GetAsync($"/s/{token}");

        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        var html = await response.Content.ReadAsStringAsync();
        var files = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).QuerySelectorAll("link[rel=stylesheet], script[src]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!).ToList();
        Assert.Equal(2, files.Count);
        var bytes = html.Length;
        foreach (var file in files)
        {
            var content = await client.GetAsync(file);
            Assert.Equal(HttpStatusCode.OK, content.StatusCode);
            bytes += (await content.Content.ReadAsByteArrayAsync()).Length;
        }

        Assert.InRange(bytes, 1, 30 * 1024);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("onclick", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookie_HoldsTheTokenForTheMembersOwnPagesOnly()
    {
        var token = await host.InviteAsync();
        using var client = host.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://localhost") });
        var browser = new MemberBrowser(client);
        await browser.OpenAsync($"/s/{token}");
        using var content = new FormUrlEncodedContent(browser.Fields());

        var response = await browser.PostAsync($"/s/{token}", content);

        var cookie = response.Headers.GetValues("Set-Cookie").Single(value => value.Contains(token, StringComparison.Ordinal)).ToLowerInvariant();
        var path = response.Headers.Location!.ToString();
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Contains($"path={path[..path.LastIndexOf('/')]};".ToLowerInvariant(), cookie, StringComparison.Ordinal);
        Assert.All(["httponly", "samesite=strict", "secure"], part => Assert.Contains(part, cookie, StringComparison.Ordinal));
        Assert.DoesNotContain("expires", cookie, StringComparison.Ordinal);
    }
}
