using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Interviewing;

/// <summary>Finds the member an interviewer calls: by number, or the next of the call list. The member is then held for the interviewer.</summary>
public sealed class FindCall(IKassaDatabase database, TimeProvider time)
{
    private const int Tries = 10;

    /// <param name="MemberNumber">The member's number; null takes the next of the list.</param>
    public sealed record Query(string? MemberNumber);

    /// <returns>The member, or null when the list has nobody to call now.</returns>
    public async Task<Result<CallCard?>> ExecuteAsync(Viewer viewer, Query query, CancellationToken cancellationToken)
    {
        if (!viewer.MayInterview)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var list = new CallList(db, viewer, time);
        return query.MemberNumber?.Trim() is { Length: > 0 } number
            ? await ByNumberAsync(db, list, number, cancellationToken)
            : await NextAsync(list, cancellationToken);
    }

    private static async Task<Result<CallCard?>> ByNumberAsync(KassaDbContext db, CallList list, string number, CancellationToken cancellationToken)
    {
        var invitation = await list.InTheField()
            .Where(row => db.Members.Any(member => member.Id == row.MemberId && member.Number == number))
            .OrderByDescending(row => row.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (invitation is null)
        {
            return InterviewErrors.NotInvited(number);
        }

        if (await list.TryHoldAsync(invitation, cancellationToken))
        {
            return await list.CardAsync(invitation.Id, cancellationToken);
        }

        var holder = await db.CallHolds.Where(hold => hold.InvitationId == invitation.Id).Select(hold => hold.By).FirstOrDefaultAsync(cancellationToken);
        return InterviewErrors.Held(holder ?? "");
    }

    private static async Task<Result<CallCard?>> NextAsync(CallList list, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            if (await list.Due().FirstOrDefaultAsync(cancellationToken) is not { } invitation)
            {
                return Result.Of<CallCard?>(null);
            }

            if (await list.TryHoldAsync(invitation, cancellationToken))
            {
                return await list.CardAsync(invitation.Id, cancellationToken);
            }
        }

        return Result.Of<CallCard?>(null);
    }
}
