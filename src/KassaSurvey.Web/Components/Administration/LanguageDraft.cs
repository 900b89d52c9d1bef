using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Web.Components.Administration;

/// <summary>A text in four languages while it is edited.</summary>
public sealed class LanguageDraft(LocalizedText text)
{
    private readonly Dictionary<string, string> _texts =
        Languages.All.ToDictionary(language => language, language => text.Has(language) ? text.Texts[language] : "");

    /// <summary>The text in a language; empty for none.</summary>
    public string this[string language]
    {
        get => _texts[language];
        set => _texts[language] = value ?? "";
    }

    /// <summary>Languages without a text, when others have one.</summary>
    public IReadOnlyList<string> Missing =>
        _texts.Values.All(string.IsNullOrWhiteSpace) ? [] : [.. Languages.All.Where(language => string.IsNullOrWhiteSpace(_texts[language]))];

    /// <summary>The text as it is to be saved.</summary>
    public LocalizedText ToText() =>
        LocalizedText.Of(_texts.Select(text => KeyValuePair.Create(text.Key, text.Value.ReplaceLineEndings("\n").Trim())));
}
