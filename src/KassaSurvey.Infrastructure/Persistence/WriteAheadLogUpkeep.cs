using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KassaSurvey.Infrastructure.Persistence;

/// <summary>
/// Empties SQLite's write-ahead log every minute. The log keeps earlier states of a row, among them the tie between a member and
/// an answer in progress: without this a copy of the folder of a running server would show it after the answer was submitted.
/// </summary>
internal sealed class WriteAheadLogUpkeep(IKassaDatabase database, DatabaseSettings settings, TimeProvider time, ILogger<WriteAheadLogUpkeep> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Provider != DatabaseSettings.Sqlite)
        {
            return;
        }

        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var context = database.For(Viewer.Operator);
                // A reader in the middle of something makes this a partial one; the next minute finishes it.
                await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogWarning(exception, "The write-ahead log could not be emptied; it is tried again in a minute");
            }
        }
    }
}
