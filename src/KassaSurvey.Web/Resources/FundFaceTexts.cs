namespace KassaSurvey.Web.Resources;

/// <summary>Keys of the texts of the page on which the fund's face is changed.</summary>
public sealed class FundFaceTexts
{
    public const string Title = nameof(Title);
    public const string Lead = nameof(Lead);
    public const string Preview = nameof(Preview);
    public const string PreviewHint = nameof(PreviewHint);
    public const string LookSection = nameof(LookSection);
    public const string Logo = nameof(Logo);
    public const string LogoHint = nameof(LogoHint);
    public const string NewLogo = nameof(NewLogo);
    public const string RemoveLogo = nameof(RemoveLogo);
    public const string Colour = nameof(Colour);
    public const string ColourHint = nameof(ColourHint);
    public const string PickColour = nameof(PickColour);
    public const string ContrastGood = nameof(ContrastGood);
    public const string ContrastDark = nameof(ContrastDark);
    public const string SampleButton = nameof(SampleButton);
    public const string SampleLink = nameof(SampleLink);
    public const string LightSample = nameof(LightSample);
    public const string DarkSample = nameof(DarkSample);
    public const string WordsSection = nameof(WordsSection);
    public const string WordsHint = nameof(WordsHint);
    public const string FundName = nameof(FundName);
    public const string WhyYou = nameof(WhyYou);
    public const string WhoSees = nameof(WhoSees);
    public const string PrivacyNotice = nameof(PrivacyNotice);
    public const string Missing = nameof(Missing);
    public const string ContactSection = nameof(ContactSection);
    public const string ContactName = nameof(ContactName);
    public const string ContactPhone = nameof(ContactPhone);
    public const string ContactEmail = nameof(ContactEmail);
    public const string ServiceAddress = nameof(ServiceAddress);
    public const string ServiceAddressHint = nameof(ServiceAddressHint);
    public const string StatementSection = nameof(StatementSection);
    public const string Statement = nameof(Statement);
    public const string Country = nameof(Country);
    public const string CountryFI = nameof(CountryFI);
    public const string CountrySE = nameof(CountrySE);
    public const string CountryDK = nameof(CountryDK);
    public const string StatementOn = nameof(StatementOn);
    public const string StatementOnHint = nameof(StatementOnHint);
    public const string KnownDeficiencies = nameof(KnownDeficiencies);
    public const string Save = nameof(Save);
    public const string Saved = nameof(Saved);
    public const string Reload = nameof(Reload);
    public const string PromiseSection = nameof(PromiseSection);
    public const string PromiseHint = nameof(PromiseHint);
    public const string PromiseAnonymous = nameof(PromiseAnonymous);
    public const string PromiseConfidential = nameof(PromiseConfidential);
    public const string PromiseFixed = nameof(PromiseFixed);
}
