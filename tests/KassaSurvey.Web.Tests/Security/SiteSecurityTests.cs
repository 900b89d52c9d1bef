using System.Net;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace KassaSurvey.Web.Tests.Security;

public sealed class SiteSecurityTests : IAsyncLifetime
{
    /// <summary>All that is open to people who have not signed in. A new line here is a decision.</summary>
    private static readonly string[] Open =
    [
        "/s/{**token}", "/receipt", "/answer/{handle}/done", "/answer/{handle}/{page?}", "/answer/{handle}/{page}",
        "/accessibility/", "/accessibility/{fundKey}", "/fund/{fundKey}/{version}.css", "/fund/{fundKey}/logo-{version}",
        "/health/live", "/health/ready", "/preferences/language/{language}", "/preferences/theme/{theme}",
        "/account/sign-in", "/account/access-denied", "/setup", "/error", "/error/{Code:int}", "/not-found", "{*path}",
        // What a fund's own systems send carries a key; the description of the API says nothing of any fund.
        "/api/v1/members", "/api/v1/contacts", "/api/v1/results", "/openapi/{documentName}.json", "/openapi/v1.json",
        // A shared result: its token is its authority, and it shows what anybody may read of it.
        "/shared/{Token}",
        // What two people released: public once its day has come, and not found before.
        "/released/{Fund}/{Survey}/{Year:int}", "/released/{fund}/{survey}/{year:int}/{version:int}/{name}",
        // A letter's code, the own service's link, opting out, and what mail servers and gateways report: each carries its own authority.
        "/code", "/portal/{fund}", "/s/{token}/{way:regex(^(letter|portal)$)}", "/u/{token}", "/api/v1/deliveries",
    ];

    private readonly SiteHost _site = new();

    public async Task InitializeAsync()
    {
        await _site.InitializeAsync();
        await _site.SetUpAsync();
    }

    public async Task DisposeAsync() => await ((IAsyncLifetime)_site).DisposeAsync();

    [Fact]
    public void Endpoints_NotOnTheList_RequireSignIn()
    {
        var open = _site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .Distinct();

        Assert.Empty(open.Except(Open));
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/nowhere")]
    [InlineData("/app.css")]
    public async Task Answers_Everywhere_CarryTheSecurityHeaders(string address)
    {
        var headers = (await _site.NewBrowser().GetAsync(address)).Response.Headers;

        var policy = headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task InteractivePage_Policy_AllowsInlineStyleButNoInlineScript()
    {
        var browser = _site.NewBrowser();
        await browser.SignInAsync(SiteHost.AdminEmail, SiteHost.Password);

        var page = await browser.GetAsync("/people");

        var policy = page.Response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.All(page.Document.Scripts, script => Assert.NotNull(script.Source));
        Assert.All(
            page.Document.QuerySelectorAll("[src],link[href]").Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")!),
            address => Assert.DoesNotContain("//", address, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fi", "Sivua ei löytynyt")]
    [InlineData("sv", "Sidan hittades inte")]
    [InlineData("da", "Siden blev ikke fundet")]
    [InlineData("en", "The page was not found")]
    public async Task WrongAddress_AnyLanguage_GetsAKindPage(string language, string heading)
    {
        var browser = _site.NewBrowser();
        browser.Client.DefaultRequestHeaders.Add("Accept-Language", language);

        var page = await browser.GetAsync("/no/such/page");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal(heading, page.Heading);
    }

    [Fact]
    public async Task RequestLog_MembersLinkAndQuery_KeepsNeither()
    {
        var browser = _site.NewBrowser();
        await browser.GetAsync("/s/SECRETTOKEN");
        await browser.GetAsync("/account/sign-in?return=SECRETQUERY");
        await browser.GetAsync("/mistyped/SECRETPATH");

        Assert.Contains(_site.Log, line => line.Contains("/s/{**token}", StringComparison.Ordinal));
        Assert.DoesNotContain(_site.Log, line => line.Contains("SECRET", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Health_OfAReadyServer_IsGood()
    {
        var browser = _site.NewBrowser();

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/live")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/ready")).Status);
    }

    [Fact]
    public async Task PlainHttp_AwayFromThisMachine_IsSentToHttps()
    {
        var http = new DefaultHttpContext();
        http.Request.Scheme = "http";
        http.Request.Host = new("survey.fund.example");
        Assert.False(http.IsPlainLoopback());
        http.Request.Host = new("127.0.0.1", 5080);
        Assert.True(http.IsPlainLoopback());
        await using var production = _site.WithWebHostBuilder(builder => builder.UseSetting("environment", "Production"));
        using var client = production.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("http://survey.fund.example") });

        var answer = await client.GetAsync(new Uri("/account/sign-in", UriKind.Relative));

        Assert.Equal("https", answer.Headers.Location?.Scheme);
    }

    [Theory]
    [InlineData("/people?x=1", "/people?x=1")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/\tevil", "/")]
    [InlineData(null, "/")]
    public void ReturnAddress_OnlyOfThisSite_IsFollowed(string? given, string expected) =>
        Assert.Equal(expected, AppUrls.LocalOrOverview(given));
}
