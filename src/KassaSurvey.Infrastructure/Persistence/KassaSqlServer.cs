using Microsoft.EntityFrameworkCore.Infrastructure;

namespace KassaSurvey.Infrastructure.Persistence;

/// <summary>How the program speaks to SQL Server.</summary>
internal static class KassaSqlServer
{
    /// <summary>Compatibility level of SQL Server 2019: nothing newer is generated.</summary>
    private const int SqlServer2019 = 150;

    public static void Configure(SqlServerDbContextOptionsBuilder options) =>
        options.UseCompatibilityLevel(SqlServer2019).EnableRetryOnFailure();
}
