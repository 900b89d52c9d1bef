namespace KassaSurvey.Domain.Keys;

/// <summary>What a fund's own system may do with an API key; a set.</summary>
[Flags]
public enum ApiScopes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Send members.</summary>
    Members = 1,

    /// <summary>Tell that members were served.</summary>
    Contacts = 2,

    /// <summary>Report what became of messages.</summary>
    Deliveries = 4,

    /// <summary>Read the results of closed waves, with the rules of disclosure; never an answer.</summary>
    Results = 8,
}
