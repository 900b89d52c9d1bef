namespace KassaSurvey.Domain.Responding;

/// <summary>How a response was collected.</summary>
public static class ResponseMode
{
    /// <summary>In a browser, by the link of a message.</summary>
    public const string Web = "web";

    /// <summary>In a browser, by the code of a letter.</summary>
    public const string Letter = "letter";

    /// <summary>In a browser, from the fund's own service.</summary>
    public const string Portal = "portal";

    /// <summary>On the phone.</summary>
    public const string Phone = "phone";

    /// <summary>On paper.</summary>
    public const string Paper = "paper";

    /// <summary>Not known.</summary>
    public const string Unknown = "unknown";

    /// <summary>All modes.</summary>
    public static IReadOnlyList<string> All { get; } = [Web, Letter, Portal, Phone, Paper, Unknown];
}
