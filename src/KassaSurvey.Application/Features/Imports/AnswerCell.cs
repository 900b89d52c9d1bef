using System.Globalization;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Imports;

/// <summary>Reads one cell of a question's column.</summary>
internal static class AnswerCell
{
    /// <summary>What stands for "can't say".</summary>
    public const string CantSay = ".";

    /// <summary>What stands between the options of a multiple choice.</summary>
    public const char ChoiceSeparator = '|';

    /// <summary>Reads a cell that is not empty.</summary>
    /// <param name="question">The column's question.</param>
    /// <param name="cell">The cell without surrounding space.</param>
    public static Result<AnswerValue> Read(Question question, ReadOnlySpan<char> cell)
    {
        if (question.Kind == QuestionKind.OpenText)
        {
            var maximum = question.MaximumLength > 0 ? question.MaximumLength : QuestionContent.LongestText;
            return cell.Length <= maximum ? AnswerValue.OfText(cell.ToString()) : ImportErrors.TextTooLong(maximum);
        }

        if (cell is CantSay)
        {
            return question.AllowsCantSay || question.Options.Any(option => option.IsCantSay)
                ? AnswerValue.CantSay
                : ImportErrors.CantSayNotOffered();
        }

        return question.Kind switch
        {
            QuestionKind.Single => ReadSingle(question, cell),
            QuestionKind.Multiple => ReadMultiple(question, cell),
            QuestionKind.YesNo => ReadYesNo(cell),
            QuestionKind.Number => ReadNumber(cell) is { IsSuccess: true } number
                ? AnswerValue.OfNumber(number.Value)
                : Result<AnswerValue>.Failed(ReadNumber(cell).Errors),
            _ => ReadRating(question.Scale!.Value, cell),
        };
    }

    /// <summary>A finite number with a point.</summary>
    public static Result<double> ReadNumber(ReadOnlySpan<char> cell)
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (double.TryParse(cell, style, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number;
        }

        return HasDecimalComma(cell) ? ImportErrors.DecimalComma() : ImportErrors.NotNumber();
    }

    /// <summary>A whole number; "7.0" is one, because tables of numbers with gaps are often written so.</summary>
    public static Result<int> ReadWhole(ReadOnlySpan<char> cell)
    {
        if (ReadNumber(cell) is { IsSuccess: true } number && double.IsInteger(number.Value) && Math.Abs(number.Value) <= int.MaxValue)
        {
            return (int)number.Value;
        }

        return HasDecimalComma(cell) ? ImportErrors.DecimalComma() : ImportErrors.NotWholeNumber();
    }

    private static bool HasDecimalComma(ReadOnlySpan<char> cell)
    {
        var comma = cell.IndexOf(',');
        return comma > 0
            && int.TryParse(cell[..comma], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            && int.TryParse(cell[(comma + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out _);
    }

    private static Result<AnswerValue> ReadRating(AnswerScale scale, ReadOnlySpan<char> cell)
    {
        var whole = ReadWhole(cell);
        if (!whole.IsSuccess)
        {
            return Result<AnswerValue>.Failed(whole.Errors);
        }

        return scale.Contains(whole.Value) ? AnswerValue.Of(whole.Value) : ImportErrors.OutOfScale(scale.Minimum, scale.Maximum);
    }

    private static Result<AnswerValue> ReadYesNo(ReadOnlySpan<char> cell)
    {
        if (cell is "1" || cell.Equals("yes", StringComparison.OrdinalIgnoreCase))
        {
            return AnswerValue.Of(1);
        }

        return cell is "0" || cell.Equals("no", StringComparison.OrdinalIgnoreCase) ? AnswerValue.Of(0) : ImportErrors.NotYesNo();
    }

    private static Result<AnswerValue> ReadSingle(Question question, ReadOnlySpan<char> cell) => Find(question, cell) switch
    {
        null => UnknownOption(question),
        { IsCantSay: true } => AnswerValue.CantSay,
        var option => AnswerValue.Of(option.Number),
    };

    private static Result<AnswerValue> ReadMultiple(Question question, ReadOnlySpan<char> cell)
    {
        var chosen = new HashSet<int>();
        string? alone = null;
        foreach (var part in cell.Split(ChoiceSeparator))
        {
            if (Find(question, cell[part].Trim()) is not { } option)
            {
                return UnknownOption(question);
            }

            chosen.Add(option.Number);
            alone = option.IsExclusive || option.IsCantSay ? option.Code : alone;
        }

        if (alone is not null && chosen.Count > 1)
        {
            return ImportErrors.ExclusiveOption(alone);
        }

        if (question.MaximumChoices > 0 && chosen.Count > question.MaximumChoices)
        {
            return ImportErrors.TooManyChoices(question.MaximumChoices);
        }

        return alone is not null && question.Option(alone)!.IsCantSay ? AnswerValue.CantSay : AnswerValue.OfChoices(chosen);
    }

    private static AnswerOption? Find(Question question, ReadOnlySpan<char> code)
    {
        foreach (var option in question.Options)
        {
            if (code.Equals(option.Code, StringComparison.OrdinalIgnoreCase))
            {
                return option;
            }
        }

        return null;
    }

    private static Error UnknownOption(Question question) =>
        ImportErrors.UnknownOption(string.Join(", ", question.Options.Select(option => option.Code)));
}
