using KassaSurvey.Application.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KassaSurvey.Web.Endpoints;

/// <summary>Probes for the operating environment: alive (the process answers) and ready (the database does, and is up to date).</summary>
public static class HealthEndpoints
{
    private const string Ready = "ready";

    /// <summary>Adds the checks.</summary>
    public static IServiceCollection AddKassaHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: [Ready]);
        return services;
    }

    /// <summary>Maps <c>/health/live</c> and <c>/health/ready</c>.</summary>
    public static void MapKassaHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks(AppUrls.HealthLive, new() { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks(AppUrls.HealthReady, new() { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous();
    }

    private sealed class DatabaseCheck(IKassaDatabase database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await database.IsReadyAsync(cancellationToken)
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The database does not answer or is not up to date.");
    }
}
