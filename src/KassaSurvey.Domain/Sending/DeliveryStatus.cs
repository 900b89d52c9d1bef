namespace KassaSurvey.Domain.Sending;

/// <summary>Where a message stands, as staff read it.</summary>
public enum DeliveryStatus
{
    /// <summary>Waits for its time, or for another try.</summary>
    Planned = 1,

    /// <summary>Being handed over at this moment.</summary>
    Sending = 2,

    /// <summary>Handed over to the mail server, the gateway or the printer.</summary>
    Sent = 3,

    /// <summary>Reported as delivered.</summary>
    Delivered = 4,

    /// <summary>Came back for good: there is no such address.</summary>
    BouncedPermanently = 5,

    /// <summary>Reported as delayed; it may still arrive.</summary>
    BouncedTemporarily = 6,

    /// <summary>The member said "no more messages" to this one.</summary>
    OptedOut = 7,

    /// <summary>Not sent, for the reason kept.</summary>
    Skipped = 8,

    /// <summary>Given up after the last try, or refused by the server for another reason than the address.</summary>
    Failed = 9,
}

/// <summary>Why a message was not sent.</summary>
public enum SkipReason
{
    /// <summary>It was not skipped.</summary>
    None = 0,

    /// <summary>The member had answered.</summary>
    Answered = 1,

    /// <summary>The member had opted out.</summary>
    OptedOut = 2,

    /// <summary>The member has left, has died or is protected.</summary>
    NotActive = 3,

    /// <summary>None of the step's ways leads to the member.</summary>
    NoChannel = 4,

    /// <summary>The wave was closed, or its last day was over.</summary>
    WaveClosed = 5,
}
