using System.Globalization;

namespace KassaSurvey.Web;

/// <summary>The only place that builds addresses.</summary>
public static class AppUrls
{
    /// <summary>A member's link.</summary>
    public static string Survey(string token) => $"/s/{Uri.EscapeDataString(token)}";

    /// <summary>The part of the site that a member's cookie is sent to.</summary>
    public static string Answers(string handle) => $"/answer/{Uri.EscapeDataString(handle)}";

    /// <summary>A page of the questionnaire.</summary>
    public static string Answer(string handle, int page) =>
        string.Create(CultureInfo.InvariantCulture, $"{Answers(handle)}/{page}");

    /// <summary>The thank-you page.</summary>
    public static string Thanks(string handle, string language) => $"{Answers(handle)}/done{InLanguage(language)}";

    /// <summary>The same page in another language.</summary>
    public static string InLanguage(string language) => $"?language={language}";
}
