using System.Collections.Immutable;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Sending;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Members;

/// <summary>A member as staff see one: everything but answers.</summary>
/// <param name="Number">The number.</param>
/// <param name="Name">The name, when known.</param>
/// <param name="Language">The language.</param>
/// <param name="BirthYear">The year of birth, when known.</param>
/// <param name="Standing">Where the member stands.</param>
/// <param name="LeftOn">The day of leaving, when known.</param>
/// <param name="LastContactOn">The day the fund last served the member, when known.</param>
/// <param name="LastContactChannel">How it did.</param>
/// <param name="Refuses">Ways by which the member does not want to be asked.</param>
public sealed record MemberView(
    string Number, string? Name, string Language, int? BirthYear, MemberStanding Standing, DateOnly? LeftOn,
    DateOnly? LastContactOn, string? LastContactChannel, ContactChannels Refuses)
{
    /// <summary>The ways to ask, each with where it leads and whether it may be used.</summary>
    public required ImmutableArray<ContactWay> Ways { get; init; }

    /// <summary>The segments by name.</summary>
    public required ImmutableArray<Segment> Segments { get; init; }

    /// <summary>The invitations, the latest first.</summary>
    public required ImmutableArray<InvitationHistory> Invitations { get; init; }

    /// <summary>What staff have done with the member, the latest first.</summary>
    public required ImmutableArray<MemberLogLine> Log { get; init; }
}

/// <summary>Why a way may or may not be used.</summary>
public enum WayState
{
    /// <summary>It may be used.</summary>
    Usable = 1,

    /// <summary>The fund has not given where it leads.</summary>
    Unknown = 2,

    /// <summary>The member does not want it.</summary>
    Refused = 3,

    /// <summary>It has failed for good.</summary>
    Failed = 4,

    /// <summary>The member is not asked at all: has left, has died or is protected.</summary>
    NotActive = 5,
}

/// <summary>A way to ask a member.</summary>
/// <param name="Channel">The one way.</param>
/// <param name="Address">Where it leads; empty when not known.</param>
/// <param name="State">Whether it may be used.</param>
public sealed record ContactWay(ContactChannels Channel, string Address, WayState State);

/// <summary>
/// Where an invitation stands, as far as staff may see. While a survey that promises anonymity is open, nobody is told who has answered:
/// the hour could be matched with the answers that came in (docs/decisions/0026).
/// </summary>
public enum ShownStatus
{
    /// <summary>The member has been asked; nothing more is told before the wave is closed.</summary>
    Asked = 1,

    /// <summary>The member has answered.</summary>
    Answered = 2,

    /// <summary>The member has not answered.</summary>
    NotAnswered = 3,

    /// <summary>The member does not want to be asked in this wave.</summary>
    OptedOut = 4,
}

/// <summary>A member's invitation to a wave.</summary>
/// <param name="SurveyKey">The survey's key.</param>
/// <param name="SurveyName">Its name.</param>
/// <param name="Year">The wave's year.</param>
/// <param name="DrawnOn">The day of the draw, when there was one.</param>
/// <param name="Status">Where it stands, as far as staff may see.</param>
/// <param name="ClosesOn">The wave's last day, when set.</param>
/// <param name="IsOpen">True while the wave takes answers.</param>
/// <param name="IsAnonymous">True when the survey promises anonymity.</param>
/// <param name="Messages">Its messages, in the order of the steps.</param>
public sealed record InvitationHistory(
    string SurveyKey, LocalizedText SurveyName, int Year, DateOnly? DrawnOn, ShownStatus Status, DateOnly? ClosesOn, bool IsOpen, bool IsAnonymous,
    ImmutableArray<MessageHistory> Messages)
{
    /// <summary>What may be told of an invitation.</summary>
    internal static ShownStatus Shown(InvitationStatus status, WaveStatus wave, Confidentiality promise) => status switch
    {
        InvitationStatus.OptedOut => ShownStatus.OptedOut,
        _ when wave != WaveStatus.Closed && promise == Confidentiality.Anonymous => ShownStatus.Asked,
        InvitationStatus.Answered => ShownStatus.Answered,
        _ when wave == WaveStatus.Closed => ShownStatus.NotAnswered,
        _ => ShownStatus.Asked,
    };
}

/// <summary>A message of an invitation.</summary>
/// <param name="Step">The step: 0 is the invitation.</param>
/// <param name="Channel">The way; none when no way led to the member.</param>
/// <param name="Language">Its language.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Reason">Why it was not sent; never that the member had answered while that is not told.</param>
/// <param name="SentAt">When it was handed over, UTC.</param>
public sealed record MessageHistory(int Step, ContactChannels Channel, string Language, DeliveryStatus Status, SkipReason Reason, DateTime? SentAt);

/// <summary>A line of the log about the member.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who did it.</param>
/// <param name="Act">What was done.</param>
public sealed record MemberLogLine(DateTime At, string By, AuditAct Act);
