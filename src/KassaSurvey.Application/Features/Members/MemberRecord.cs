using System.Collections.Immutable;
using KassaSurvey.Domain.Interviewing;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Sampling;

namespace KassaSurvey.Application.Features.Members;

/// <summary>All that is held of a member, for the member's own request (GDPR art. 15).</summary>
/// <param name="Fund">The fund's key.</param>
/// <param name="WrittenOn">The day it was put together.</param>
/// <param name="Member">The member with the invitations and their messages.</param>
/// <param name="Calls">Phone calls that did not end in an answer.</param>
/// <param name="PassedOver">Waves whose draw left the member out.</param>
/// <param name="Contacts">When the fund told that it had served the member, and how.</param>
/// <param name="TiedResponses">How many submitted answers are tied to the member, in surveys that promise confidentiality and not anonymity.</param>
/// <param name="Tied">These answers; empty for viewers who may not hand them out.</param>
public sealed record MemberRecord(
    string Fund, DateOnly WrittenOn, MemberView Member, ImmutableArray<RecordedCall> Calls, ImmutableArray<RecordedExclusion> PassedOver,
    ImmutableArray<ContactFacts> Contacts, int TiedResponses, ImmutableArray<RecordedAnswer> Tied)
{
    /// <summary>What is not here, and why; in English, as the file's other words are.</summary>
    public static string NotHere =>
        "Answers submitted to a survey that promises anonymity cannot be found by anybody: nothing leads from a member to them. "
        + "An answer that is not submitted yet can be seen with the member's own link. "
        + "Whether an anonymous survey has been answered is told when it is closed.";
}

/// <summary>A phone call.</summary>
/// <param name="Survey">The survey's key.</param>
/// <param name="Year">The wave's year.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">The interviewer.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Note">What the next caller should know.</param>
public sealed record RecordedCall(string Survey, int Year, DateTime At, string By, CallOutcome Outcome, string Note);

/// <summary>A wave whose draw left the member out.</summary>
/// <param name="Survey">The survey's key.</param>
/// <param name="Year">The wave's year.</param>
/// <param name="Reason">Why.</param>
public sealed record RecordedExclusion(string Survey, int Year, ExclusionReason Reason);

/// <summary>An answer that is tied to the member.</summary>
/// <param name="Survey">The survey's key.</param>
/// <param name="Year">The wave's year.</param>
/// <param name="Question">The question's code.</param>
/// <param name="Code">The rating, yes (1) or no (0), the option's number, or the chosen options as bits; 0 for a number or words.</param>
/// <param name="Number">The value of a number question.</param>
/// <param name="Text">The member's own words.</param>
public sealed record RecordedAnswer(string Survey, int Year, string Question, int Code, double? Number, string? Text);
