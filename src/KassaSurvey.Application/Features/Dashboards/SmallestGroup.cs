using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Exports;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Dashboards;

/// <summary>The smallest group of which the fund shows figures.</summary>
public sealed class SmallestGroup(IKassaDatabase database, QuestionnaireCache questionnaires, TimeProvider time)
{
    /// <summary>How many answers there must be.</summary>
    public async Task<int> GetAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        await using var db = database.For(viewer);
        return await db.Funds.AsNoTracking().Where(fund => fund.Id == viewer.Fund).Select(fund => fund.MinimumCell).SingleAsync(cancellationToken);
    }

    /// <summary>Raises it, for good. Files that were made by the former rule cannot be taken any more; what is being made begins again.</summary>
    public async Task<Result> RaiseAsync(Viewer viewer, int minimum, CancellationToken cancellationToken)
    {
        if (!viewer.MayAdminister)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var raised = await db.Database.CreateExecutionStrategy().ExecuteAsync(ct => RaiseAsync(db, viewer, minimum, ct), cancellationToken);
        questionnaires.Forget();
        return raised;
    }

    private async Task<Result> RaiseAsync(KassaDbContext db, Viewer viewer, int minimum, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var fund = await db.Funds.SingleAsync(row => row.Id == viewer.Fund, cancellationToken);
        var before = fund.MinimumCell;
        var raised = fund.RaiseMinimumCell(minimum);
        if (!raised.IsSuccess)
        {
            return raised;
        }

        db.AuditEntries.Add(AuditEntry.Of(fund.Id, AuditAct.MinimumCellRaised, viewer.Name, time.GetUtcNow().UtcDateTime, 0, $"{before} > {minimum}"));
        await db.SaveChangesAsync(cancellationToken);
        await db.DataExports.Where(row => row.State == ExportState.Ready)
            .ExecuteUpdateAsync(row => row.SetProperty(it => it.State, ExportState.Expired), cancellationToken);
        await db.DataExports.Where(row => row.State == ExportState.Running).ExecuteUpdateAsync(
            row => row.SetProperty(it => it.State, ExportState.Waiting).SetProperty(it => it.LeaseOwner, "").SetProperty(it => it.Attempts, 0), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Result.Done;
    }
}
