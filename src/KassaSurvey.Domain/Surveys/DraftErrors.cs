using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Surveys;

/// <summary>What can be wrong with a change to a questionnaire. Questions and areas are named by their codes.</summary>
public static class DraftErrors
{
    /// <summary>There is no such question.</summary>
    public static Error QuestionUnknown(string code) => Error.Of("Draft.QuestionUnknown", code);

    /// <summary>There is no such area in the wave.</summary>
    public static Error AreaUnknown(string code) => Error.Of("Draft.AreaUnknown", code);

    /// <summary>The code is taken.</summary>
    public static Error CodeTaken(string code) => Error.Of("Draft.CodeTaken", code);

    /// <summary>Not a code: a letter, then letters, digits or underscores.</summary>
    public static Error CodeInvalid(string code) => Error.Of("Draft.CodeInvalid", code);

    /// <summary>An earlier year asked the question: its code is what joins the years.</summary>
    public static Error CodeFixed(string code) => Error.Of("Draft.CodeFixed", code);

    /// <summary>The area still has questions.</summary>
    public static Error AreaInUse(string area, string question) => Error.Of("Draft.AreaInUse", area, question);

    /// <summary>A rating needs its scale; other kinds have none.</summary>
    public static Error ScaleInvalid(string code) => Error.Of("Draft.ScaleInvalid", code);

    /// <summary>The options are too many, or two share a code or a number.</summary>
    public static Error OptionsInvalid(string code) => Error.Of("Draft.OptionsInvalid", code);

    /// <summary>The text has no such place, or the language is not one of the four.</summary>
    public static Error TextUnknown(string key, string language) => Error.Of("Draft.TextUnknown", key, language);

    /// <summary>The text is too long.</summary>
    public static Error TextTooLong(string key, int longest) => Error.Of("Draft.TextTooLong", key, longest);

    /// <summary>There is nothing to confirm: the translation is missing.</summary>
    public static Error TranslationMissing(string key, string language) => Error.Of("Draft.TranslationMissing", key, language);

    /// <summary>The settings name no language, an unknown one, a source language that is not among them, or impossible minutes.</summary>
    public static Error SettingsInvalid { get; } = Error.Of("Draft.SettingsInvalid");

    /// <summary>The question cannot go: the other one is shown by its answer.</summary>
    public static Error NeededBy(string code, string dependent) => Error.Of("Draft.NeededBy", code, dependent);

    /// <summary>The condition does not say which question decides.</summary>
    public static Error ConditionWithoutQuestion(string code) => Error.Of("Draft.ConditionWithoutQuestion", code);

    /// <summary>The condition names a question that is not there.</summary>
    public static Error ConditionUnknown(string code, string other) => Error.Of("Draft.ConditionUnknown", code, other);

    /// <summary>The question would come before the one whose answer decides about it.</summary>
    public static Error ConditionNotEarlier(string code, string other) => Error.Of("Draft.ConditionNotEarlier", code, other);

    /// <summary>The two would decide about each other.</summary>
    public static Error ConditionCircle(string code, string other) => Error.Of("Draft.ConditionCircle", code, other);

    /// <summary>The other question has no such answer.</summary>
    public static Error ConditionValueUnknown(string code, string other, string value) =>
        Error.Of("Draft.ConditionValueUnknown", code, other, value);

    /// <summary>The condition names no value, or values where none are read.</summary>
    public static Error ConditionValuesInvalid(string code, string other) => Error.Of("Draft.ConditionValuesInvalid", code, other);

    /// <summary>A decision against the suggestion needs a reason.</summary>
    public static Error ReasonMissing(string code) => Error.Of("Draft.ReasonMissing", code);

    /// <summary>The pair of years cannot be called that: kind or scale differ, so that the limit is the most that may be claimed.</summary>
    public static Error ChangeImpossible(string code, QuestionChange limit, QuestionChange change) =>
        Error.Of("Draft.ChangeImpossible", code, limit, change);

    /// <summary>Nothing to undo.</summary>
    public static Error NothingToUndo { get; } = Error.Of("Draft.NothingToUndo");

    /// <summary>Nothing to redo.</summary>
    public static Error NothingToRedo { get; } = Error.Of("Draft.NothingToRedo");
}
