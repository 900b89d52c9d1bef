using Microsoft.Extensions.DependencyInjection;

namespace KassaSurvey.Application;

/// <summary>Registers the use cases, one line each.</summary>
public static class ApplicationServices
{
    /// <summary>Adds every use case.</summary>
    public static IServiceCollection AddKassaUseCases(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        return services;
    }
}
