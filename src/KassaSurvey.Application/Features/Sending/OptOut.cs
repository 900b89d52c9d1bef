using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sending;

/// <summary>The member wants no more messages about the wave. The token is the member's authority; doing it again changes nothing.</summary>
public sealed class OptOut(IKassaDatabase database, OptOutReader reader)
{
    public sealed record Command(string? Token);

    public async Task<Result<OptOutView>> ExecuteAsync(Command command, CancellationToken cancellationToken)
    {
        await using var db = database.For(Viewer.Operator);
        while (true)
        {
            db.ChangeTracker.Clear();
            if (await reader.ReadAsync(db, command.Token, cancellationToken) is not { Invitation: var invitation, View: var view })
            {
                return RespondingErrors.UnknownLink;
            }

            if (invitation.Status is InvitationStatus.Answered or InvitationStatus.OptedOut)
            {
                return view;
            }

            try
            {
                invitation.OptOut();
                await MarkLastAsync(db, invitation.Id, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return view with { Status = InvitationStatus.OptedOut };
            }
            catch (DbUpdateConcurrencyException)
            {
                // The member started or finished on another device at this moment: looked at again.
            }
        }
    }

    /// <summary>The message that brought it about is the one the list of messages shows it at.</summary>
    private static async Task MarkLastAsync(KassaDbContext db, InvitationId invitation, CancellationToken cancellationToken) =>
        (await db.OutboxMessages.Where(row => row.InvitationId == invitation && row.Channel != ContactChannels.None && row.SentAt != null)
            .OrderByDescending(row => row.SentAt).FirstOrDefaultAsync(cancellationToken))?.Report(DeliveryStatus.OptedOut);
}
