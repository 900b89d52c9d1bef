using System.Globalization;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Responding;

/// <summary>An answer as the fields of a form carry it, and back. Nothing that a browser sends gets past it unread.</summary>
public static class AnswerField
{
    /// <summary>The value of the "can't say" choice, the same sign as in import files.</summary>
    public const string CantSay = ".";

    /// <summary>The value of the "yes" choice.</summary>
    public const string Yes = "1";

    /// <summary>The value of the "no" choice.</summary>
    public const string No = "0";

    /// <summary>Numbers beyond this are typing errors, and not exact in every tool that reads an export.</summary>
    public const double LargestNumber = 1e12;

    /// <summary>The longest text the question takes.</summary>
    public static int LongestText(Question question) =>
        question.MaximumLength is > 0 and <= QuestionContent.LongestText ? question.MaximumLength : QuestionContent.LongestText;

    /// <summary>Reads the posted values of one question. Blank values count as nothing chosen.</summary>
    public static Result<AnswerValue> Read(Question question, IReadOnlyList<string> posted)
    {
        var values = posted.Where(value => !string.IsNullOrWhiteSpace(value)).ToList();
        if (values.Count == 0)
        {
            return AnswerValue.LeftEmpty;
        }

        if (question.Kind == QuestionKind.Multiple)
        {
            return ReadChoices(question, values);
        }

        if (values is not [var value])
        {
            return RespondingErrors.NotAChoice;
        }

        if (value == CantSay && question.AllowsCantSay)
        {
            return AnswerValue.CantSay;
        }

        return question.Kind switch
        {
            QuestionKind.Scale or QuestionKind.Recommendation => ReadRating(question.Scale!.Value, value),
            QuestionKind.YesNo => value is Yes or No ? AnswerValue.Of(value == Yes ? 1 : 0) : RespondingErrors.NotAChoice,
            QuestionKind.Single => ReadChoice(question, value),
            QuestionKind.Number => ReadNumber(value),
            _ => ReadText(question, value),
        };
    }

    /// <summary>The values a form carries for an answer; none for no answer.</summary>
    public static IReadOnlyList<string> Write(Question question, AnswerValue? answer) => answer switch
    {
        null or { State: AnswerState.LeftEmpty } => [],
        { State: AnswerState.CantSay } => [question.Options.FirstOrDefault(option => option.IsCantSay)?.Code ?? CantSay],
        { } given => question.Kind switch
        {
            QuestionKind.Single => [.. question.Options.Where(option => option.Number == given.Code).Select(option => option.Code)],
            QuestionKind.Multiple => [.. question.Options.Where(option => given.HasChoice(option.Number)).Select(option => option.Code)],
            QuestionKind.Number => [given.Number!.Value.ToString(CultureInfo.InvariantCulture)],
            QuestionKind.OpenText => [given.Text ?? ""],
            _ => [given.Code.ToString(CultureInfo.InvariantCulture)],
        },
    };

    private static Result<AnswerValue> ReadRating(AnswerScale scale, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var rating) && scale.Contains(rating)
            ? AnswerValue.Of(rating)
            : RespondingErrors.OutOfRange(scale.Minimum, scale.Maximum);

    private static Result<AnswerValue> ReadChoice(Question question, string value) => question.Option(value) switch
    {
        null => RespondingErrors.NotAChoice,
        { IsCantSay: true } => AnswerValue.CantSay,
        { } option => AnswerValue.Of(option.Number),
    };

    private static Result<AnswerValue> ReadChoices(Question question, List<string> values)
    {
        var chosen = new SortedDictionary<int, AnswerOption>();
        foreach (var value in values.Where(value => value != CantSay || !question.AllowsCantSay))
        {
            if (question.Option(value) is not { } option)
            {
                return RespondingErrors.NotAChoice;
            }

            chosen[option.Number] = option;
        }

        var cantSay = question.AllowsCantSay && values.Contains(CantSay);
        var alone = chosen.Values.FirstOrDefault(option => option.IsExclusive || option.IsCantSay);
        if ((alone is not null && chosen.Count > 1) || (cantSay && chosen.Count > 0))
        {
            return RespondingErrors.ExclusiveWithOthers(cantSay ? CantSay : alone!.Code);
        }

        if (cantSay || alone is { IsCantSay: true })
        {
            return AnswerValue.CantSay;
        }

        return question.MaximumChoices > 0 && chosen.Count > question.MaximumChoices
            ? RespondingErrors.TooManyChoices(question.MaximumChoices)
            : AnswerValue.OfChoices(chosen.Keys);
    }

    private static Result<AnswerValue> ReadNumber(string value)
    {
        // Members write 1 234,5 as readily as 1234.5; both mean the same, and neither needs a culture.
        var plain = string.Concat(value.Where(letter => !char.IsWhiteSpace(letter))).Replace(',', '.').Replace('−', '-');
        return double.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) <= LargestNumber
                ? AnswerValue.OfNumber(number)
                : RespondingErrors.NotANumber;
    }

    private static Result<AnswerValue> ReadText(Question question, string value)
    {
        // A browser counts a line break as one character and sends it as two.
        var text = string.Concat(value.ReplaceLineEndings("\n").Where(letter => letter is '\n' or '\t' || !char.IsControl(letter))).Trim();
        var longest = LongestText(question);
        return text.Length switch
        {
            0 => AnswerValue.LeftEmpty,
            var length when length > longest => RespondingErrors.TooLong(longest, length),
            _ => AnswerValue.OfText(text),
        };
    }
}
