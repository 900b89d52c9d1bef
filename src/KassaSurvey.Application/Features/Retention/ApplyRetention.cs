using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Retention;

/// <summary>
/// Removes what the rules do not keep any longer: of the viewer's fund, or of every fund when the program does it by night. Some hundred
/// members at once, each time in a transaction of its own; what is stopped half-way goes on the next time.
/// </summary>
public sealed class ApplyRetention(IKassaDatabase database, TimeProvider time)
{
    /// <param name="Members">Members erased.</param>
    /// <param name="Waves">Waves whose traces of contacting were removed.</param>
    public sealed record Removed(int Members, int Waves);

    /// <summary>Removes it. The log says how much, and by which rule.</summary>
    public async Task<Result<Removed>> ExecuteAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.MayAdminister)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var total = new Removed(0, 0);
        foreach (var rule in await db.RetentionRules.AsNoTracking().ToListAsync(cancellationToken))
        {
            var now = time.GetUtcNow().UtcDateTime;
            var due = new RetentionDue(db, rule, DateOnly.FromDateTime(now));
            var (members, waves) = (await MembersAsync(db, due, now, cancellationToken), await WavesAsync(db, due, cancellationToken));
            if (members + waves > 0)
            {
                db.AuditEntries.Add(AuditEntry.Of(
                    rule.FundId, AuditAct.RetentionApplied, viewer.Name, now, members, $"members {members}, surveys {waves}"));
                await db.SaveChangesAsync(CancellationToken.None);
            }

            total = new(total.Members + members, total.Waves + waves);
        }

        return total;
    }

    private static async Task<int> MembersAsync(KassaDbContext db, RetentionDue due, DateTime now, CancellationToken cancellationToken)
    {
        var erasure = new MemberErasure(db, DateOnly.FromDateTime(now));
        var erased = 0;
        while (true)
        {
            var ids = await due.Members().Select(member => member.Id).Take(MemberErasure.Batch).ToListAsync(cancellationToken);
            if (ids.Count == 0)
            {
                return erased;
            }

            await InTransactionAsync(db, ct => erasure.RunAsync(ids, ct), cancellationToken);
            erased += ids.Count;
        }
    }

    private static async Task<int> WavesAsync(KassaDbContext db, RetentionDue due, CancellationToken cancellationToken)
    {
        var waves = await due.Waves().Select(wave => wave.Id).ToListAsync(cancellationToken);
        foreach (var wave in waves)
        {
            await InTransactionAsync(db, ct => MemberErasure.RemoveTracesAsync(db, due.Invitations(wave), ct), cancellationToken);
        }

        return waves.Count;
    }

    private static Task InTransactionAsync(KassaDbContext db, Func<CancellationToken, Task> work, CancellationToken cancellationToken) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(
            async ct =>
            {
                db.ChangeTracker.Clear();
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                await work(ct);
                await transaction.CommitAsync(ct);
            },
            cancellationToken);
}
