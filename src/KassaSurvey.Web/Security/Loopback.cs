using System.Net;

namespace KassaSurvey.Web.Security;

/// <summary>Requests of the own machine without TLS: the demonstration and development. Everything else is https.</summary>
public static class Loopback
{
    private const int UsualPort = 443;

    /// <summary>True for http on localhost.</summary>
    public static bool IsPlainLoopback(this HttpContext context) =>
        !context.Request.IsHttps
        && (context.Request.Host.Host == "localhost" || (IPAddress.TryParse(context.Request.Host.Host, out var host) && IPAddress.IsLoopback(host)));

    /// <summary>Behind a proxy that ends TLS no port is known here: it is the usual one unless a setting names another.</summary>
    public static IServiceCollection AddHttpsOutsideLoopback(this IServiceCollection services, IConfiguration configuration) =>
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365)).AddHttpsRedirection(options =>
        {
            var isKnown = configuration["https_port"] ?? configuration["https_ports"];
            if (isKnown is null && configuration["urls"]?.Contains("https://", StringComparison.OrdinalIgnoreCase) != true)
            {
                options.HttpsPort = UsualPort;
            }
        });

    /// <summary>Sends browsers to https, for good, unless they are on this machine.</summary>
    public static void UseHttpsOutsideLoopback(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            return;
        }

        app.UseWhen(
            context => !context.IsPlainLoopback() && !context.Request.Path.StartsWithSegments(AppUrls.Health),
            secured => secured.UseHsts().UseHttpsRedirection());
    }
}
