using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace KassaSurvey.Web.Security;

/// <summary>
/// Believes a proxy that says whose request it passes on and whether that was encrypted, and nobody else: whoever could invent an address
/// would be past every limit. Off until an operator names the proxies.
/// </summary>
public static class ProxyHeaders
{
    /// <summary>Setting: addresses of the proxies, separated by commas.</summary>
    public const string ProxiesSetting = "Proxy:KnownProxies";

    /// <summary>Setting: networks of proxies as <c>10.0.0.0/8</c>, separated by commas.</summary>
    public const string NetworksSetting = "Proxy:KnownNetworks";

    /// <summary>Reads <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> of the proxies named in the settings. Call it before everything else.</summary>
    /// <exception cref="FormatException">A setting is no address or network.</exception>
    public static void UseKnownProxies(this WebApplication app)
    {
        // Several proxies in a row: the first address from the end that is none of theirs is the client's.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in Read(app.Configuration, ProxiesSetting))
        {
            options.KnownProxies.Add(IPAddress.TryParse(proxy, out var address) ? address : throw Wrong(ProxiesSetting, proxy));
        }

        foreach (var network in Read(app.Configuration, NetworksSetting))
        {
            options.KnownIPNetworks.Add(System.Net.IPNetwork.TryParse(network, out var known) ? known : throw Wrong(NetworksSetting, network));
        }

        if (options.KnownProxies.Count + options.KnownIPNetworks.Count > 0)
        {
            app.UseForwardedHeaders(options);
        }
    }

    private static string[] Read(IConfiguration configuration, string setting) =>
        (configuration[setting] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static FormatException Wrong(string setting, string text) => new($"{setting}: '{text}' is neither an address nor a network.");
}
