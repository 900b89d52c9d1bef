using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sending;

/// <summary>
/// The member wants no more messages about the wave, or of any survey of the fund. The token is the member's authority; doing it again changes nothing.
/// </summary>
public sealed class OptOut(IKassaDatabase database, OptOutReader reader)
{
    /// <param name="Token">The link's token.</param>
    /// <param name="FromAll">True: of every survey of the fund, for good; false: of this wave.</param>
    public sealed record Command(string? Token, bool FromAll = false);

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

            if (command.FromAll ? view.IsFromAll : !invitation.IsOpen)
            {
                return view;
            }

            try
            {
                var ended = command.FromAll ? await RefuseAllAsync(db, invitation.MemberId, cancellationToken) : [invitation];
                foreach (var each in ended)
                {
                    each.OptOut();
                    await MarkLastAsync(db, each.Id, cancellationToken);
                }

                await db.SaveChangesAsync(cancellationToken);
                return view with { Status = invitation.Status, IsFromAll = view.IsFromAll || command.FromAll };
            }
            catch (DbUpdateConcurrencyException)
            {
                // The member started or finished on another device at this moment: looked at again.
            }
        }
    }

    /// <summary>Marks the member as never to be asked. Gives the invitations that this ends, of every wave: a call list asks the invitation, not the member.</summary>
    private static async Task<List<Invitation>> RefuseAllAsync(KassaDbContext db, MemberId id, CancellationToken cancellationToken)
    {
        (await db.Members.SingleAsync(row => row.Id == id, cancellationToken)).Refuse(ContactChannels.All);
        return await db.Invitations
            .Where(row => row.MemberId == id && (row.Status == InvitationStatus.Waiting || row.Status == InvitationStatus.Started))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The message that brought it about is the one the list of messages shows it at.</summary>
    private static async Task MarkLastAsync(KassaDbContext db, InvitationId invitation, CancellationToken cancellationToken) =>
        (await db.OutboxMessages.Where(row => row.InvitationId == invitation && row.Channel != ContactChannels.None && row.SentAt != null)
            .OrderByDescending(row => row.SentAt).FirstOrDefaultAsync(cancellationToken))?.Report(DeliveryStatus.OptedOut);
}
