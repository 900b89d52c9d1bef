using KassaSurvey.Domain.Interviewing;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Interviewing;

/// <summary>What an interviewer needs before and during a call; nothing of the answers.</summary>
/// <param name="Invitation">The invitation.</param>
/// <param name="Survey">The survey's name.</param>
/// <param name="Year">The wave's year.</param>
/// <param name="ClosesOn">The last day of answering.</param>
/// <param name="Number">The member's number.</param>
/// <param name="Name">The member's name, when known.</param>
/// <param name="Phone">The number to call, when known.</param>
/// <param name="Language">The member's language.</param>
/// <param name="Status">Where the invitation stands.</param>
/// <param name="Attempts">Earlier calls, latest first.</param>
public sealed record CallCard(
    InvitationId Invitation, LocalizedText Survey, ReportingYear Year, DateOnly? ClosesOn, string Number, string? Name, string? Phone,
    string Language, InvitationStatus Status, IReadOnlyList<CallCard.Attempt> Attempts)
{
    /// <summary>True when the member can be interviewed.</summary>
    public bool IsAnswerable => Status is InvitationStatus.Waiting or InvitationStatus.Started;

    /// <summary>An earlier call.</summary>
    public sealed record Attempt(DateTime At, string By, CallOutcome Outcome, string Note, DateTime? CallAgainAt);
}
