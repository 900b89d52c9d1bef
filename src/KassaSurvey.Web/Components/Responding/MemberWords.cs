using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Web.Resources;

namespace KassaSurvey.Web.Components.Responding;

/// <summary>The product's own words in one of the four languages. The language is the member's, never the server's.</summary>
public sealed class MemberWords
{
    private static readonly ResourceManager[] Texts = [new(typeof(RespondingTexts)), new(typeof(AccessibilityTexts)), new(typeof(OptOutTexts))];

    private static readonly FrozenDictionary<string, MemberWords> All =
        Languages.All.ToFrozenDictionary(language => language, language => new MemberWords(language));

    private readonly CultureInfo _culture;

    private MemberWords(string language)
    {
        Language = language;
        // "en" alone writes dates the American way.
        _culture = CultureInfo.GetCultureInfo(language == Languages.English ? "en-GB" : language);
    }

    /// <summary>The language's code, as the page's <c>lang</c> says it.</summary>
    public string Language { get; }

    /// <summary>The words in a language.</summary>
    public static MemberWords In(string language) => All[language];

    /// <summary>The text of a key.</summary>
    public string this[string key] =>
        Texts.Select(texts => texts.GetString(key, _culture)).FirstOrDefault(text => text is not null) ?? throw new MissingManifestResourceException($"No text '{key}' in '{Language}'.");

    /// <summary>The text of a key with its placeholders filled.</summary>
    public string this[string key, params object?[] arguments] => string.Format(_culture, this[key], arguments);

    /// <summary>A text of the survey.</summary>
    public string this[LocalizedText text] => text.In(Language);

    /// <summary>The language of a text of the survey where it is another than the page's: its translation is missing. Else null.</summary>
    public string? LangOf(LocalizedText text) => text.ShownIn(Language) is { } shown && shown != Language ? shown : null;

    /// <summary>A day with its weekday, as people write it.</summary>
    public string Day(DateOnly day) => day.ToString("D", _culture);

    /// <summary>A day without its weekday.</summary>
    public string Date(DateOnly day) => day.ToString("d", _culture);

    /// <summary>How long a questionnaire takes.</summary>
    public string Minutes(int minutes) => minutes == 1 ? this[RespondingTexts.HowLongOne] : this[RespondingTexts.HowLongText, minutes];

    /// <summary>What is wrong with a form, in a sentence.</summary>
    public string Say(Error error) => this[error.Code.Replace(".", "", StringComparison.Ordinal), [.. error.Arguments]];

    /// <summary>What is wrong with a field, in a sentence.</summary>
    public string Say(Error error, Question question)
    {
        var arguments = error.Arguments.Select(argument => argument is string code ? OptionLabel(question, code) : argument);
        return this[error.Code.Replace(".", "", StringComparison.Ordinal), [.. arguments]];
    }

    private string OptionLabel(Question question, string code) =>
        code == AnswerField.CantSay ? this[RespondingTexts.CantSay]
        : question.Option(code) is { } option ? this[option.Label]
        : code;
}
