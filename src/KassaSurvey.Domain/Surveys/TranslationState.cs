using System.Collections.Immutable;

namespace KassaSurvey.Domain.Surveys;

/// <summary>How a text stands in one language.</summary>
public enum TranslationState
{
    /// <summary>There, and not older than the text it was translated from.</summary>
    Current = 1,

    /// <summary>There, but the text it was translated from has been changed since.</summary>
    Stale = 2,

    /// <summary>Not there, though another language of the wave has it.</summary>
    Missing = 3,
}

/// <summary>A text of a questionnaire and how it stands in each language of the wave.</summary>
/// <param name="Key">Which text.</param>
/// <param name="Text">What it says.</param>
/// <param name="States">By language; only the wave's languages.</param>
public sealed record TranslatedText(TextKey Key, LocalizedText Text, ImmutableSortedDictionary<string, TranslationState> States);
