using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace KassaSurvey.Web;

/// <summary>How the program logs: short lines on standard error, so that a verb's output stays clean.</summary>
public static class KassaLog
{
    // Properties are left out on purpose: ASP.NET Core's scopes carry the request's path, and a member's path is a token.
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    /// <summary>Logs to standard error and to the sinks given.</summary>
    public static ILoggingBuilder AddKassaLog(this ILoggingBuilder logging, params IEnumerable<ILogEventSink> sinks)
    {
        var settings = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
            // A stale form is no event; it gets a kind page.
            .MinimumLevel.Override("Microsoft.AspNetCore.Antiforgery", LogEventLevel.Fatal)
            // What stops the start is told by the verb, in one line.
            .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
            .WriteTo.Console(
                outputTemplate: Line, standardErrorFromLevel: LogEventLevel.Verbose, formatProvider: CultureInfo.InvariantCulture);
        foreach (var sink in sinks)
        {
            settings.WriteTo.Sink(sink);
        }

        logging.ClearProviders();
        // For every other provider too: the framework's own request lines name the address, and a member's address is a token.
        logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning);
        return logging.AddSerilog(settings.CreateLogger(), dispose: true);
    }
}
