namespace KassaSurvey.Application.Features.Sending;

/// <summary>What a server said to a message.</summary>
public enum HandOverOutcome
{
    /// <summary>It has it.</summary>
    Accepted,

    /// <summary>Not now: worth another try.</summary>
    NotNow,

    /// <summary>The server itself cannot be reached, and has seen nothing of the message.</summary>
    NoServer,

    /// <summary>There is no such recipient.</summary>
    NoSuchRecipient,

    /// <summary>It does not take this message, whoever it is for.</summary>
    Refused,
}

/// <summary>What a server said, and what it calls the message.</summary>
public readonly record struct HandOver(HandOverOutcome Outcome, string Reference = "");
