namespace KassaSurvey.Domain.Members;

/// <summary>Ways to ask a member; a set of them.</summary>
[Flags]
public enum ContactChannels
{
    /// <summary>No way.</summary>
    None = 0,

    /// <summary>E-mail.</summary>
    Email = 1,

    /// <summary>Text message.</summary>
    Sms = 2,

    /// <summary>Letter on paper.</summary>
    Letter = 4,

    /// <summary>Phone call by an interviewer.</summary>
    Phone = 8,

    /// <summary>Every way.</summary>
    All = Email | Sms | Letter | Phone,
}
