using System.Collections.Immutable;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Surveys;

/// <summary>A text in up to four languages. Immutable; equal when every language says the same.</summary>
public sealed record LocalizedText
{
    /// <summary>A text in no language.</summary>
    public static readonly LocalizedText Empty = new(ImmutableSortedDictionary<string, string>.Empty);

    private LocalizedText(ImmutableSortedDictionary<string, string> texts) => Texts = texts;

    /// <summary>Language code to text; blank texts are left out.</summary>
    public ImmutableSortedDictionary<string, string> Texts { get; }

    /// <summary>True when there is no text in any language.</summary>
    public bool IsEmpty => Texts.IsEmpty;

    /// <summary>Makes a text from language and text pairs.</summary>
    /// <exception cref="ArgumentException">A language is not one of the four.</exception>
    public static LocalizedText Of(IEnumerable<KeyValuePair<string, string>> texts)
    {
        var builder = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (language, text) in texts)
        {
            if (!Languages.IsKnown(language))
            {
                throw new ArgumentException($"Unknown language '{language}'.", nameof(texts));
            }

            if (!string.IsNullOrWhiteSpace(text))
            {
                builder[language] = text;
            }
        }

        return new(builder.ToImmutable());
    }

    /// <summary>The same words in all four languages: for names and codes that are not translated.</summary>
    public static LocalizedText Same(string text) =>
        Of(Languages.All.Select(language => KeyValuePair.Create(language, text)));

    /// <summary>The text in the four languages.</summary>
    public static LocalizedText Of(string fi, string sv, string da, string en) => Of(
    [
        new(Languages.Finnish, fi), new(Languages.Swedish, sv), new(Languages.Danish, da), new(Languages.English, en),
    ]);

    /// <summary>The text in the language, else in English, else in the first language there is, else empty.</summary>
    public string In(string language) =>
        Texts.TryGetValue(language, out var text) || Texts.TryGetValue(Languages.English, out text)
            ? text
            : Texts.Values.FirstOrDefault() ?? "";

    /// <summary>The language of what <see cref="In"/> gives: the language itself, else the one that stands in for it; null for an empty text.</summary>
    public string? ShownIn(string language) =>
        Texts.ContainsKey(language) ? language
        : Texts.ContainsKey(Languages.English) ? Languages.English
        : Texts.Keys.FirstOrDefault();

    /// <summary>True when the language itself has the text.</summary>
    public bool Has(string language) => Texts.ContainsKey(language);

    /// <inheritdoc />
    public bool Equals(LocalizedText? other) => other is not null && Texts.SequenceEqual(other.Texts);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var (language, text) in Texts)
        {
            hash.Add(language);
            hash.Add(text);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc />
    public override string ToString() => In(Languages.English);
}
