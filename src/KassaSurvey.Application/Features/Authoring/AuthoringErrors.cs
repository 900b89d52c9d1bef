using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>What can stop the composing of a wave.</summary>
public static class AuthoringErrors
{
    /// <summary>There is no such wave in the viewer's fund.</summary>
    public static Error WaveUnknown { get; } = Error.Of("Authoring.WaveUnknown");

    /// <summary>There is no such survey in the viewer's fund.</summary>
    public static Error SurveyUnknown { get; } = Error.Of("Authoring.SurveyUnknown");

    /// <summary>The survey has a wave of that year.</summary>
    public static Error YearTaken(int year) => Error.Of("Authoring.YearTaken", year);

    /// <summary>Not a year that a wave can report on.</summary>
    public static Error YearInvalid(int year) => Error.Of("Authoring.YearInvalid", year);

    /// <summary>The year to copy has no questionnaire, or is not earlier.</summary>
    public static Error NothingToCopy(int year) => Error.Of("Authoring.NothingToCopy", year);

    /// <summary>Somebody else changed the wave since it was read; nothing was overwritten. Arguments: who, when (UTC).</summary>
    public static Error ChangedByAnother(string by, DateTime? at) => Error.Of("Wave.ChangedByAnother", by, at);

    /// <summary>A wave that has been opened cannot be deleted.</summary>
    public static Error OpenedBefore(int year) => Error.Of("Authoring.OpenedBefore", year);

    /// <summary>Members have been drawn for the wave.</summary>
    public static Error HasInvitations(int year) => Error.Of("Authoring.HasInvitations", year);

    /// <summary>Findings stop the opening; their number.</summary>
    public static Error NotReady(int findings) => Error.Of("Authoring.NotReady", findings);

    /// <summary>The question has no earlier year to be compared with.</summary>
    public static Error NoEarlierYear(string code, int year) => Error.Of("Authoring.NoEarlierYear", code, year);

    /// <summary>The file is not a translation file.</summary>
    public static Error TranslationFileUnreadable { get; } = Error.Of("Authoring.TranslationFileUnreadable");

    /// <summary>The file has no column of that name.</summary>
    public static Error TranslationColumnMissing(string column) => Error.Of("Authoring.TranslationColumnMissing", column);

    /// <summary>No text has this key.</summary>
    public static Error TranslationKeyUnknown(string key) => Error.Of("Authoring.TranslationKeyUnknown", key);

    /// <summary>The key stands in the file twice; the first row was taken.</summary>
    public static Error TranslationKeyTwice(string key) => Error.Of("Authoring.TranslationKeyTwice", key);

    /// <summary>The cell is a formula, not a text.</summary>
    public static Error TranslationFormula(string key) => Error.Of("Authoring.TranslationFormula", key);

    /// <summary>The source text was changed after the file was made; the translation is taken and stays marked.</summary>
    public static Error TranslationSourceChanged(string key) => Error.Of("Authoring.TranslationSourceChanged", key);
}
