namespace KassaSurvey.Web.Endpoints;

/// <summary>Headers of every answering page: nothing foreign runs in it, nothing of it is kept or told on.</summary>
internal static class RespondingHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static ValueTask<object?> AddAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var response = context.HttpContext.Response;
        // At the start of the body, because antiforgery sets its own caching headers on the way.
        response.OnStarting(() =>
        {
            response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
            response.Headers["Referrer-Policy"] = "no-referrer";
            response.Headers.XContentTypeOptions = "nosniff";
            response.Headers.CacheControl = "no-store";
            response.Headers.Remove("Pragma");
            response.Headers["X-Robots-Tag"] = "noindex";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
