using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Exports;

/// <summary>What can stop an export.</summary>
public static class ExportErrors
{
    /// <summary>No year is chosen.</summary>
    public static Error NoYear { get; } = Error.Of("Exports.NoYear");

    /// <summary>Answers of several years cannot stand side by side: nobody knows which belong to one person.</summary>
    public static Error AnswersSideBySide { get; } = Error.Of("Exports.AnswersSideBySide");

    /// <summary>The year has no answers in a closed wave.</summary>
    public static Error NoAnswers(int year) => Error.Of("Exports.NoAnswers", year);

    /// <summary>None of the years has comments that may be shown.</summary>
    public static Error NoComments { get; } = Error.Of("Exports.NoComments");

    /// <summary>The content is not written in this format.</summary>
    public static Error UnknownFormat(string format) => Error.Of("Exports.UnknownFormat", format);

    /// <summary>The product does not speak the language.</summary>
    public static Error UnknownLanguage(string language) => Error.Of("Exports.UnknownLanguage", language);

    /// <summary>So many are being made for one person already.</summary>
    public static Error TooMany(int most) => Error.Of("Exports.TooMany", most);

    /// <summary>It is not there, is somebody else's, or its link has expired.</summary>
    public static Error NotFound { get; } = Error.Of("Exports.NotFound");
}
