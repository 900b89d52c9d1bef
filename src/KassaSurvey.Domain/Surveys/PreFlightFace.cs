using KassaSurvey.Domain.Organisation;

namespace KassaSurvey.Domain.Surveys;

/// <summary>What members see of the fund, as far as a wave cannot open without it.</summary>
/// <param name="PrivacyText">How the answers are treated; null while the fund has no place to write it.</param>
/// <param name="Colour">The fund's colour as #rrggbb; null for the product's own.</param>
/// <param name="ContactEmail">Whom members can ask.</param>
public sealed record PreFlightFace(LocalizedText? PrivacyText, string? Colour, string ContactEmail)
{
    /// <summary>The face of a fund.</summary>
    public static PreFlightFace Of(Fund fund) => new(null, null, fund.ContactEmail);
}
