using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sending;

/// <summary>What a "no more messages" link stands for.</summary>
/// <param name="Form">The survey.</param>
/// <param name="Status">Where the invitation stands.</param>
/// <param name="Language">The member's language.</param>
/// <param name="IsFromAll">The member does not want to be asked by any survey of the fund.</param>
public sealed record OptOutView(SurveyForm Form, InvitationStatus Status, string Language, bool IsFromAll);

/// <summary>Finds what a "no more messages" link stands for; a forged one costs no query.</summary>
public sealed class OptOutReader(ILinkKey key, QuestionnaireCache forms)
{
    internal async Task<(Invitation Invitation, OptOutView View)?> ReadAsync(KassaDbContext db, string? token, CancellationToken cancellationToken)
    {
        if (!OptOutToken.TryRead(token, key.Key.Span, out var id)
            || await db.Invitations.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } invitation)
        {
            return null;
        }

        var revision = await db.Waves.Where(row => row.Id == invitation.WaveId).Select(row => row.Revision).SingleAsync(cancellationToken);
        var form = await forms.GetAsync(invitation.FundId, invitation.WaveId, revision, cancellationToken);
        var refuses = await db.Members.Where(row => row.Id == invitation.MemberId).Select(row => row.Refuses).SingleAsync(cancellationToken);
        return (invitation, new(form, invitation.Status, invitation.Language, refuses.HasFlag(ContactChannels.All)));
    }
}
