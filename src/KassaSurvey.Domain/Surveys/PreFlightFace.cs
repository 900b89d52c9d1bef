using KassaSurvey.Domain.Organisation;

namespace KassaSurvey.Domain.Surveys;

/// <summary>What members see of the fund, as far as a wave cannot open without it.</summary>
/// <param name="PrivacyText">How the answers are treated.</param>
/// <param name="Colour">The fund's colour; null for the product's own.</param>
/// <param name="ContactEmail">Whom members can ask.</param>
public sealed record PreFlightFace(LocalizedText PrivacyText, FundColour? Colour, string ContactEmail)
{
    /// <summary>The face of a fund; null for a fund that has not written its own words yet.</summary>
    public static PreFlightFace Of(Fund fund, FundFace? face) =>
        new(face?.PrivacyNotice ?? LocalizedText.Empty, face?.OwnColour, fund.ContactEmail);
}
