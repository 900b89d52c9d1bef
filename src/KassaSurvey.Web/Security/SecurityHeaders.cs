using Microsoft.AspNetCore.Components;

namespace KassaSurvey.Web.Security;

/// <summary>
/// Headers of every answer. Nothing but the site's own files may run or load. No page has an inline script, so the policy
/// needs no nonce; inline styles are allowed only where MudBlazor needs them.
/// </summary>
public static class SecurityHeaders
{
    private const string Everywhere =
        "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; manifest-src 'self'; "
        + "form-action 'self'; base-uri 'self'; frame-ancestors 'none'; ";

    private const string PlainPage = Everywhere + "style-src 'self'";
    private const string InteractivePage = Everywhere + "style-src 'self' 'unsafe-inline'; frame-src 'self'";

    /// <summary>Adds the headers, as late as possible, so that an endpoint can set stricter ones.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            Set(headers, "Content-Security-Policy", IsInteractive(context) ? InteractivePage : PlainPage);
            Set(headers, "X-Content-Type-Options", "nosniff");
            Set(headers, "X-Frame-Options", "DENY");
            Set(headers, "Referrer-Policy", "same-origin");
            Set(headers, "Cross-Origin-Opener-Policy", "same-origin");
            Set(headers, "Cross-Origin-Resource-Policy", "same-origin");
            Set(headers, "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
            if (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
            {
                Set(headers, "Cache-Control", "no-store");
            }

            return Task.CompletedTask;
        });
        return next(context);
    });

    private static bool IsInteractive(HttpContext context) =>
        context.GetEndpoint()?.Metadata is { } metadata
        && metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is not null
        && metadata.GetMetadata<ExcludeFromInteractiveRoutingAttribute>() is null;

    private static void Set(IHeaderDictionary headers, string name, string value)
    {
        if (!headers.ContainsKey(name))
        {
            headers[name] = value;
        }
    }
}
