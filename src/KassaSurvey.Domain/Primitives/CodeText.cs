using System.Text.RegularExpressions;

namespace KassaSurvey.Domain.Primitives;

/// <summary>The rules for codes and keys that people type, export and put in addresses.</summary>
public static partial class CodeText
{
    /// <summary>The longest question, area, option or segment code.</summary>
    public const int MaximumLength = 64;

    /// <summary>True for a code as SPSS, R and Stata accept it: a letter, then letters, digits or underscores.</summary>
    public static bool IsCode(string? text) => text is not null && Code().IsMatch(text);

    /// <summary>True for a key in an address: lower-case letters, digits and hyphens.</summary>
    public static bool IsKey(string? text) => text is not null && Key().IsMatch(text);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{0,63}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
