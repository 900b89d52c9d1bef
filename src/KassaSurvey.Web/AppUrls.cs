using System.Globalization;
using KassaSurvey.Web.Components.Dashboards;

namespace KassaSurvey.Web;

/// <summary>The only place that builds addresses, with <see cref="WaveUrls"/> for the pages of a wave.</summary>
public static class AppUrls
{
    /// <summary>The overview: the first page of staff.</summary>
    public const string Overview = "/";

    /// <summary>The fund's surveys and their waves.</summary>
    public const string Surveys = "/surveys";

    /// <summary>The rule of a survey after contacts.</summary>
    public static string Trigger(string survey) => $"{Surveys}/{Uri.EscapeDataString(survey)}/trigger";

    /// <summary>Import of answers and published figures.</summary>
    public const string Imports = "/imports";

    /// <summary>Downloads of reports.</summary>
    public const string Reports = "/reports";

    /// <summary>The people who sign in.</summary>
    public const string People = "/people";

    /// <summary>How the fund shows itself to its members.</summary>
    public const string FundFace = "/administration/fund";

    /// <summary>What people wrote about barriers.</summary>
    public const string Feedback = "/administration/feedback";

    /// <summary>Leads to the accessibility statement of the fund that is meant, as far as that can be told.</summary>
    public const string Accessibility = "/accessibility";

    /// <summary>The part of the site with a fund's colour and logo.</summary>
    public const string Faces = "/fund";

    /// <summary>Tells the statement's page that feedback has been sent.</summary>
    public const string SentParameter = "sent";

    /// <summary>How figures are computed, method by method.</summary>
    public const string Methods = "/methods";

    /// <summary>Calling and interviewing members.</summary>
    public const string Interviews = "/interviews";

    /// <summary>The first-time set-up.</summary>
    public const string Setup = "/setup";

    /// <summary>Signing in.</summary>
    public const string SignIn = "/account/sign-in";

    /// <summary>Signing out (POST).</summary>
    public const string SignOut = "/account/sign-out";

    /// <summary>Changing the own password.</summary>
    public const string Password = "/account/password";

    /// <summary>Told to a person whose roles do not allow a page.</summary>
    public const string AccessDenied = "/account/access-denied";

    /// <summary>What the server's failure looks like to a person.</summary>
    public const string Error = "/error";

    /// <summary>What a wrong address looks like.</summary>
    public const string NotFound = "/not-found";

    /// <summary>What another refusal looks like; {0} is its status code.</summary>
    public const string Status = "/error/{0}";

    /// <summary>Probes of the operating environment.</summary>
    public const string Health = "/health";

    /// <summary>The process answers.</summary>
    public const string HealthLive = "/health/live";

    /// <summary>The process can do its work.</summary>
    public const string HealthReady = "/health/ready";

    /// <summary>The parameter that names the page to come back to.</summary>
    public const string ReturnParameter = "return";

    /// <summary>Tells the sign-in page that the set-up has just been done.</summary>
    public const string SetupParameter = "setup";

    /// <summary>Signing in for the first time.</summary>
    public const string SignInAfterSetup = $"{SignIn}?{SetupParameter}=true";

    /// <summary>A member's link.</summary>
    public static string Survey(string token) => Survey(token, null);

    /// <summary>A member's first page, come to by a letter's code or from the fund's own service.</summary>
    public static string Survey(string token, string? way) => $"/s/{Uri.EscapeDataString(token)}{(way is null ? "" : "/" + way)}";

    /// <summary>Where the code of a letter is typed.</summary>
    public const string Letter = "/code";

    /// <summary>Where the fund's own service sends its members.</summary>
    public const string Portal = "/portal";

    /// <summary>What the fund's own service links to; words in braces stand for its values.</summary>
    public static string PortalPattern(string fundKey) =>
        $"{Portal}/{Uri.EscapeDataString(fundKey)}?member={{member}}&survey={{survey}}&expires={{expires}}&signature={{signature}}";

    /// <summary>The key that the fund's own service signs with.</summary>
    public const string PortalKey = "/administration/portal";

    /// <summary>How often the fund asks a member.</summary>
    public const string ContactPolicy = "/administration/contact-policy";

    /// <summary>Where a member says "no more messages".</summary>
    public static string OptOut(string token) => $"/u/{Uri.EscapeDataString(token)}";

    /// <summary>Says that an opt-out is of every survey of the fund.</summary>
    public const string EverySurvey = "all";

    /// <summary>Where a member says "no more messages of any survey" (POST).</summary>
    public static string OptOutOfAll(string token, string language) => $"{OptOut(token)}{InLanguage(language)}&surveys={EverySurvey}";

    /// <summary>Names a language.</summary>
    public const string LanguageParameter = "language";

    /// <summary>Where gateways report deliveries.</summary>
    public const string Deliveries = "/api/v1/deliveries";

