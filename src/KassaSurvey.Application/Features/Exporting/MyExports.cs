using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Exports;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Exporting;

/// <summary>The exports that a person asked for. Nobody sees another's.</summary>
public sealed class MyExports(IKassaDatabase database, TimeProvider time)
{
    /// <summary>Exports shown.</summary>
    public const int Most = 20;

    /// <summary>The person's exports, the newest first.</summary>
    public async Task<IReadOnlyList<ListedExport>> ListAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = database.For(viewer);
        var rows = await (from export in db.DataExports.AsNoTracking()
                          join survey in db.Surveys on export.SurveyId equals survey.Id
                          where export.Account == viewer.Account
                          orderby export.RequestedAt descending, export.Id
                          select new { export, survey.Name }).Take(Most).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new ListedExport(row.export, row.Name, row.export.State == ExportState.Ready && row.export.ExpiresAt <= now))];
    }

    /// <summary>Ends one that is not wanted any more: its work stops, its file goes. The line in the log stays.</summary>
    public async Task<Result> DropAsync(Viewer viewer, DataExportId id, CancellationToken cancellationToken)
    {
        await using var db = database.For(viewer);
        var now = time.GetUtcNow().UtcDateTime;
        var dropped = await db.DataExports.Where(row => row.Id == id && row.Account == viewer.Account && row.State != ExportState.Cancelled).ExecuteUpdateAsync(
            row => row.SetProperty(it => it.State, ExportState.Cancelled).SetProperty(it => it.FinishedAt, now)
                .SetProperty(it => it.LeaseOwner, "").SetProperty(it => it.LeaseUntil, (DateTime?)null),
            cancellationToken);
        if (dropped == 0)
        {
            return ExportErrors.NotFound;
        }

        await db.DataExportParts.Where(part => part.ExportId == id).ExecuteDeleteAsync(cancellationToken);
        return Result.Done;
    }

    /// <summary>The file of one that is ready.</summary>
    /// <param name="viewer">Who takes it: the one who asked for it, who must still have the right.</param>
    /// <param name="id">Which.</param>
    /// <param name="isContinued">True when the rest of a file is asked for whose beginning was taken before.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Result<ExportFile>> OpenAsync(Viewer viewer, DataExportId id, bool isContinued, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var db = database.For(viewer);
        var export = await db.DataExports.AsNoTracking().SingleOrDefaultAsync(
            row => row.Id == id && row.Account == viewer.Account && row.State == ExportState.Ready && row.ExpiresAt > now, cancellationToken);
        if (export is null || !PlanExport.May(viewer, export.Choices.Content))
        {
            await db.DisposeAsync();
            return ExportErrors.NotFound;
        }

        if (!isContinued)
        {
            db.AuditEntries.Add(AuditEntry.Of(
                export.FundId, AuditAct.DataExportTaken, viewer.Name, now, RequestExport.RowsOf(export), RequestExport.Describe(export)));
            await db.SaveChangesAsync(cancellationToken);
        }

        return new ExportFile(new PartReader(db, export), export.FileName, export.ContentType, export.Sha256);
    }
}

/// <summary>An export and what people call its survey.</summary>
/// <param name="Export">The export.</param>
/// <param name="Survey">The survey's name.</param>
/// <param name="IsExpired">True when its file can no longer be taken.</param>
public sealed record ListedExport(DataExport Export, Domain.Surveys.LocalizedText Survey, bool IsExpired)
{
    /// <summary>How far it has come, for the one who asked.</summary>
    public ExportState State => IsExpired ? ExportState.Expired : Export.State;
}

/// <summary>A file to be taken. The stream seeks, so that a download that broke off goes on where it stopped.</summary>
public sealed record ExportFile(Stream Content, string Name, string ContentType, string Sha256);
