using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Surveys;

/// <summary>What can be wrong with a wave.</summary>
public static class WaveErrors
{
    /// <summary>The code is taken in this wave.</summary>
    public static Error DuplicateQuestionCode(string code) => Error.Of("Wave.DuplicateQuestionCode", code);

    /// <summary>Only a draft can be opened.</summary>
    public static Error NotDraft(int year) => Error.Of("Wave.NotDraft", year);

    /// <summary>Only an open wave can be closed.</summary>
    public static Error NotOpen(int year) => Error.Of("Wave.NotOpen", year);

    /// <summary>A wave that has been opened keeps its questions: only typos can be corrected.</summary>
    public static Error StructureFixed(int year) => Error.Of("Wave.StructureFixed", year);

    /// <summary>A correction cannot add a text, take one away or make it too long.</summary>
    public static Error CorrectionOnly(string key, string language) => Error.Of("Wave.CorrectionOnly", key, language);

    /// <summary>A wave needs questions.</summary>
    public static Error NoQuestions(int year) => Error.Of("Wave.NoQuestions", year);

    /// <summary>The last day lies before the first.</summary>
    public static Error ClosesBeforeOpening(DateOnly closesOn) => Error.Of("Wave.ClosesBeforeOpening", closesOn);

    /// <summary>There is no such survey in the fund.</summary>
    public static Error SurveyNotFound(string survey) => Error.Of("Wave.SurveyNotFound", survey);

    /// <summary>There is no such fund.</summary>
    public static Error FundNotFound(string fund) => Error.Of("Wave.FundNotFound", fund);

    /// <summary>There is no wave of that year.</summary>
    public static Error YearNotFound(string survey, int year) => Error.Of("Wave.YearNotFound", survey, year);
}
