using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KassaSurvey.Infrastructure.Persistence;

/// <summary>
/// Settings of every SQLite connection. FULL means that a committed answer is on disk before the member is told so;
/// the busy timeout lets writers queue instead of failing; what is deleted, such as the tie between a member and an answer,
/// is overwritten and not only marked free.
/// </summary>
internal sealed class SqliteDurability : DbConnectionInterceptor
{
    private const string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=15000; PRAGMA secure_delete=ON;";

    /// <summary>Sets them on an open connection.</summary>
    public static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
