using System.Security.Cryptography;
using System.Text;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Face;

/// <summary>What everybody may see of a fund. Immutable; shared between requests.</summary>
/// <param name="FundId">The fund.</param>
/// <param name="FundKey">Its name in addresses.</param>
/// <param name="DefaultLanguage">Its own language.</param>
/// <param name="Name">Its name.</param>
/// <param name="ContactEmail">Whom members can ask.</param>
/// <param name="Words">Its own words.</param>
/// <param name="Colour">Its colour, or null for the product's.</param>
/// <param name="Logo">Its logo, or null.</param>
public sealed record PublicFace(
    FundId FundId, string FundKey, string DefaultLanguage, LocalizedText Name, string ContactEmail, FundFaceContent Words, FundColour? Colour,
    LogoFile? Logo)
{
    private const int VersionBytes = 6;

    /// <summary>The country whose authority supervises its pages.</summary>
    public string Country => Words.Country.Length > 0 ? Words.Country : Domain.Organisation.Country.Of(DefaultLanguage);

    /// <summary>Changes with the colour; part of the stylesheet's address, so that browsers may keep it for good.</summary>
    public string StyleVersion { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Colour}")).AsSpan(0, VersionBytes));

    /// <summary>The face of a fund; a fund without one has the product's colour and words.</summary>
    public static PublicFace Of(Fund fund, FundFace? face) => new(
        fund.Id, fund.Key, fund.DefaultLanguage, fund.Name, fund.ContactEmail,
        face is null ? FundFaceContent.Empty : FundFaceContent.Of(face), face?.OwnColour, face?.Logo);
}
