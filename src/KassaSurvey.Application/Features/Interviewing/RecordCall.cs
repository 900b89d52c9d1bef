using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Interviewing;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Interviewing;

/// <summary>Writes down what came of a call, and lets the member go for other interviewers.</summary>
public sealed class RecordCall(IKassaDatabase database, TimeProvider time)
{
    /// <param name="Invitation">The invitation called about.</param>
    /// <param name="Outcome">What came of it; a refusal opts the member out of the wave.</param>
    /// <param name="Note">For the next caller.</param>
    /// <param name="CallAgainAt">Not before this time, UTC.</param>
    public sealed record Command(InvitationId Invitation, CallOutcome Outcome, string Note, DateTime? CallAgainAt);

    public async Task<Result> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        if (!viewer.MayInterview)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        if (await db.Invitations.SingleOrDefaultAsync(row => row.Id == command.Invitation, cancellationToken) is not { } invitation)
        {
            return InterviewErrors.NotAnswerable;
        }

        var recorded = CallAttempt.Record(
            invitation, viewer.Name, time.GetUtcNow().UtcDateTime, command.Outcome, command.Note, command.CallAgainAt);
        if (!recorded.IsSuccess)
        {
            return Result.Failed(recorded.Errors);
        }

        if (command.Outcome is CallOutcome.Refused or CallOutcome.Deceased && !invitation.OptOut().IsSuccess)
        {
            return InterviewErrors.NotAnswerable;
        }

        db.CallAttempts.Add(recorded.Value);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The member answered on the web a moment ago.
            return InterviewErrors.NotAnswerable;
        }

        await db.CallHolds.Where(hold => hold.InvitationId == command.Invitation && hold.By == viewer.Account).ExecuteDeleteAsync(cancellationToken);
        return Result.Done;
    }
}
