using System.Net;
using KassaSurvey.Web.Tests.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace KassaSurvey.Web.Tests.Security;

public sealed class ProxyHeadersTests(RespondingHost host) : IClassFixture<RespondingHost>
{
    private const string Proxy = "10.1.2.3";

    [Theory]
    [InlineData("Proxy:KnownProxies", "192.0.2.1, 10.1.2.3")]
    [InlineData("Proxy:KnownNetworks", "10.0.0.0/8")]
    public async Task Addresses_BehindAKnownProxy_AreCountedApart(string setting, string value)
    {
        var seen = await TryCodesAsync(setting, value, peer: Proxy);

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.TooManyRequests, HttpStatusCode.UnprocessableEntity], seen);
    }

    [Theory]
    [InlineData("Proxy:KnownProxies", "192.0.2.1")]
    [InlineData("Proxy:KnownNetworks", "")]
    public async Task Addresses_ToldByAStranger_AreNotBelieved(string setting, string value)
    {
        var seen = await TryCodesAsync(setting, value, peer: Proxy);

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], seen);
    }

    /// <summary>Two tries of one client and one of another, one try a minute allowed.</summary>
    private async Task<List<HttpStatusCode>> TryCodesAsync(string setting, string value, string peer)
    {
        await using var site = host.WithWebHostBuilder(builder => builder
            .UseSetting("Responding:LetterCodesPerAddressAMinute", "1").UseSetting(setting, value)
            .ConfigureServices(services => services.AddSingleton<IStartupFilter>(new Peer(IPAddress.Parse(peer)))));
        using var http = site.CreateClient();
        var seen = new List<HttpStatusCode>();
        foreach (var client in new[] { "198.51.100.7", "198.51.100.7", "198.51.100.8" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/code") { Content = new FormUrlEncodedContent([new("code", "2222")]) };
            // The proxy adds the address it sees at the end; what stands before it, the client may have made up.
            request.Headers.Add("X-Forwarded-For", $"203.0.113.{seen.Count}, {client}");
            request.Headers.Add("X-Forwarded-Proto", "https");
            seen.Add((await http.SendAsync(request)).StatusCode);
        }

        return seen;
    }

    /// <summary>Whom the connection comes from: a test server has none.</summary>
    private sealed class Peer(IPAddress address) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, go) =>
            {
                http.Connection.RemoteIpAddress = address;
                return go(http);
            });
            next(app);
        };
    }
}
