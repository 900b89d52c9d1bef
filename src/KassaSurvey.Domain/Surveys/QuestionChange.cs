namespace KassaSurvey.Domain.Surveys;

/// <summary>
/// How a question of one year stands to the same code of an earlier year; from the most to the least comparable, so that
/// the worst of several is their maximum.
/// </summary>
public enum QuestionChange
{
    /// <summary>The same question: everything may be compared.</summary>
    Same = 1,

    /// <summary>A small edit: compared, with a break mark in the trend.</summary>
    SmallEdit = 2,

    /// <summary>Another scale: compared as an index (0-100) only, without a verdict on the mean.</summary>
    ScaleChanged = 3,

    /// <summary>Another question under the same code: nothing is compared and its history ends.</summary>
    Different = 4,

    /// <summary>Not asked in the earlier year.</summary>
    New = 5,
}
