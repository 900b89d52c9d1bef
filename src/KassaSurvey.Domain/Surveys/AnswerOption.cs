namespace KassaSurvey.Domain.Surveys;

/// <summary>One option of a choice question.</summary>
/// <param name="Number">Its stable number in the question, from 1 to 30; stored in answers.</param>
/// <param name="Code">Its stable code, used in files and conditions.</param>
/// <param name="Label">What the member reads.</param>
/// <param name="IsExclusive">Chosen alone, such as "none of these".</param>
/// <param name="IsCantSay">Means "can't say": stored as such and kept out of every share's base.</param>
public sealed record AnswerOption(int Number, string Code, LocalizedText Label, bool IsExclusive = false, bool IsCantSay = false)
{
    /// <summary>The most options a question can have: a set of choices is stored as bits of one whole number.</summary>
    public const int MaximumNumber = 30;
}
