using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Invitations;

/// <summary>Where an invitation stands.</summary>
public enum InvitationStatus
{
    /// <summary>Made; nothing answered yet.</summary>
    Waiting = 1,

    /// <summary>The member has started: <see cref="Invitation.OpenResponseId"/> names the answer in progress.</summary>
    Started = 2,

    /// <summary>The member has submitted; nothing leads from here to the answer any more.</summary>
    Answered = 3,

    /// <summary>The member does not want to be asked.</summary>
    OptedOut = 4,
}

/// <summary>
/// One member's invitation to one wave. It knows the member; the response does not know it back.
/// The link to the answer exists while the answer is in progress and is destroyed when it is submitted.
/// </summary>
public sealed class Invitation : IFundOwned
{
    private Invitation()
    {
    }

    /// <summary>Identity; the only thing a link carries besides its seal.</summary>
    public InvitationId Id { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>The wave.</summary>
    public WaveId WaveId { get; private set; }

    /// <summary>The member; one invitation a wave.</summary>
    public MemberId MemberId { get; private set; }

    /// <summary>The member's language when invited.</summary>
    public string Language { get; private set; } = Languages.Finnish;

    /// <summary>The sampling stratum the member was drawn from; empty when the sample had none.</summary>
    public string Stratum { get; private set; } = "";

    /// <summary>The day the member was drawn, from which the months of peace count; null for invitations made before there was a draw.</summary>
    public DateOnly? DrawnOn { get; private set; }

    /// <summary>The day the fund served the member, which the survey asks about; null where it asks about no single contact.</summary>
    public DateOnly? ContactOn { get; private set; }

    /// <summary>Where it stands.</summary>
    public InvitationStatus Status { get; private set; }

    /// <summary>The answer in progress, or null before the start and after submission.</summary>
    public ResponseId? OpenResponseId { get; private set; }

    /// <summary>The member can still answer or opt out.</summary>
    public bool IsOpen => Status is InvitationStatus.Waiting or InvitationStatus.Started;

    /// <summary>Makes an invitation.</summary>
    /// <param name="wave">The wave.</param>
    /// <param name="member">The member.</param>
    /// <param name="stratum">The sampling stratum, or empty.</param>
    public static Invitation Create(Wave wave, Member member, string stratum = "") => Create(wave, member.Id, member.Language, stratum);

    /// <summary>Makes an invitation of a member who has not been loaded.</summary>
    public static Invitation Create(Wave wave, MemberId member, string language, string stratum, DateOnly? drawnOn = null) => new()
    {
        Id = NewId.Of<InvitationId>(), FundId = wave.FundId, WaveId = wave.Id, MemberId = member,
        Language = language, Stratum = stratum, DrawnOn = drawnOn, Status = InvitationStatus.Waiting,
    };

    /// <summary>Makes an invitation that asks about a contact.</summary>
    /// <param name="wave">The wave.</param>
    /// <param name="member">The member.</param>
    /// <param name="contactOn">The day the fund served the member.</param>
    /// <param name="today">The day of asking, from which the months of peace count.</param>
    public static Invitation AfterContact(Wave wave, Member member, DateOnly contactOn, DateOnly today)
    {
        var invitation = Create(wave, member.Id, member.Language, "", today);
        invitation.ContactOn = contactOn;
        return invitation;
    }

    /// <summary>Ties the answer in progress to the invitation.</summary>
    public Result Start(ResponseId response)
    {
        if (Status != InvitationStatus.Waiting)
        {
            return Error.Of("Invitation.AlreadyStarted");
        }

        (Status, OpenResponseId) = (InvitationStatus.Started, response);
        return Result.Done;
    }

    /// <summary>Cuts the tie for good.</summary>
    public Result MarkAnswered()
    {
        if (Status != InvitationStatus.Started)
        {
            return Error.Of("Invitation.NotStarted");
        }

        (Status, OpenResponseId) = (InvitationStatus.Answered, null);
        return Result.Done;
    }

    /// <summary>The member does not want to be asked in this wave. An answer in progress stays where it is, uncounted.</summary>
    public Result OptOut()
    {
        if (Status == InvitationStatus.Answered)
        {
            return Error.Of("Invitation.AlreadyAnswered");
        }

        Status = InvitationStatus.OptedOut;
        return Result.Done;
    }
}
