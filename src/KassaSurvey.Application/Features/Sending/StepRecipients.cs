using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sending;

/// <summary>A member who is to be asked by a step.</summary>
/// <param name="Invitation">The invitation.</param>
/// <param name="Language">The language of the message.</param>
/// <param name="Channel">The way; none when the member cannot be asked.</param>
/// <param name="Reason">Why the member cannot be asked.</param>
/// <param name="IsKnown">True when the outbox says already that the member cannot be asked.</param>
internal readonly record struct StepRecipient(InvitationId Invitation, string Language, ContactChannels Channel, SkipReason Reason, bool IsKnown);

/// <summary>Who is asked by a step, and by which way: the same for the preview and for the sending.</summary>
internal static class StepRecipients
{
    /// <summary>Everybody whose invitation still waits and who has no message of this step that may still arrive.</summary>
    public static async Task<List<StepRecipient>> LoadAsync(
        KassaDbContext db, FieldWave field, SendingStep step, int number, ContactChannels available, CancellationToken cancellationToken)
    {
        var earlier = (await db.OutboxMessages.AsNoTracking().Where(row => row.WaveId == field.Wave.Id && row.Step == number)
                .Select(row => new { row.InvitationId, row.Channel, row.Status }).ToListAsync(cancellationToken))
            .ToLookup(row => row.InvitationId, row => (row.Channel, row.Status));
        var asked = db.Invitations.AsNoTracking()
            .Where(row => row.WaveId == field.Wave.Id && (row.Status == InvitationStatus.Waiting || row.Status == InvitationStatus.Started))
            .Join(db.Members.AsNoTracking(), row => row.MemberId, member => member.Id, (row, member) => new { row.Id, row.Language, Member = member });
        var recipients = new List<StepRecipient>();
        await foreach (var row in asked.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var sent = earlier[row.Id].ToList();
            if (sent.Any(message => message.Channel != ContactChannels.None && MayStillArrive(message.Status)))
            {
                continue;
            }

            var tried = sent.Aggregate(ContactChannels.None, (ways, message) => ways | message.Channel);
            var ways = row.Member.Reachable() & available & ~tried;
            var channel = step.Channels.FirstOrDefault(way => ways.HasFlag(way));
            recipients.Add(new(
                row.Id, field.LanguageOf(row.Language), channel,
                channel != ContactChannels.None ? SkipReason.None
                    : row.Member.Standing != MemberStanding.Active ? SkipReason.NotActive
                    : SkipReason.NoChannel,
                sent.Any(message => message.Channel == ContactChannels.None)));
        }

        return recipients;
    }

    /// <summary>After these the member is asked by another way of the same step.</summary>
    private static bool MayStillArrive(DeliveryStatus status) => status is not (DeliveryStatus.BouncedPermanently or DeliveryStatus.Failed);
}
