namespace KassaSurvey.Domain.Members;

/// <summary>Where a letter goes.</summary>
/// <param name="Street">Street and number, or a box.</param>
/// <param name="PostalCode">Postal code as written in the country.</param>
/// <param name="City">Post town.</param>
public sealed record PostalAddress(string Street, string PostalCode, string City)
{
    /// <summary>Longest part, in characters.</summary>
    public const int LongestPart = 120;
}
