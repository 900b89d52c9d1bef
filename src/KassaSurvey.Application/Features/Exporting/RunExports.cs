using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Exports;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace KassaSurvey.Application.Features.Exporting;

/// <summary>
/// Writes what was asked for, one file after another. Any number of servers may do this: each file is taken by one, which says every two
/// seconds that it lives; when it does not, another begins again from the start.
/// </summary>
public sealed class RunExports(IKassaDatabase database, WriteExport writing, ILogger<RunExports> log, TimeProvider time)
{
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(2);

    /// <summary>Writes until nothing waits any more.</summary>
    /// <returns>How many files were written.</returns>
    public async Task<Result<int>> ExecuteAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.IsOperator)
        {
            return AccessErrors.NotAllowed;
        }

        await ForgetAsync(viewer, cancellationToken);
        var written = 0;
        while (!cancellationToken.IsCancellationRequested && await TakeAsync(viewer, cancellationToken) is { } export)
        {
            written += await MakeAsync(viewer, export, cancellationToken) ? 1 : 0;
        }

        return written;
    }

    /// <summary>Files whose time is over go; what died too often is given up.</summary>
    private async Task ForgetAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var now = Now;
        await using var db = database.For(viewer);
        await db.DataExports.Where(row => row.State == ExportState.Ready && row.ExpiresAt <= now)
            .ExecuteUpdateAsync(row => row.SetProperty(it => it.State, ExportState.Expired), cancellationToken);
        await db.DataExports.Where(row => row.State == ExportState.Running && row.LeaseUntil < now && row.Attempts >= DataExport.MostAttempts)
            .ExecuteUpdateAsync(row => row.SetProperty(it => it.State, ExportState.Failed).SetProperty(it => it.FinishedAt, now), cancellationToken);
        await db.DataExportParts.Where(part => db.DataExports.Any(row => row.Id == part.ExportId
            && (row.State == ExportState.Expired || row.State == ExportState.Failed || row.State == ExportState.Cancelled))).ExecuteDeleteAsync(cancellationToken);
        var forgotten = now - DataExport.Listed;
        await db.DataExports.Where(row => row.RequestedAt < forgotten
            && row.State != ExportState.Waiting && row.State != ExportState.Running && row.State != ExportState.Ready).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<DataExport?> TakeAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var now = Now;
        await using var db = database.For(viewer);
        var free = db.DataExports.Where(row => row.State == ExportState.Waiting || (row.State == ExportState.Running && row.LeaseUntil < now));
        var next = await free.Where(row => row.Attempts < DataExport.MostAttempts).OrderBy(row => row.RequestedAt)
            .Select(row => (DataExportId?)row.Id).FirstOrDefaultAsync(cancellationToken);
        if (next is not { } id)
        {
            return null;
        }

        // The update matches only what nobody holds, so that two servers never write the same file.
        var owner = $"{NewId.Of<DataExportId>().Value:x16}";
        var until = now + DataExport.Lease;
        await free.Where(row => row.Id == id).ExecuteUpdateAsync(
            row => row.SetProperty(it => it.State, ExportState.Running).SetProperty(it => it.LeaseOwner, owner).SetProperty(it => it.LeaseUntil, until)
                .SetProperty(it => it.Attempts, it => it.Attempts + 1).SetProperty(it => it.Percent, 0),
            cancellationToken);
        return await db.DataExports.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { } taken && taken.LeaseOwner == owner
            ? taken
            : await TakeAsync(viewer, cancellationToken);
    }

    private async Task<bool> MakeAsync(Viewer viewer, DataExport export, CancellationToken stopping)
    {
        using var working = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        try
        {
            await using var db = database.For(viewer);
            await db.DataExportParts.Where(part => part.ExportId == export.Id).ExecuteDeleteAsync(working.Token);
            var survey = await db.Surveys.Where(row => row.Id == export.SurveyId).Select(row => row.Key).SingleAsync(working.Token);
            // Who asked had the right, and is asked for it again when taking the file.
            var asker = Viewer.Staff(export.FundId, export.By, [Role.Analyst, Role.CommentReader], export.Account);
            var prepared = await writing.PrepareAsync(asker, survey, export.Choices, working.Token);
            if (!prepared.IsSuccess)
            {
                log.LogWarning("Export {Export} cannot be made: {Error}", export.Id.Value, prepared.Errors[0].Code);
                await ChangeAsync(viewer, export, ExportState.Failed, 0);
                return false;
            }

            return await WriteAsync(viewer, export, prepared.Value, working);
        }
        catch (OperationCanceledException) when (working.IsCancellationRequested)
        {
            // Asked to stop: another server, or this one after its restart, begins again. Cancelled or overtaken: nothing to do.
            await ChangeAsync(viewer, export, ExportState.Waiting, -1);
            return false;
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Export {Export} failed", export.Id.Value);
            await ChangeAsync(viewer, export, export.Attempts < DataExport.MostAttempts ? ExportState.Waiting : ExportState.Failed, 0);
            return false;
        }
    }

    private async Task<bool> WriteAsync(Viewer viewer, DataExport export, PreparedExport prepared, CancellationTokenSource working)
    {
        await using var file = new PartWriter(database, viewer, export.Id, export.Attempts);
        using var ended = new CancellationTokenSource();
        var pulse = PulseAsync(viewer, export, prepared, working, ended.Token);
        try
        {
            // Off this thread: writing is work without a pause, and the pulse must go on.
            await Task.Run(() => prepared.WriteAsync(file, working.Token), working.Token);
        }
        finally
        {
            await ended.CancelAsync();
            await pulse;
        }

        working.Token.ThrowIfCancellationRequested();
        var (hash, now) = (file.End(), Now);
        var expires = now + DataExport.Kept;
        await using var db = database.For(viewer);
        return await Mine(db, export).ExecuteUpdateAsync(
            row => row.SetProperty(it => it.State, ExportState.Ready).SetProperty(it => it.FinishedAt, now).SetProperty(it => it.ExpiresAt, expires)
                .SetProperty(it => it.FileName, prepared.FileName).SetProperty(it => it.ContentType, prepared.ContentType)
                .SetProperty(it => it.Rows, prepared.Rows).SetProperty(it => it.Columns, prepared.Columns)
                .SetProperty(it => it.Bytes, file.Written).SetProperty(it => it.Sha256, hash).SetProperty(it => it.Percent, 100)
                .SetProperty(it => it.LeaseOwner, "").SetProperty(it => it.LeaseUntil, (DateTime?)null),
            CancellationToken.None) == 1;
    }

    /// <summary>Says that the worker lives and how far it has come; stops the work when it is not wanted, or no longer this worker's.</summary>
    private async Task PulseAsync(Viewer viewer, DataExport export, PreparedExport prepared, CancellationTokenSource working, CancellationToken ended)
    {
        try
        {
            using var timer = new PeriodicTimer(Pulse, time);
            while (await timer.WaitForNextTickAsync(ended))
            {
                var (percent, until) = ((int)Math.Clamp(prepared.Progress() * 100, 0, 99), Now + DataExport.Lease);
                await using var db = database.For(viewer);
                if (await Mine(db, export).ExecuteUpdateAsync(
                    row => row.SetProperty(it => it.Percent, percent).SetProperty(it => it.LeaseUntil, until), CancellationToken.None) == 0)
                {
                    await working.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The file is written.
        }
        catch (DbUpdateException failure)
        {
            log.LogWarning(failure, "The pulse of export {Export} was not heard", export.Id.Value);
        }
    }

    private async Task ChangeAsync(Viewer viewer, DataExport export, ExportState state, int attempts)
    {
        await using var db = database.For(viewer);
        var finished = state == ExportState.Failed ? Now : (DateTime?)null;
        await Mine(db, export).ExecuteUpdateAsync(
            row => row.SetProperty(it => it.State, state).SetProperty(it => it.FinishedAt, finished).SetProperty(it => it.Attempts, it => it.Attempts + attempts)
                .SetProperty(it => it.LeaseOwner, "").SetProperty(it => it.LeaseUntil, (DateTime?)null),
            CancellationToken.None);
    }

    private static IQueryable<DataExport> Mine(KassaDbContext db, DataExport export) =>
        db.DataExports.Where(row => row.Id == export.Id && row.LeaseOwner == export.LeaseOwner && row.State == ExportState.Running);

    private DateTime Now => time.GetUtcNow().UtcDateTime;
}
