using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Responding;

/// <summary>What a genuine link leads to on a day.</summary>
public enum LinkStanding
{
    /// <summary>The member can start.</summary>
    Waiting,

    /// <summary>The member has started and can go on.</summary>
    InProgress,

    /// <summary>The member has submitted.</summary>
    Answered,

    /// <summary>The member does not want to be asked.</summary>
    OptedOut,

    /// <summary>The wave is not in the field yet.</summary>
    NotOpenYet,

    /// <summary>The last day is over.</summary>
    Closed,
}

/// <summary>A genuine link as found in the database, in one small row.</summary>
/// <param name="InvitationId">The invitation.</param>
/// <param name="FundId">Its fund.</param>
/// <param name="WaveId">Its wave.</param>
/// <param name="Revision">The wave's revision.</param>
/// <param name="WaveStatus">Draft, open or closed.</param>
/// <param name="ClosesOn">Last day of answering.</param>
/// <param name="Status">Where the invitation stands.</param>
/// <param name="Language">The language of the answer in progress, else of the invitation.</param>
/// <param name="ResponseId">The answer in progress.</param>
/// <param name="Mode">How it is being answered; null before the start.</param>
public sealed record MemberLink(
    InvitationId InvitationId,
    FundId FundId,
    WaveId WaveId,
    int Revision,
    WaveStatus WaveStatus,
    DateOnly? ClosesOn,
    InvitationStatus Status,
    string Language,
    ResponseId? ResponseId,
    string? Mode)
{
    /// <summary>What the link leads to on this day. A submitted answer is thanked for, also after the last day.</summary>
    public LinkStanding On(DateOnly today) => (Status, WaveStatus) switch
    {
        (InvitationStatus.Answered, _) => LinkStanding.Answered,
        (_, WaveStatus.Draft) => LinkStanding.NotOpenYet,
        (_, WaveStatus.Closed) => LinkStanding.Closed,
        _ when ClosesOn is { } last && today > last => LinkStanding.Closed,
        (InvitationStatus.OptedOut, _) => LinkStanding.OptedOut,
        (InvitationStatus.Started, _) => LinkStanding.InProgress,
        _ => LinkStanding.Waiting,
    };
}
