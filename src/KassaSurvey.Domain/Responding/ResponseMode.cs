namespace KassaSurvey.Domain.Responding;

/// <summary>How a response was collected.</summary>
public static class ResponseMode
{
    /// <summary>In a browser.</summary>
    public const string Web = "web";

    /// <summary>On the phone.</summary>
    public const string Phone = "phone";

    /// <summary>On paper.</summary>
    public const string Paper = "paper";

    /// <summary>Not known.</summary>
    public const string Unknown = "unknown";

    /// <summary>All modes.</summary>
    public static IReadOnlyList<string> All { get; } = [Web, Phone, Paper, Unknown];
}
