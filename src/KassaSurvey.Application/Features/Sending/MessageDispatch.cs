using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Sending;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace KassaSurvey.Application.Features.Sending;

/// <summary>Sends one message: asks again whether it may be sent, marks it, hands it over, remembers what came of it.</summary>
public sealed class MessageDispatch(
    IMailSender mail, ISmsSender sms, IMemberAddresses addresses, ILinkKey key, TimeProvider time, ILogger<MessageDispatch> log)
{
    /// <summary>A message that has been begun is finished: no cancellation reaches into it.</summary>
    /// <returns>What the server said; null when the message was not handed over at all.</returns>
    internal async Task<HandOverOutcome?> SendAsync(KassaDbContext db, FieldWave field, TemplateBook book, OutboxMessage message, string owner)
    {
        var state = await db.Invitations.AsNoTracking().Where(row => row.Id == message.InvitationId)
            .Join(db.Members.AsNoTracking(), row => row.MemberId, member => member.Id, (row, member) => new { row.Status, Member = member })
            .SingleAsync(CancellationToken.None);
        if (ReasonToSkip(state.Status, state.Member, message.Channel) is { } reason)
        {
            message.Skip(reason);
            await SaveAsync(db);
            return null;
        }

        if (!message.Begin(owner, Now).IsSuccess || !await SaveAsync(db))
        {
            return null;
        }

        var outcome = await HandOverAsync(field, book, message, state.Member);
        switch (outcome.Outcome)
        {
            case HandOverOutcome.Accepted:
                message.MarkSent(Now, outcome.Reference);
                break;
            case HandOverOutcome.NoSuchRecipient:
                message.Report(DeliveryStatus.BouncedPermanently);
                (await db.Members.SingleAsync(row => row.Id == state.Member.Id, CancellationToken.None)).MarkUnreachable(message.Channel);
                break;
            case HandOverOutcome.Refused:
                message.Report(DeliveryStatus.Failed);
                break;
            case HandOverOutcome.NoServer:
                message.GiveBack(Now);
                break;
            default:
                message.PutOff(Now);
                break;
        }

        await SaveAsync(db);
        return outcome.Outcome;
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Why a message may not go out now; null when it may. Asked as late as can be.</summary>
    internal static SkipReason? ReasonToSkip(InvitationStatus status, Member member, ContactChannels channel) => status switch
    {
        InvitationStatus.Answered => SkipReason.Answered,
        InvitationStatus.OptedOut => SkipReason.OptedOut,
        _ when member.Standing != MemberStanding.Active => SkipReason.NotActive,
        _ when !member.Reachable().HasFlag(channel) => SkipReason.NoChannel,
        _ => null,
    };

    private async Task<HandOver> HandOverAsync(FieldWave field, TemplateBook book, OutboxMessage message, Member member)
    {
        var secret = key.Key.Span;
        var reference = MessageReference.Of(message.Id, secret);
        var filling = new MessageFilling(
            member.Name, addresses.LinkOf(InvitationToken.Of(message.InvitationId, secret)), addresses.OptOutOf(OptOutToken.Of(message.InvitationId, secret)));
        var words = ComposedMessage.Of(book.Find(message.Step, message.Channel, message.Language), field.Form, message.Language, filling);
        return message.Channel == ContactChannels.Email
            ? await mail.SendAsync(
                new(member.Email!, field.Form.FundName.In(message.Language), field.Form.Face.ContactEmail, words, message.Language, reference, filling.OptOut),
                CancellationToken.None)
            : await sms.SendAsync(member.Phone!, words.Text, reference, CancellationToken.None);
    }

    /// <summary>False when somebody else has changed the message meanwhile: then it is theirs.</summary>
    private async Task<bool> SaveAsync(KassaDbContext db)
    {
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (DbUpdateConcurrencyException conflict)
        {
            log.LogWarning("A message was changed by another sender meanwhile; it is left to that one");
            foreach (var entry in conflict.Entries)
            {
                entry.State = EntityState.Detached;
            }

            return false;
        }
    }
}
