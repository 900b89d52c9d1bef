using System.Globalization;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Web.Components.Interviewing;

/// <summary>What a key of the interviewer's keyboard answers.</summary>
public static class InterviewKeys
{
    /// <summary>The key of "can't say".</summary>
    public const string CantSay = "-";

    /// <summary>The key of 10 on a scale that begins at 0, where 0 is itself.</summary>
    public const string Ten = "+";

    /// <summary>The field value that the key stands for, or null.</summary>
    public static string? ValueOf(Question question, string key)
    {
        if (key == CantSay)
        {
            return question.Options.FirstOrDefault(option => option.IsCantSay)?.Code ?? (question.AllowsCantSay ? AnswerField.CantSay : null);
        }

        int? number = key is [>= '0' and <= '9'] ? key[0] - '0' : key == Ten ? 10 : null;
        return (number, question.Kind) switch
        {
            (null, _) => null,
            ({ } digit, QuestionKind.Scale or QuestionKind.Recommendation) => Rating(question.Scale!.Value, digit),
            (1, QuestionKind.YesNo) => AnswerField.Yes,
            (2, QuestionKind.YesNo) => AnswerField.No,
            ({ } digit, QuestionKind.Single or QuestionKind.Multiple) => question.Options.ElementAtOrDefault(digit - 1)?.Code,
            _ => null,
        };
    }

    /// <summary>The key that gives a value, to be shown on its button; empty when there is none.</summary>
    public static string KeyOf(Question question, string value) =>
        Enumerable.Range(0, 10).Select(digit => digit.ToString(CultureInfo.InvariantCulture)).Append(Ten).Append(CantSay)
            .FirstOrDefault(key => ValueOf(question, key) == value) ?? "";

    /// <summary>The values after choosing one: several choices toggle, a choice that excludes the others stands alone.</summary>
    public static IReadOnlyList<string> Choose(Question question, IReadOnlyList<string> values, string value)
    {
        if (question.Kind != QuestionKind.Multiple)
        {
            return [value];
        }

        if (values.Contains(value))
        {
            return [.. values.Where(held => held != value)];
        }

        return IsAlone(question, value) ? [value] : [.. values.Where(held => !IsAlone(question, held)), value];
    }

    private static bool IsAlone(Question question, string value) =>
        value == AnswerField.CantSay || question.Option(value) is { IsExclusive: true } or { IsCantSay: true };

    private static string? Rating(AnswerScale scale, int digit)
    {
        // On 1-10 the 0 key, which stands beside the 9, is ten.
        var rating = digit == 0 && scale is { Minimum: > 0, Maximum: 10 } ? 10 : digit;
        return scale.Contains(rating) ? rating.ToString(CultureInfo.InvariantCulture) : null;
    }
}
