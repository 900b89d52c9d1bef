using Microsoft.AspNetCore.Diagnostics;

namespace KassaSurvey.Web.Security;

/// <summary>
/// One line a request. The route's pattern stands for the address (<c>/s/{token}</c> for every member's link), so that
/// neither tokens nor query strings can reach a log.
/// </summary>
public sealed class RequestLog(RequestDelegate next, TimeProvider time, ILogger<RequestLog> log)
{
    /// <summary>Logs what the rest of the pipeline made of the request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var start = time.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var level = LevelOf(context);
            if (log.IsEnabled(level))
            {
                var elapsed = time.GetElapsedTime(start).TotalMilliseconds;
                log.Log(
                    level, "{Method} {Route} {StatusCode} in {Elapsed:0} ms",
                    context.Request.Method, RouteOf(context), context.Response.StatusCode, elapsed);
            }
        }
    }

    private static string RouteOf(HttpContext context)
    {
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
        return (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";
    }

    /// <summary>Files, probes and ten thousand members who answer would drown what staff do.</summary>
    private static LogLevel LevelOf(HttpContext context) => context.Response.StatusCode switch
    {
        >= StatusCodes.Status500InternalServerError => LogLevel.Error,
        < StatusCodes.Status400BadRequest when context.GetEndpoint()?.Metadata.GetMetadata<QuietLog>() is not null || Path.HasExtension(context.Request.Path) || context.Request.Path.StartsWithSegments(AppUrls.Health)
            => LogLevel.Debug,
        _ => LogLevel.Information,
    };
}

/// <summary>Marks an endpoint whose requests are logged only when something is wrong with them.</summary>
public sealed class QuietLog;
