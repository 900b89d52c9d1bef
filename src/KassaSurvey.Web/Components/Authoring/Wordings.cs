using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Web.Components.Authoring;

/// <summary>A text while it is typed, by language.</summary>
public sealed class Wordings
{
    private readonly Dictionary<string, string> _typed = [];

    /// <summary>Starts from what there is.</summary>
    public Wordings(LocalizedText text)
    {
        foreach (var (language, words) in text.Texts)
        {
            _typed[language] = words;
        }
    }

    /// <summary>What a language says; empty when nothing.</summary>
    public string this[string language]
    {
        get => _typed.GetValueOrDefault(language, "");
        set => _typed[language] = value;
    }

    /// <summary>What was typed, without blanks around it.</summary>
    public LocalizedText Read() => LocalizedText.Of(_typed.Select(text => KeyValuePair.Create(text.Key, text.Value.Trim())));
}
