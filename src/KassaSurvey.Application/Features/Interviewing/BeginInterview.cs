using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Interviewing;

/// <summary>Begins or takes up a member's answer on the phone. What the member has answered on the web stays, and the first finished wins.</summary>
public sealed class BeginInterview(IKassaDatabase database, LinkReader links, StartResponse start)
{
    /// <param name="Invitation">The invitation.</param>
    /// <param name="Language">The language the interview is held in.</param>
    public sealed record Command(InvitationId Invitation, string Language);

    /// <param name="Token">The member's token, for the use cases that save: it stays on the server.</param>
    /// <param name="Page">The page to go on with.</param>
    public sealed record Interview(string Token, int Page);

    public async Task<Result<Interview>> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        if (!viewer.MayInterview)
        {
            return AccessErrors.NotAllowed;
        }

        await using (var db = database.For(viewer))
        {
            // The viewer's context finds invitations of the own fund only.
            if (!await db.Invitations.AnyAsync(row => row.Id == command.Invitation, cancellationToken))
            {
                return InterviewErrors.NotAnswerable;
            }
        }

        var token = links.TokenOf(command.Invitation);
        var started = await start.ExecuteAsync(new(token, command.Language, ResponseMode.Phone), cancellationToken);
        return started.IsSuccess ? new Interview(token, started.Value.Page) : InterviewErrors.NotAnswerable;
    }
}
