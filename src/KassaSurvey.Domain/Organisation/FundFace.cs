using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Organisation;

/// <summary>What members see of the fund, as far as a wave cannot open without it.</summary>
/// <param name="PrivacyText">How the answers are treated; null while the fund has no place to write it.</param>
/// <param name="Colour">The fund's colour as #rrggbb; null for the product's own.</param>
/// <param name="ContactEmail">Whom members can ask.</param>
public sealed record FundFace(LocalizedText? PrivacyText, string? Colour, string ContactEmail)
{
    /// <summary>The face of a fund.</summary>
    public static FundFace Of(Fund fund) => new(null, null, fund.ContactEmail);
}
