using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sending;

/// <summary>
/// Puts a step's messages into the outbox, each with its time. Doing it again adds those who have come since, and another way for those
/// whose message came back; nobody gets a second one.
/// </summary>
public sealed class PlanStep(IKassaDatabase database, QuestionnaireCache forms, SendingWays ways, IMemberAddresses addresses, TimeProvider time)
{
    /// <summary>More messages than this need their number typed.</summary>
    public const int MostWithoutNumber = 1000;

    private const int RowsAtOnce = 2000;

    /// <param name="Wave">The wave.</param>
    /// <param name="Step">The step.</param>
    /// <param name="TypedNumber">The number of messages as the person typed it.</param>
    public sealed record Command(WaveId Wave, int Step, int? TypedNumber);

    /// <param name="Messages">Messages planned.</param>
    /// <param name="Skipped">Members who get none.</param>
    public sealed record Planned(int Messages, int Skipped);

    public async Task<Result<Planned>> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        if (!addresses.IsSetUp)
        {
            return SendingErrors.NoSiteAddress;
        }

        await using var db = database.For(viewer);
        try
        {
            return await db.Database.CreateExecutionStrategy().ExecuteAsync(ct => PlanAsync(db, viewer, command, ct), cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody else, or another server, planned the same step at the same time: one of the two has done it.
            return SendingErrors.ChangedMeanwhile;
        }
    }

    private async Task<Result<Planned>> PlanAsync(KassaDbContext db, Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var now = time.GetUtcNow().UtcDateTime;
        if (await FieldWave.LoadAsync(db, forms, command.Wave, cancellationToken) is not { } field)
        {
            return SendingErrors.WaveNotFound;
        }

        if (!field.IsInFieldAt(now))
        {
            return SendingErrors.WaveNotOpen;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var plan = await db.SendingPlans.SingleOrDefaultAsync(row => row.WaveId == command.Wave, cancellationToken);
        if (plan is null)
        {
            plan = SendingPlan.Create(field.Wave.FundId, command.Wave);
            db.SendingPlans.Add(plan);
        }

        var released = plan.Release(command.Step, now);
        if (!released.IsSuccess)
        {
            return Result<Planned>.Failed(released.Errors);
        }

        // First, so that two who plan at once meet here and not after thousands of rows.
        await db.SaveChangesAsync(cancellationToken);
        var recipients = await StepRecipients.LoadAsync(db, field, plan.Steps[command.Step], command.Step, ways.Available, cancellationToken);
        var messages = recipients.Count(row => row.Channel != ContactChannels.None);
        if (messages == 0 && !viewer.IsOperator)
        {
            return SendingErrors.NobodyToAsk;
        }

        if (messages > MostWithoutNumber && command.TypedNumber != messages && !viewer.IsOperator)
        {
            return SendingErrors.NumberNotTyped(messages);
        }

        await AddAsync(db, field, plan, recipients, command.Step, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new Planned(messages, recipients.Count - messages);
    }

    private static async Task AddAsync(
        KassaDbContext db, FieldWave field, SendingPlan plan, List<StepRecipient> recipients, int step, DateTime now, CancellationToken cancellationToken)
    {
        using var times = field.HoursOf(plan).Schedule(now, plan.PerMinute).GetEnumerator();
        var (fund, wave) = (field.Wave.FundId, field.Wave.Id);
        foreach (var chunk in recipients.Where(row => !(row.IsKnown && row.Channel == ContactChannels.None)).Chunk(RowsAtOnce))
        {
            foreach (var row in chunk)
            {
                if (row.Channel is ContactChannels.Email or ContactChannels.Sms)
                {
                    times.MoveNext();
                }

                db.OutboxMessages.Add(row.Channel switch
                {
                    ContactChannels.None => OutboxMessage.NotSent(fund, wave, row.Invitation, step, row.Language, now, row.Reason),
                    // A letter waits for the printer, not for an hour.
                    ContactChannels.Letter => OutboxMessage.Plan(fund, wave, row.Invitation, step, row.Channel, row.Language, now),
                    _ => OutboxMessage.Plan(fund, wave, row.Invitation, step, row.Channel, row.Language, times.Current),
                });
            }

            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }
}
