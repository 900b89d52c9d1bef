namespace KassaSurvey.Domain.Surveys;

/// <summary>What the program suggests about a question in two years.</summary>
/// <param name="Change">The suggestion.</param>
/// <param name="Limit">The most that may be claimed: nobody can decide for more.</param>
public readonly record struct QuestionSuggestion(QuestionChange Change, QuestionChange Limit);

/// <summary>
/// Compares a question with itself a year earlier. The rule, first match wins:
/// another kind of answer is <see cref="QuestionChange.Different"/>; a wording that is different in any language that both years have
/// is different; another scale is <see cref="QuestionChange.ScaleChanged"/>; options that were added or removed, an end label or an option
/// that says something else make it different; any smaller edit, of any text, is <see cref="QuestionChange.SmallEdit"/>; else the same.
/// A language that only one of the years has says nothing.
/// </summary>
public static class QuestionComparison
{
    /// <summary>Suggests how comparable the two are.</summary>
    public static QuestionSuggestion Suggest(QuestionContent previous, QuestionContent current) =>
        throw new NotImplementedException();

    /// <summary>Suggests from the scales alone, for a year whose wording is not known.</summary>
    public static QuestionSuggestion Suggest(AnswerScale previous, AnswerScale? current) =>
        current == previous ? new(QuestionChange.Same, QuestionChange.Same)
        : current is null ? new(QuestionChange.Different, QuestionChange.Different)
        : new(QuestionChange.ScaleChanged, QuestionChange.ScaleChanged);
}
