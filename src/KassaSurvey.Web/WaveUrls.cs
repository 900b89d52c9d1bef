using System.Globalization;
using KassaSurvey.Domain.Sending;
using KassaSurvey.Web.Components.Authoring;

namespace KassaSurvey.Web;

/// <summary>Addresses of the pages of a wave and of places in them.</summary>
public static class WaveUrls
{
    /// <summary>The part of sending that settles steps and hours.</summary>
    public const string SendingPlanPart = "plan";

    /// <summary>The part of sending with the words of the messages.</summary>
    public const string SendingMessagesPart = "messages";

    /// <summary>The part of sending with each message and what became of it.</summary>
    public const string SendingLogPart = "log";

    /// <summary>Names the standing of the messages that are listed.</summary>
    public const string StatusParameter = "status";

    /// <summary>Names a page of a list.</summary>
    public const string PageParameter = "page";

    /// <summary>Names a part of a page.</summary>
    public const string PartParameter = "part";

    /// <summary>Names a step of sending.</summary>
    public const string StepParameter = "message";

    /// <summary>Names a way of sending.</summary>
    public const string WayParameter = "way";

    /// <summary>How and when the members of a wave are asked.</summary>
    public static string Sending(string survey, int year, string? part = null) =>
        string.Create(CultureInfo.InvariantCulture, $"/surveys/{Uri.EscapeDataString(survey)}/{year}/sending") + (part is null ? "" : $"?{PartParameter}={part}");

    /// <summary>A page of the messages of a wave.</summary>
    /// <param name="survey">The survey's key.</param>
    /// <param name="year">The wave's year.</param>
    /// <param name="status">Only messages that stand so; null = all.</param>
    /// <param name="page">The page, from 1.</param>
    public static string SendingLog(string survey, int year, DeliveryStatus? status, int page) =>
        Sending(survey, year, SendingLogPart) + (status is { } only ? $"&{StatusParameter}={only}" : "")
        + (page == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"&{PageParameter}={page}"));

    /// <summary>A step's letters for the printer.</summary>
    public static string Letters(string survey, int year, int step, string format) =>
        string.Create(CultureInfo.InvariantCulture, $"/surveys/{Uri.EscapeDataString(survey)}/{year}/letters/{step}.{format}");

    /// <summary>The words of one message.</summary>
    public static string SendingMessage(string survey, int year, int step, string way, string language) =>
        Sending(survey, year, SendingMessagesPart)
        + string.Create(CultureInfo.InvariantCulture, $"&{StepParameter}={step}&{WayParameter}={way}&{AppUrls.LanguageParameter}={language}");

    /// <summary>A wave's page; a step of it, a place in that step and the language of the texts shown.</summary>
    public static string Wave(string survey, int year, string? step = null, string? anchor = null, string? language = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{AppUrls.Surveys}/{Uri.EscapeDataString(survey)}/{year}")
        + (step is null ? "" : $"?step={step}") + (language is null ? "" : $"&language={language}") + (anchor is null ? "" : $"#{anchor}");

    /// <summary>Asks the translations for the texts that are missing or changed.</summary>
    public const string OpenTexts = "open";

    /// <summary>Asks the preview for the width of a desktop.</summary>
    public const string DesktopWidth = "desktop";

    /// <summary>The translations of a wave to a language.</summary>
    public static string Translation(string survey, int year, string to, bool openOnly) =>
        $"{Wave(survey, year, WaveStep.Translate)}&to={to}{(openOnly ? $"&show={OpenTexts}" : "")}";

    /// <summary>A wave's file for a translator.</summary>
    public static string TranslationFile(string survey, int year) => $"{Wave(survey, year)}/translations";

    /// <summary>The preview of a wave at a page, in a language and at a width.</summary>
    public static string PreviewStep(string survey, int year, int? page, string language, string? width) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Wave(survey, year, WaveStep.Preview, language: language)}&page={page ?? 0}{(width is null ? "" : $"&width={width}")}");

    /// <summary>A page of a wave as members will see it; 0 is the first one, before the questions.</summary>
    public static string WavePreview(string survey, int year, int page, string language) =>
        string.Create(CultureInfo.InvariantCulture, $"{Wave(survey, year)}/preview/{page}{AppUrls.InLanguage(language)}");

    /// <summary>The place of a question in each step of a wave.</summary>
    public static string QuestionAnchor(string code) => $"question-{code}";

    /// <summary>The place of a service area in each step of a wave.</summary>
    public static string AreaAnchor(string code) => $"area-{code}";

    /// <summary>The place of a text in the translations, by the text's key.</summary>
    public static string TextAnchor(string key) => $"text-{key}";

    /// <summary>The place of a wave's languages and minutes in the editor.</summary>
    public const string SettingsAnchor = "settings";
}
