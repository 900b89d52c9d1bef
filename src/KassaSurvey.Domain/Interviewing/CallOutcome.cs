namespace KassaSurvey.Domain.Interviewing;

/// <summary>
/// What came of a phone call to a member who has not answered. A completed interview is none of these: it leaves no trace of a call,
/// because the few members interviewed on one day could be matched with the few phone answers of that day.
/// </summary>
public enum CallOutcome
{
    /// <summary>Broke off in the middle; the answers so far are kept, the member can go on later.</summary>
    BrokenOff = 1,

    /// <summary>Does not want to take part.</summary>
    Refused = 2,

    /// <summary>Asked to be called at another time.</summary>
    CallAgain = 3,

    /// <summary>Nobody answered.</summary>
    NoAnswer = 4,

    /// <summary>The line was busy.</summary>
    Busy = 5,

    /// <summary>A voice mailbox answered.</summary>
    VoiceMail = 6,

    /// <summary>Somebody else answered and the member was not there.</summary>
    NotAvailable = 7,

    /// <summary>The number is not the member's, or not in use.</summary>
    WrongNumber = 8,

    /// <summary>No language in common.</summary>
    LanguageProblem = 9,

    /// <summary>The member cannot take part, because of an illness for example.</summary>
    NotAble = 10,

    /// <summary>The member has died.</summary>
    Deceased = 11,
}

/// <summary>What an outcome of a call means for counting and for calling again.</summary>
public static class CallOutcomes
{
    /// <summary>All outcomes, in the order an interviewer meets them.</summary>
    public static IReadOnlyList<CallOutcome> All { get; } = Enum.GetValues<CallOutcome>();

    /// <summary>
    /// The final disposition code of AAPOR's Standard Definitions for samples of specifically named persons: the register says that
    /// the member exists, so a number without an answer is an eligible non-contact (2.2), not a case of unknown eligibility.
    /// </summary>
    public static string DispositionCode(this CallOutcome outcome) => outcome switch
    {
        CallOutcome.BrokenOff => "2.12",
        CallOutcome.Refused => "2.111",
        CallOutcome.CallAgain or CallOutcome.NotAvailable => "2.21",
        CallOutcome.NoAnswer or CallOutcome.Busy => "2.20",
        CallOutcome.VoiceMail => "2.221",
        CallOutcome.WrongNumber => "3.30",
        CallOutcome.LanguageProblem => "2.333",
        CallOutcome.NotAble => "2.32",
        CallOutcome.Deceased => "2.31",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not an outcome."),
    };

    /// <summary>True when the member must not be called again in this wave.</summary>
    public static bool EndsCalling(this CallOutcome outcome) => outcome is
        CallOutcome.Refused or CallOutcome.WrongNumber or CallOutcome.LanguageProblem
        or CallOutcome.NotAble or CallOutcome.Deceased;
}
