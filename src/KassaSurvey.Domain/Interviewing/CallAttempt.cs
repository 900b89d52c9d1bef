using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Interviewing;

/// <summary>
/// One phone call about an invitation that did not end in an answer: when, by whom, what came of it.
/// It belongs to the invitation, never to an answer, and is deleted when the member is interviewed to the end.
/// </summary>
public sealed class CallAttempt : IFundOwned
{
    /// <summary>Longest note, in characters.</summary>
    public const int LongestNote = 500;

    private CallAttempt()
    {
    }

    /// <summary>Identity.</summary>
    public CallAttemptId Id { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>The invitation called about.</summary>
    public InvitationId InvitationId { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>The interviewer.</summary>
    public string By { get; private set; } = "";

    /// <summary>What came of it.</summary>
    public CallOutcome Outcome { get; private set; }

    /// <summary>What the next caller should know; never about the answers.</summary>
    public string Note { get; private set; } = "";

    /// <summary>Not to be called again before this time, UTC.</summary>
    public DateTime? CallAgainAt { get; private set; }

    /// <summary>Records a call.</summary>
    /// <returns>The attempt, or what is wrong with it.</returns>
    public static Result<CallAttempt> Record(
        Invitation invitation, string by, DateTime now, CallOutcome outcome, string note, DateTime? callAgainAt)
    {
        if (note.Length > LongestNote)
        {
            return Error.Of("Call.NoteTooLong", LongestNote, note.Length);
        }

        if (callAgainAt is { } again && again <= now)
        {
            return Error.Of("Call.AgainInThePast");
        }

        return new CallAttempt
        {
            Id = NewId.Of<CallAttemptId>(),
            FundId = invitation.FundId,
            InvitationId = invitation.Id,
            At = now,
            By = by,
            Outcome = outcome,
            Note = note.Trim(),
            CallAgainAt = outcome.EndsCalling() ? null : callAgainAt,
        };
    }
}

/// <summary>A member that an interviewer has on the phone or is about to call: nobody else is given the same one meanwhile.</summary>
public sealed class CallHold : IFundOwned
{
    /// <summary>How long a member is kept for one interviewer after the last sign of work.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(30);

    private CallHold()
    {
    }

    /// <summary>The invitation held; one hold each.</summary>
    public InvitationId InvitationId { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>The interviewer.</summary>
    public string By { get; private set; } = "";

    /// <summary>Until when, UTC.</summary>
    public DateTime Until { get; private set; }

    /// <summary>Holds a member for an interviewer.</summary>
    public static CallHold Of(Invitation invitation, string by, DateTime now) =>
        new() { InvitationId = invitation.Id, FundId = invitation.FundId, By = by, Until = now + KeptFor };

    /// <summary>True when somebody else holds the member now.</summary>
    public bool Excludes(string by, DateTime now) => By != by && Until > now;

    /// <summary>Goes on for this interviewer.</summary>
    public void Renew(string by, DateTime now) => (By, Until) = (by, now + KeptFor);
}
