namespace KassaSurvey.Domain.Primitives;

/// <summary>The four languages of the product, as ISO 639-1 codes.</summary>
public static class Languages
{
    /// <summary>Finnish.</summary>
    public const string Finnish = "fi";

    /// <summary>Swedish.</summary>
    public const string Swedish = "sv";

    /// <summary>Danish.</summary>
    public const string Danish = "da";

    /// <summary>English.</summary>
    public const string English = "en";

    /// <summary>All four, in the order shown.</summary>
    public static IReadOnlyList<string> All { get; } = [Finnish, Swedish, Danish, English];

    /// <summary>True for one of the four codes.</summary>
    public static bool IsKnown(string? code) => code is Finnish or Swedish or Danish or English;

    /// <summary>The language's name in itself.</summary>
    public static string OwnName(string code) => code switch
    {
        Finnish => "Suomi",
        Swedish => "Svenska",
        Danish => "Dansk",
        _ => "English",
    };
}
