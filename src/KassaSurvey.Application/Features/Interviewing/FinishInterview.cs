using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Interviewing;

/// <summary>
/// Hands the answers of an interview in. The calls to this member are deleted with it: who was called could otherwise be matched
/// with the few answers that were given on the phone.
/// </summary>
public sealed class FinishInterview(IKassaDatabase database, SubmitResponse submit)
{
    /// <param name="Invitation">The invitation.</param>
    /// <param name="Token">The member's token.</param>
    /// <param name="Page">The last page.</param>
    /// <param name="Fields">Its fields by question code.</param>
    public sealed record Command(InvitationId Invitation, string Token, int Page, IReadOnlyDictionary<string, IReadOnlyList<string>> Fields);

    public async Task<Result<SubmitResponse.Outcome>> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        if (!viewer.MayInterview)
        {
            return AccessErrors.NotAllowed;
        }

        var outcome = await submit.ExecuteAsync(new(command.Token, command.Page, command.Fields), cancellationToken);
        if (outcome is { IsSuccess: true, Value.IsSubmitted: true })
        {
            await using var db = database.For(viewer);
            await db.CallAttempts.Where(call => call.InvitationId == command.Invitation).ExecuteDeleteAsync(cancellationToken);
            await db.CallHolds.Where(hold => hold.InvitationId == command.Invitation).ExecuteDeleteAsync(cancellationToken);
        }

        return outcome;
    }
}
