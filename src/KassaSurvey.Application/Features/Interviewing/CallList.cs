using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Interviewing;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Interviewing;

/// <summary>Reads and holds the members that can be called. Shared by the use cases of this feature.</summary>
internal sealed class CallList(KassaDbContext db, Viewer viewer, TimeProvider time)
{
    /// <summary>After a call without an answer the member is left in peace this long.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromHours(3);

    private static readonly CallOutcome[] Final = [.. CallOutcomes.All.Where(outcome => outcome.EndsCalling())];

    public DateTime Now { get; } = time.GetUtcNow().UtcDateTime;

    /// <summary>Invitations of waves that take answers today.</summary>
    public IQueryable<Invitation> InTheField()
    {
        var today = DateOnly.FromDateTime(Now);
        return db.Invitations.Where(invitation => db.Waves.Any(wave =>
            wave.Id == invitation.WaveId && wave.Status == WaveStatus.Open && (wave.ClosesOn == null || wave.ClosesOn >= today)));
    }

    /// <summary>
    /// Those to call now: with a phone number, without an answer, not refused, not resting, not with another interviewer.
    /// Fewest calls first, so that everybody is tried once before anybody is tried twice.
    /// </summary>
    public IQueryable<Invitation> Due()
    {
        var (now, rested, me) = (Now, Now - Rest, viewer.Account);
        return InTheField()
            .Where(invitation => invitation.Status == InvitationStatus.Waiting || invitation.Status == InvitationStatus.Started)
            .Where(invitation => db.Members.Any(member => member.Id == invitation.MemberId && member.Phone != null))
            .Where(invitation => !db.CallAttempts.Any(call => call.InvitationId == invitation.Id
                && (Final.Contains(call.Outcome) || call.CallAgainAt > now || (call.CallAgainAt == null && call.At > rested))))
            .Where(invitation => !db.CallHolds.Any(hold => hold.InvitationId == invitation.Id && hold.By != me && hold.Until > now))
            .OrderBy(invitation => db.CallAttempts.Count(call => call.InvitationId == invitation.Id))
            .ThenBy(invitation => invitation.Id);
    }

    /// <summary>Keeps the member for the viewer. False when another interviewer was faster.</summary>
    public async Task<bool> TryHoldAsync(Invitation invitation, CancellationToken cancellationToken)
    {
        var hold = await db.CallHolds.SingleOrDefaultAsync(row => row.InvitationId == invitation.Id, cancellationToken);
        if (hold?.Excludes(viewer.Account, Now) == true)
        {
            return false;
        }

        if (hold is null)
        {
            db.CallHolds.Add(CallHold.Of(invitation, viewer.Account, Now));
        }
        else
        {
            hold.Renew(viewer.Account, Now);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            // The row's key or its time changed under us: somebody else holds the member.
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>The member as the interviewer sees it.</summary>
    public async Task<CallCard> CardAsync(InvitationId id, CancellationToken cancellationToken)
    {
        var calls = await db.CallAttempts.AsNoTracking().Where(call => call.InvitationId == id)
            .OrderByDescending(call => call.At)
            .Select(call => new CallCard.Attempt(call.At, call.By, call.Outcome, call.Note, call.CallAgainAt))
            .ToListAsync(cancellationToken);
        var card = await (
            from invitation in db.Invitations.AsNoTracking()
            join member in db.Members on invitation.MemberId equals member.Id
            join wave in db.Waves on invitation.WaveId equals wave.Id
            join survey in db.Surveys on wave.SurveyId equals survey.Id
            where invitation.Id == id
            select new { survey.Name, wave.Year, wave.ClosesOn, member.Number, MemberName = member.Name, member.Phone, invitation.Language, invitation.Status })
            .SingleAsync(cancellationToken);
        return new(id, card.Name, card.Year, card.ClosesOn, card.Number, card.MemberName, card.Phone, card.Language, card.Status, calls);
    }
}
