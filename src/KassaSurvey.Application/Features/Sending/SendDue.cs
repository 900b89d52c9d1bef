using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sending;

/// <summary>
/// Sends what is due, of every fund. Any number of servers may do this at the same time: each message is taken by one of them, and marked as
/// being sent before its first byte leaves.
/// </summary>
public sealed class SendDue(IKassaDatabase database, QuestionnaireCache forms, SendingWays ways, MessageDispatch dispatch, TimeProvider time)
{
    /// <summary>Taken at once: few enough to be sent well within the lease.</summary>
    public const int BatchSize = 20;

    private static readonly TimeSpan RateWindow = TimeSpan.FromMinutes(1);

    /// <param name="Sent">Handed over.</param>
    /// <param name="NotSent">Skipped, put off or given up.</param>
    public sealed record Report(int Sent, int NotSent);

    /// <summary>Sends until nothing is due any more, or until asked to stop: the message in hand is finished.</summary>
    public async Task<Result<Report>> ExecuteAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.IsOperator)
        {
            return AccessErrors.NotAllowed;
        }

        var (sent, notSent) = (0, 0);
        foreach (var wave in await WavesAsync(viewer, cancellationToken))
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                if (await SendBatchAsync(viewer, wave, cancellationToken) is not { } outcomes)
                {
                    break;
                }

                sent += outcomes.Count(isSent => isSent);
                notSent += outcomes.Count(isSent => !isSent);
            }
        }

        return new Report(sent, notSent);
    }

    private async Task<List<WaveId>> WavesAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        await using var db = database.For(viewer);
        return await db.SendingPlans.AsNoTracking().Where(plan => plan.StartedAt != null && !plan.IsPaused).Select(plan => plan.WaveId)
            .ToListAsync(cancellationToken);
    }

    /// <returns>Whether each message was sent, none of them when another sender was quicker; null when nothing is due.</returns>
    private async Task<List<bool>?> SendBatchAsync(Viewer viewer, WaveId wave, CancellationToken cancellationToken)
    {
        await using var db = database.For(viewer);
        var now = time.GetUtcNow().UtcDateTime;
        var plan = await db.SendingPlans.AsNoTracking().SingleOrDefaultAsync(row => row.WaveId == wave, cancellationToken);
        if (plan is not { IsPaused: false } || await FieldWave.LoadAsync(db, forms, wave, cancellationToken) is not { } field)
        {
            return null;
        }

        if (!field.IsInFieldAt(now))
        {
            await SkipAllAsync(db, wave, cancellationToken);
            return null;
        }

        if (!field.HoursOf(plan).Allow(now) || await TakeAsync(db, plan, now, cancellationToken) is not { } taken)
        {
            return null;
        }

        var book = await TemplateBook.LoadAsync(db, wave, cancellationToken);
        var outcomes = new List<bool>();
        var isStopped = false;
        foreach (var message in taken.Messages)
        {
            if (isStopped || cancellationToken.IsCancellationRequested)
            {
                // What was taken and not begun goes back at once, for another sender or a later round.
                message.GiveBack(time.GetUtcNow().UtcDateTime);
                continue;
            }

            var outcome = await dispatch.SendAsync(db, field, book, message, taken.Owner);
            isStopped = outcome == HandOverOutcome.NoServer;
            outcomes.Add(outcome == HandOverOutcome.Accepted);
        }

        await db.SaveChangesAsync(CancellationToken.None);
        return isStopped ? null : outcomes;
    }

    /// <summary>Takes some of what is due: the update matches only what nobody has, so that two senders never have the same message.</summary>
    private async Task<(string Owner, List<OutboxMessage> Messages)?> TakeAsync(
        KassaDbContext db, SendingPlan plan, DateTime now, CancellationToken cancellationToken)
    {
        var owner = $"{NewId.Of<OutboxMessageId>().Value:x16}";
        var from = now - RateWindow;
        var spent = await db.OutboxMessages.CountAsync(row => row.WaveId == plan.WaveId && row.SentAt > from, cancellationToken)
            + await db.OutboxMessages.CountAsync(row => row.WaveId == plan.WaveId && row.LeaseUntil >= now, cancellationToken);
        var most = Math.Min(BatchSize, plan.PerMinute - spent);
        if (most <= 0)
        {
            return null;
        }

        var available = ways.Available;
        var due = db.OutboxMessages.Where(row => row.WaveId == plan.WaveId
            && (row.Status == DeliveryStatus.Planned || row.Status == DeliveryStatus.Sending)
            && row.DueAt <= now && row.Channel != Domain.Members.ContactChannels.Letter && (row.Channel & available) != 0
            && (row.LeaseUntil == null || row.LeaseUntil < now));
        var ids = await due.OrderBy(row => row.DueAt).Select(row => row.Id).Take(most).ToListAsync(cancellationToken);
        if (ids.Count == 0)
        {
            return null;
        }

        var until = now + OutboxMessage.Lease;
        await due.Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(
            row => row.SetProperty(it => it.LeaseOwner, owner).SetProperty(it => it.LeaseUntil, until).SetProperty(it => it.Revision, it => it.Revision + 1),
            cancellationToken);
        return (owner, await db.OutboxMessages.Where(row => ids.Contains(row.Id) && row.LeaseOwner == owner).OrderBy(row => row.DueAt).ToListAsync(cancellationToken));
    }

    private static Task<int> SkipAllAsync(KassaDbContext db, WaveId wave, CancellationToken cancellationToken) =>
        db.OutboxMessages.Where(row => row.WaveId == wave && row.Status == DeliveryStatus.Planned).ExecuteUpdateAsync(
            row => row.SetProperty(it => it.Status, DeliveryStatus.Skipped).SetProperty(it => it.Reason, SkipReason.WaveClosed)
                .SetProperty(it => it.Revision, it => it.Revision + 1),
            cancellationToken);
}
