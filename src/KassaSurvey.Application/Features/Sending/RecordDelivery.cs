using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Keys;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sending;

/// <summary>What is reported of a message after it was handed over.</summary>
public enum DeliveryNews
{
    /// <summary>It has arrived.</summary>
    Delivered,

    /// <summary>It has not arrived yet.</summary>
    Delayed,

    /// <summary>It never will: there is no such recipient.</summary>
    NoSuchRecipient,

    /// <summary>It never will, for another reason.</summary>
    Failed,

    /// <summary>The recipient called it unwanted.</summary>
    Complaint,
}

/// <summary>A report of one message, by what the message is called outside.</summary>
public sealed record DeliveryReport(string Reference, DeliveryNews News);

/// <summary>
/// Takes reports of bounces, delays, deliveries and complaints. The reference is derived and sealed: a report of a message that was never sent
/// is not believed. An address that does not exist is not written to again; a complaint is an opt-out.
/// </summary>
public sealed class RecordDelivery(IKassaDatabase database, ILinkKey key)
{
    /// <returns>True when the report was of a message known here.</returns>
    public async Task<Result<bool>> ExecuteAsync(Viewer viewer, DeliveryReport report, CancellationToken cancellationToken)
    {
        if (!viewer.May(ApiScopes.Deliveries))
        {
            return AccessErrors.NotAllowed;
        }

        if (!MessageReference.TryRead(report.Reference, key.Key.Span, out var id))
        {
            return false;
        }

        while (true)
        {
            await using var db = database.For(viewer);
            if (await db.OutboxMessages.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } message)
            {
                return false;
            }

            var invitation = await db.Invitations.SingleAsync(row => row.Id == message.InvitationId, cancellationToken);
            message.Report(StatusOf(report.News));
            if (report.News == DeliveryNews.NoSuchRecipient)
            {
                (await db.Members.SingleAsync(row => row.Id == invitation.MemberId, cancellationToken)).MarkUnreachable(message.Channel);
            }

            if (report.News == DeliveryNews.Complaint && invitation.Status != InvitationStatus.Answered)
            {
                invitation.OptOut();
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return true;
            }
            catch (DbUpdateConcurrencyException)
            {
                // The sender, or the member, changed the same row at this moment: looked at again.
            }
        }
    }

    private static DeliveryStatus StatusOf(DeliveryNews news) => news switch
    {
        DeliveryNews.Delivered => DeliveryStatus.Delivered,
        DeliveryNews.Delayed => DeliveryStatus.BouncedTemporarily,
        DeliveryNews.NoSuchRecipient => DeliveryStatus.BouncedPermanently,
        DeliveryNews.Complaint => DeliveryStatus.OptedOut,
        _ => DeliveryStatus.Failed,
    };
}
