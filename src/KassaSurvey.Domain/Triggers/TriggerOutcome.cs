namespace KassaSurvey.Domain.Triggers;

/// <summary>What came of a contact when its turn had come. The numbers from 1 to 7 are those of <see cref="Sampling.ExclusionReason"/>.</summary>
public enum TriggerOutcome
{
    /// <summary>The member was asked.</summary>
    Asked = 0,

    /// <summary>Has died.</summary>
    Deceased = 1,

    /// <summary>Under a protection order.</summary>
    Protected = 2,

    /// <summary>No longer a member.</summary>
    Left = 3,

    /// <summary>Does not want to be asked by any way.</summary>
    Refused = 4,

    /// <summary>Neither an e-mail address nor a phone number that is known, working and not refused.</summary>
    Unreachable = 5,

    /// <summary>Asked about a contact in this wave already.</summary>
    AlreadyInvited = 6,

    /// <summary>Asked within the months of peace of the fund, or within the days of the rule.</summary>
    AskedRecently = 7,

    /// <summary>The contact was known too late to ask about it.</summary>
    TooLongAgo = 8,
}
