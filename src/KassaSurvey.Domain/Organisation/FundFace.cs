using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Organisation;

/// <summary>
/// How a fund shows itself to its members: logo, colour, contact and its own words. A fund without one is shown with the product's
/// colour and words.
/// </summary>
public sealed class FundFace : IFundOwned
{
    private byte[] _logo = [];

    private FundFace()
    {
    }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>Grows with each change; guards against two people editing at once.</summary>
    public int Revision { get; private set; }

    /// <summary>The fund's colour as #rrggbb; empty for the product's own.</summary>
    public string Colour { get; private set; } = "";

    /// <summary>Media type of the logo; empty when there is none.</summary>
    public string LogoType { get; private set; } = "";

    /// <summary>Name of the person or desk that answers questions about the survey.</summary>
    public string ContactName { get; private set; } = "";

    /// <summary>Phone number of the contact.</summary>
    public string ContactPhone { get; private set; } = "";

    /// <summary>Where the member goes on after answering: the fund's own service, as an https address.</summary>
    public string ServiceAddress { get; private set; } = "";

    /// <summary>Where the fund works: one of <see cref="Organisation.Country.All"/>, or empty for the country of its language.</summary>
    public string Country { get; private set; } = "";

    /// <summary>The fund's answer to "why you?".</summary>
    public LocalizedText WhyYou { get; private set; } = LocalizedText.Empty;

    /// <summary>Who may see the results, in the fund's words.</summary>
    public LocalizedText WhoSees { get; private set; } = LocalizedText.Empty;

    /// <summary>The fund's privacy notice.</summary>
    public LocalizedText PrivacyNotice { get; private set; } = LocalizedText.Empty;

    /// <summary>Known shortcomings in accessibility; empty when none are known.</summary>
    public LocalizedText KnownDeficiencies { get; private set; } = LocalizedText.Empty;

    /// <summary>The day the accessibility statement was last looked through.</summary>
    public DateOnly? StatementOn { get; private set; }

    /// <summary>The logo, or null.</summary>
    public LogoFile? Logo => LogoType.Length > 0 && LogoFile.Read(_logo) is { IsSuccess: true, Value: var logo } ? logo : null;

    /// <summary>The colour, or null for the product's own.</summary>
    public FundColour? OwnColour => Colour.Length > 0 && FundColour.Parse(Colour) is { IsSuccess: true, Value: var colour } ? colour : null;

    /// <summary>The face of a fund that has not made one yet.</summary>
    public static FundFace Create(FundId fund) => new() { FundId = fund };

    /// <summary>Changes words and colour.</summary>
    /// <returns>Done, or what is wrong with the colour.</returns>
    public Result Change(FundFaceContent content)
    {
        var colour = content.Colour.Trim();
        if (colour.Length > 0 && FundColour.Parse(colour) is { IsSuccess: false } refused)
        {
            return Result.Failed(refused.Errors);
        }

        (Colour, ContactName, ContactPhone) = (colour.ToLowerInvariant(), content.ContactName.Trim(), content.ContactPhone.Trim());
        (ServiceAddress, Country, StatementOn) = (content.ServiceAddress.Trim(), content.Country, content.StatementOn);
        (WhyYou, WhoSees) = (content.WhyYou, content.WhoSees);
        (PrivacyNotice, KnownDeficiencies) = (content.PrivacyNotice, content.KnownDeficiencies);
        Revision++;
        return Result.Done;
    }

    /// <summary>Takes a logo, or takes it away.</summary>
    public void ChangeLogo(LogoFile? logo)
    {
        (_logo, LogoType) = (logo is null ? [] : [.. logo.Bytes], logo?.MediaType ?? "");
        Revision++;
    }
}

/// <summary>What an admin writes of a fund's face, apart from the logo.</summary>
/// <param name="Colour">#rrggbb or empty.</param>
/// <param name="ContactName">Who answers questions.</param>
/// <param name="ContactPhone">Phone number.</param>
/// <param name="ServiceAddress">https address of the fund's own service, or empty.</param>
/// <param name="Country">ISO code or empty.</param>
/// <param name="WhyYou">Answer to "why you?".</param>
/// <param name="WhoSees">Who may see the results.</param>
/// <param name="PrivacyNotice">Privacy notice.</param>
/// <param name="KnownDeficiencies">Known shortcomings in accessibility.</param>
/// <param name="StatementOn">Day of the accessibility statement.</param>
public sealed record FundFaceContent(
    string Colour, string ContactName, string ContactPhone, string ServiceAddress, string Country, LocalizedText WhyYou,
    LocalizedText WhoSees, LocalizedText PrivacyNotice, LocalizedText KnownDeficiencies, DateOnly? StatementOn)
{
    /// <summary>Nothing written yet.</summary>
    public static FundFaceContent Empty { get; } =
        new("", "", "", "", "", LocalizedText.Empty, LocalizedText.Empty, LocalizedText.Empty, LocalizedText.Empty, null);

    /// <summary>What a face says now.</summary>
    public static FundFaceContent Of(FundFace face) => new(
        face.Colour, face.ContactName, face.ContactPhone, face.ServiceAddress, face.Country, face.WhyYou, face.WhoSees, face.PrivacyNotice,
        face.KnownDeficiencies, face.StatementOn);
}
