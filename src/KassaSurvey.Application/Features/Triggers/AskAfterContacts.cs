using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Contacts;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Application.Features.Sampling;
using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using KassaSurvey.Domain.Triggers;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Triggers;

/// <summary>
/// Asks members about contacts whose delay has passed, of every fund, and keeps of the others why not. Any number of servers may do this
/// at the same time: one decision a contact and one invitation a member and wave, and the database says so.
/// </summary>
public sealed class AskAfterContacts(
    IKassaDatabase database, RollingWave waves, QuestionnaireCache forms, SendingWays ways, IMemberAddresses addresses, TimeProvider time)
{
    private const int Batch = 500;
    private const ContactChannels Usable = ContactChannels.Email | ContactChannels.Sms;

    /// <param name="Asked">Members asked.</param>
    /// <param name="PassedOver">Contacts that nobody was asked about.</param>
    /// <param name="Stopped">Surveys whose wave of the year cannot be opened.</param>
    public sealed record Report(int Asked, int PassedOver, int Stopped);

    public async Task<Result<Report>> ExecuteAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.IsOperator)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var old = time.GetUtcNow().UtcDateTime - MemberContact.KeptFor;
        await db.MemberContacts.Where(contact => contact.HeldAt < old).ExecuteDeleteAsync(cancellationToken);
        var (asked, passedOver, stopped) = (0, 0, 0);
        // Without an address for links or a way to write there is nothing to decide: the contacts wait.
        var isReady = addresses.IsSetUp && (ways.Available & Usable) != ContactChannels.None;
        foreach (var rule in isReady ? await db.TriggerRules.AsNoTracking().Where(row => row.IsOn).ToListAsync(cancellationToken) : [])
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                var outcomes = await AskAsync(rule, cancellationToken);
                stopped += outcomes is null ? 1 : 0;
                asked += outcomes?.Count(outcome => outcome == TriggerOutcome.Asked) ?? 0;
                passedOver += outcomes?.Count(outcome => outcome != TriggerOutcome.Asked) ?? 0;
                if (outcomes is not { Count: Batch })
                {
                    break;
                }
            }
        }

        return new Report(asked, passedOver, stopped);
    }

    /// <returns>What was decided; null when the year's wave cannot be opened.</returns>
    private async Task<IReadOnlyList<TriggerOutcome>?> AskAsync(TriggerRule rule, CancellationToken cancellationToken)
    {
        await using var db = database.For(Viewer.Operator).ActAs(Viewer.Respondent(rule.FundId));
        var now = time.GetUtcNow().UtcDateTime;
        var contacts = await DueContacts.NextAsync(db, rule, now, Batch, cancellationToken);
        if (contacts.Count == 0)
        {
            return [];
        }

        var opened = await waves.OpenAsync(rule.FundId, rule.SurveyId, rule.ChangedBy, cancellationToken);
        if (!opened.IsSuccess)
        {
            return null;
        }

        var field = (await FieldWave.LoadAsync(db, forms, opened.Value, cancellationToken))!;
        var plan = await db.SendingPlans.AsNoTracking().SingleAsync(row => row.WaveId == opened.Value, cancellationToken);
        var states = await StatesAsync(db, rule, field, contacts, now, cancellationToken);
        var dueAt = field.HoursOf(plan).Next(now);
        var fund = await db.Funds.AsNoTracking().SingleAsync(row => row.Id == rule.FundId, cancellationToken);
        var zone = await FundZone.OfAsync(db, fund, cancellationToken);
        var today = DateOnly.FromDateTime(now);
        var outcomes = new List<TriggerOutcome>(contacts.Count);
        foreach (var contact in contacts)
        {
            var (outcome, channel) = states.Decide(contact, plan.Steps[0], ways.Available);
            outcomes.Add(outcome);
            db.TriggerDecisions.Add(TriggerDecision.Of(rule.FundId, rule.SurveyId, contact.Id, outcome, today));
            if (outcome == TriggerOutcome.Asked)
            {
                var member = states.Members[contact.MemberId];
                var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(contact.HeldAt, zone));
                var invitation = Invitation.AfterContact(field.Wave, member, day, today);
                db.Invitations.Add(invitation);
                db.OutboxMessages.Add(OutboxMessage.Plan(
                    rule.FundId, field.Wave.Id, invitation.Id, 0, channel, field.LanguageOf(member.Language), dueAt));
            }
        }

        try
        {
            // One save is one transaction: decision, invitation and message, or none of them.
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another server decided about the same contacts at the same time.
            return [];
        }

        var wave = field.Wave.Id;
        var invited = await db.Invitations.CountAsync(row => row.WaveId == wave, cancellationToken);
        await db.Waves.Where(row => row.Id == wave).ExecuteUpdateAsync(row => row.SetProperty(it => it.InvitedCount, invited), cancellationToken);
        return outcomes;
    }

    private async Task<ContactedMembers> StatesAsync(
        KassaDbContext db, TriggerRule rule, FieldWave field, List<MemberContact> contacts, DateTime now, CancellationToken cancellationToken)
    {
        var ids = contacts.Select(contact => contact.MemberId).Distinct().ToList();
        var wave = field.Wave.Id;
        var population = await FundPolicy.PopulationAsync(db, "", [], time, cancellationToken);
        var reasons = await new SamplingFrame(db, population, wave).Rows().Where(row => EF.Parameter(ids).Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.Reason, cancellationToken);
        var members = await db.Members.AsNoTracking().Where(row => EF.Parameter(ids).Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var (survey, since) = (rule.SurveyId, DateOnly.FromDateTime(now).AddDays(-rule.DaysBetween));
        var earlier = await db.Invitations.AsNoTracking()
            .Where(row => EF.Parameter(ids).Contains(row.MemberId)
                && db.Waves.Any(known => known.Id == row.WaveId && known.SurveyId == survey) && (row.WaveId == wave || row.DrawnOn > since))
            .Select(row => new { row.MemberId, row.WaveId }).ToListAsync(cancellationToken);
        return new(
            members, reasons, [.. earlier.Where(row => row.WaveId == wave).Select(row => row.MemberId)],
            [.. earlier.Where(row => row.WaveId != wave).Select(row => row.MemberId)], now.AddHours(-rule.DelayHours) - TriggerRule.Patience);
    }
}
