using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sending;

/// <summary>Says before a step is sent who gets what, who does not and why, and from when to when. Changes nothing.</summary>
public sealed class PreviewStep(IKassaDatabase database, QuestionnaireCache forms, SendingWays ways, IMemberAddresses addresses, TimeProvider time)
{
    /// <param name="Wave">The wave.</param>
    /// <param name="Step">The step.</param>
    public sealed record Query(WaveId Wave, int Step);

    /// <param name="Channel">The way.</param>
    /// <param name="Language">The language.</param>
    /// <param name="Count">How many messages.</param>
    public sealed record Group(ContactChannels Channel, string Language, int Count);

    /// <param name="Reason">Why they get none.</param>
    /// <param name="Count">How many members.</param>
    public sealed record Left(SkipReason Reason, int Count);

    /// <param name="Groups">Messages by way and language.</param>
    /// <param name="Skipped">Members who get none.</param>
    /// <param name="First">When the first goes out, UTC; null when none does.</param>
    /// <param name="Last">When the last goes out, UTC; letters go when they are printed.</param>
    /// <param name="Sms">Length of the longest text message; null when there is none.</param>
    public sealed record View(
        IReadOnlyList<Group> Groups, IReadOnlyList<Left> Skipped, DateTime? First, DateTime? Last, SmsText? Sms)
    {
        /// <summary>Messages in all.</summary>
        public int Count => Groups.Sum(group => group.Count);

        /// <summary>True when the number must be typed to confirm.</summary>
        public bool NeedsNumber => Count > PlanStep.MostWithoutNumber;
    }

    public async Task<Result<View>> ExecuteAsync(Viewer viewer, Query query, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var now = time.GetUtcNow().UtcDateTime;
        if (await FieldWave.LoadAsync(db, forms, query.Wave, cancellationToken) is not { } field)
        {
            return SendingErrors.WaveNotFound;
        }

        if (!field.IsInFieldAt(now))
        {
            return SendingErrors.WaveNotOpen;
        }

        if (!addresses.IsSetUp)
        {
            return SendingErrors.NoSiteAddress;
        }

        var plan = await db.SendingPlans.AsNoTracking().SingleOrDefaultAsync(row => row.WaveId == query.Wave, cancellationToken)
            ?? SendingPlan.Create(field.Wave.FundId, query.Wave);
        if (query.Step < 0 || query.Step >= plan.Steps.Length)
        {
            return SendingErrors.NoSuchStep;
        }

        if (query.Step > plan.LastStep + 1)
        {
            return SendingErrors.NotInTurn;
        }

        var recipients = await StepRecipients.LoadAsync(db, field, plan.Steps[query.Step], query.Step, ways.Available, cancellationToken);
        var done = await db.Invitations.AsNoTracking()
            .Where(row => row.WaveId == query.Wave && (row.Status == InvitationStatus.Answered || row.Status == InvitationStatus.OptedOut))
            .GroupBy(row => row.Status).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        var groups = recipients.Where(row => row.Channel != ContactChannels.None)
            .GroupBy(row => (row.Channel, row.Language))
            .Select(group => new Group(group.Key.Channel, group.Key.Language, group.Count()))
            .OrderBy(group => group.Channel).ThenBy(group => group.Language, StringComparer.Ordinal).ToList();
        var skipped = recipients.Where(row => row.Channel == ContactChannels.None).GroupBy(row => row.Reason)
            .Select(group => new Left(group.Key, group.Count()))
            .Concat(done.Select(row => new Left(row.Key == InvitationStatus.Answered ? SkipReason.Answered : SkipReason.OptedOut, row.Count)))
            .OrderBy(left => left.Reason).ToList();
        var posted = groups.Where(group => group.Channel != ContactChannels.Letter).Sum(group => group.Count);
        var (first, last) = posted == 0 ? default((DateTime?, DateTime?)) : Times(field.HoursOf(plan).Schedule(now, plan.PerMinute), posted);
        var book = await TemplateBook.LoadAsync(db, query.Wave, cancellationToken);
        return new View(groups, skipped, first, last, LongestSms(groups, book, field, query.Step));
    }

    private static (DateTime First, DateTime Last) Times(IEnumerable<DateTime> schedule, int count)
    {
        var (first, last) = (DateTime.MinValue, DateTime.MinValue);
        foreach (var at in schedule.Take(count))
        {
            (first, last) = (first == DateTime.MinValue ? at : first, at);
        }

        return (first, last);
    }

    private SmsText? LongestSms(IEnumerable<Group> groups, TemplateBook book, FieldWave field, int step)
    {
        var token = new string('0', InvitationToken.Length);
        return groups.Where(group => group.Channel == ContactChannels.Sms)
            .Select(group => SmsText.Measure(ComposedMessage.Of(
                book.Find(step, ContactChannels.Sms, group.Language), field.Form, group.Language,
                new(null, addresses.LinkOf(token), addresses.OptOutOf(token))).Text))
            .OrderByDescending(text => text.Parts).ThenByDescending(text => text.Characters)
            .Select(text => (SmsText?)text).FirstOrDefault();
    }
}