    /// <summary>Where a fund's own systems send members.</summary>
    public const string ApiMembers = "/api/v1/members";

    /// <summary>Where a fund's own systems tell that members were served.</summary>
    public const string ApiContacts = "/api/v1/contacts";

    /// <summary>Where a fund's own systems read results.</summary>
    public const string ApiResults = "/api/v1/results";

    /// <summary>The description of the API for programs; the name is its version.</summary>
    public const string OpenApi = "/openapi/{documentName}.json";

    /// <summary>The keys of the fund's own systems.</summary>
    public const string ApiKeys = "/administration/keys";

    /// <summary>The part of the site that a member's cookie is sent to.</summary>
    public static string Answers(string handle) => $"/answer/{Uri.EscapeDataString(handle)}";

    /// <summary>A page of the questionnaire.</summary>
    public static string Answer(string handle, int page) =>
        string.Create(CultureInfo.InvariantCulture, $"{Answers(handle)}/{page}");

    /// <summary>The thank-you page.</summary>
    public static string Thanks(string handle, string language) => $"{Answers(handle)}/done{InLanguage(language)}";

    /// <summary>Erasing an answer with its receipt code.</summary>
    public const string Receipt = "/receipt";

    /// <summary>The same, in a language.</summary>
    public static string ReceiptIn(string language) => Receipt + InLanguage(language);

    /// <summary>The same page in another language.</summary>
    public static string InLanguage(string language) => $"?language={language}";

    /// <summary>A fund's accessibility statement.</summary>
    public static string AccessibilityOf(string fundKey, string language) =>
        $"{Accessibility}/{Uri.EscapeDataString(fundKey)}{InLanguage(language)}";

    /// <summary>The statement after feedback has been sent.</summary>
    public static string FeedbackSent(string fundKey, string language) => $"{AccessibilityOf(fundKey, language)}&{SentParameter}=true";

    /// <summary>The stylesheet with a fund's colour; the version changes with it.</summary>
    public static string FaceStyle(string fundKey, string version) => $"{Faces}/{Uri.EscapeDataString(fundKey)}/{version}.css";

    /// <summary>A fund's logo; the version changes with it.</summary>
    public static string Logo(string fundKey, string version) => $"{Faces}/{Uri.EscapeDataString(fundKey)}/logo-{version}";

    /// <summary>The members' first page as it looks now, for the person who changes it.</summary>
    public static string FacePreview(string language) => $"{FundFace}/preview{InLanguage(language)}";

    /// <summary>Chooses the language of the staff pages and comes back.</summary>
    public static string UseLanguage(string language, string back) => $"/preferences/language/{language}{Returning(back)}";

    /// <summary>Chooses light, dark or the system's own and comes back.</summary>
    public static string UseTheme(string theme, string back) => $"/preferences/theme/{theme}{Returning(back)}";

    /// <summary>The overview of a year, a comparison and a population.</summary>
    public static string OverviewOf(OverviewAddress address) => Overview + QueryOf(address, ("careless", address.Careless));

    /// <summary>How one method works.</summary>
    public static string Method(string name) => $"{Methods}/{Uri.EscapeDataString(name)}";

    /// <summary>The report of what the overview shows, in a format and a language. It always counts everybody, so its address says nothing of the careless.</summary>
    /// <param name="address">Year, comparison and population.</param>
    /// <param name="format">The format's name.</param>
    /// <param name="language">The report's language.</param>
    /// <param name="chapters">Names of chapters, with commas; null = all.</param>
    public static string Report(OverviewAddress address, string format, string language, string? chapters = null, string? segments = null, bool isPreview = false) =>
        $"{Reports}/{format}{QueryOf(address, ("language", language), ("chapters", chapters), ("segments", segments), ("preview", isPreview ? "true" : null))}";

    /// <summary>The address when it is a page of this site, else the overview: a link cannot send a person elsewhere.</summary>
    public static string LocalOrOverview(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal)
        && !address.Contains('\\', StringComparison.Ordinal) && !address.Any(char.IsControl)
            ? address
            : Overview;

    /// <summary>What a page of results is about, as the end of its address, with what the page adds; absent parts are left out.</summary>
    internal static string QueryOf(OverviewAddress address, params ReadOnlySpan<(string Name, string? Value)> more)
    {
        var parameters = new List<KeyValuePair<string, string?>>
        {
            new("survey", address.Survey),
            new("year", address.Year?.ToString(CultureInfo.InvariantCulture)),
            new("compare", address.Compare),
        };
        parameters.AddRange(address.Where.Select(condition => KeyValuePair.Create("where", (string?)condition)));
        foreach (var (name, value) in more)
        {
            parameters.Add(new(name, value));
        }

        return QueryString.Create(parameters.Where(parameter => parameter.Value is not null)).ToUriComponent();
    }

    private static string Returning(string back) => $"?{ReturnParameter}={Uri.EscapeDataString(back)}";
}
