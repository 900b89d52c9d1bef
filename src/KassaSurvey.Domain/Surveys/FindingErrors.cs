using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Surveys;

/// <summary>What the pre-flight check can find. Broken conditions keep their own codes: see <see cref="DraftErrors"/>.</summary>
public static class FindingErrors
{
    /// <summary>Nothing is asked.</summary>
    public static Error NoQuestions { get; } = Error.Of("Check.NoQuestions");

    /// <summary>Members could answer in no language.</summary>
    public static Error NoLanguages { get; } = Error.Of("Check.NoLanguages");

    /// <summary>The last day of answering is not settled.</summary>
    public static Error LastDayMissing { get; } = Error.Of("Check.LastDayMissing");

    /// <summary>Nobody is named whom members can ask.</summary>
    public static Error ContactMissing { get; } = Error.Of("Check.ContactMissing");

    /// <summary>The last day has passed.</summary>
    public static Error LastDayPast(DateOnly day) => Error.Of("Check.LastDayPast", day);

    /// <summary>The longest way takes more minutes than members are told.</summary>
    public static Error TooLong(int minutes, int statedMinutes) => Error.Of("Check.TooLong", minutes, statedMinutes);

    /// <summary>No answer to the other question shows this one.</summary>
    public static Error Unreachable(string code, string other) => Error.Of("Check.Unreachable", code, other);

    /// <summary>A choice needs two options.</summary>
    public static Error TooFewOptions(string code) => Error.Of("Check.TooFewOptions", code);

    /// <summary>A rating needs words at both ends.</summary>
    public static Error EndLabelsMissing(string code) => Error.Of("Check.EndLabelsMissing", code);

    /// <summary>The area has no question.</summary>
    public static Error AreaEmpty(string code) => Error.Of("Check.AreaEmpty", code);

    /// <summary>A text is missing in a language of the wave.</summary>
    public static Error TranslationMissing(TextKey key, string language) => Error.Of("Check.TranslationMissing", key.ToString(), language);

    /// <summary>The text it was translated from has been changed since.</summary>
    public static Error TranslationStale(TextKey key, string language) => Error.Of("Check.TranslationStale", key.ToString(), language);

    /// <summary>Members are not told in this language how their answers are treated.</summary>
    public static Error PrivacyTextMissing(string language) => Error.Of("Check.PrivacyTextMissing", language);

    /// <summary>White text on the fund's colour cannot be read well; its contrast ratio.</summary>
    public static Error ContrastTooLow(string colour, double ratio) => Error.Of("Check.ContrastTooLow", colour, ratio);

    /// <summary>The question changed and nobody has said how comparable it is: the program's suggestion will hold.</summary>
    public static Error ChangeUndecided(string code) => Error.Of("Check.ChangeUndecided", code);
}
