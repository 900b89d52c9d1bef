using KassaSurvey.Application.Data;
using KassaSurvey.Infrastructure.Persistence;

namespace KassaSurvey.Web;

/// <summary>Brings the database up to date at start where that is wanted.</summary>
public static class DatabaseStart
{
    /// <summary>SQLite always; SQL Server when <c>Database:MigrateOnStart</c> says so, else the verb <c>migrate</c> does it.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var settings = services.GetRequiredService<DatabaseSettings>();
        if (settings.Provider == DatabaseSettings.Sqlite || settings.MigrateOnStart)
        {
            await services.GetRequiredService<IKassaDatabase>().MigrateAsync(cancellationToken);
        }
    }
}
