using KassaSurvey.Application.Features.Face;
using KassaSurvey.Domain.Organisation;

namespace KassaSurvey.Web.Components.Administration;

/// <summary>The fund's face while it is edited.</summary>
public sealed class FaceDraft
{
    private readonly int _revision;

    /// <summary>Starts from what is stored.</summary>
    public FaceDraft(GetFundFace.View view)
    {
        var content = view.Content;
        (_revision, FundKey, Logo, ContactEmail) = (view.Revision, view.FundKey, view.Logo, view.ContactEmail);
        (Colour, ContactName, ContactPhone) = (content.Colour, content.ContactName, content.ContactPhone);
        (ServiceAddress, StatementOn) = (content.ServiceAddress, content.StatementOn);
        Country = content.Country.Length > 0 ? content.Country : Domain.Organisation.Country.Of(view.DefaultLanguage);
        (Name, WhyYou, WhoSees) = (new(view.Name), new(content.WhyYou), new(content.WhoSees));
        (PrivacyNotice, KnownDeficiencies) = (new(content.PrivacyNotice), new(content.KnownDeficiencies));
    }

    /// <summary>The fund's name in addresses.</summary>
    public string FundKey { get; }

    /// <summary>The stored logo.</summary>
    public LogoFile? Logo { get; }

    /// <summary>The fund's name.</summary>
    public LanguageDraft Name { get; }

    /// <summary>Answer to "why you?".</summary>
    public LanguageDraft WhyYou { get; }

    /// <summary>Who may see the results.</summary>
    public LanguageDraft WhoSees { get; }

    /// <summary>Privacy notice.</summary>
    public LanguageDraft PrivacyNotice { get; }

    /// <summary>Known shortcomings in accessibility.</summary>
    public LanguageDraft KnownDeficiencies { get; }

    /// <summary>#rrggbb or empty.</summary>
    public string Colour { get; set; }

    /// <summary>Who answers questions.</summary>
    public string ContactName { get; set; }

    /// <summary>Phone number.</summary>
    public string ContactPhone { get; set; }

    /// <summary>E-mail address.</summary>
    public string ContactEmail { get; set; }

    /// <summary>Address of the fund's own service.</summary>
    public string ServiceAddress { get; set; }

    /// <summary>Country of the supervisory authority.</summary>
    public string Country { get; set; }

    /// <summary>Day of the accessibility statement.</summary>
    public DateOnly? StatementOn { get; set; }

    /// <summary>A logo chosen and not saved yet.</summary>
    public LogoFile? NewLogo { get; set; }

    /// <summary>True when the stored logo is to go.</summary>
    public bool RemovesLogo { get; set; }

    /// <summary>What to save.</summary>
    public UpdateFundFace.Command ToCommand() => new(
        _revision, Name.ToText(), ContactEmail,
        new(Colour, ContactName, ContactPhone, ServiceAddress, Country, WhyYou.ToText(), WhoSees.ToText(), PrivacyNotice.ToText(),
            KnownDeficiencies.ToText(), StatementOn),
        NewLogo?.Bytes.AsMemory(), RemovesLogo);
}
