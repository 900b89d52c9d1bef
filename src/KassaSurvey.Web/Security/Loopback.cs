using System.Net;

namespace KassaSurvey.Web.Security;

/// <summary>Requests of the own machine without TLS: the demonstration and development. Everything else is https.</summary>
public static class Loopback
{
    /// <summary>True for http on localhost.</summary>
    public static bool IsPlainLoopback(this HttpContext context) =>
        !context.Request.IsHttps
        && (context.Request.Host.Host == "localhost" || (IPAddress.TryParse(context.Request.Host.Host, out var host) && IPAddress.IsLoopback(host)));

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
