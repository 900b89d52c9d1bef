using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Interviewing;

/// <summary>How the calling stands: how many are to be called now, how many are left, how many have answered in any mode.</summary>
public sealed class CountCalls(IKassaDatabase database, TimeProvider time)
{
    /// <param name="Due">To be called now.</param>
    /// <param name="Open">Invited without an answer, whether reachable by phone or not.</param>
    /// <param name="Answered">Answered, in any mode.</param>
    public sealed record Counts(int Due, int Open, int Answered);

    public async Task<Result<Counts>> ExecuteAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.MayInterview)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var list = new CallList(db, viewer, time);
        var standing = await list.InTheField().GroupBy(invitation => invitation.Status)
            .Select(group => new { Status = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Status, group => group.Count, cancellationToken);
        return new Counts(
            await list.Due().CountAsync(cancellationToken),
            standing.GetValueOrDefault(InvitationStatus.Waiting) + standing.GetValueOrDefault(InvitationStatus.Started),
            standing.GetValueOrDefault(InvitationStatus.Answered));
    }
}
