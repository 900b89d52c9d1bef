using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Reliability;

namespace KassaSurvey.Domain.Analysis.Quality;

/// <summary>
/// The responses of a wave that show signs of not being read: one straight line, or answered at speed. Only both together are called careless,
/// because everything on 7 is a fair answer and some people are quick (statistics 5.2).
/// </summary>
public sealed class CarelessResponses
{
    private CarelessResponses(int count)
    {
        var words = (count + 63) / 64;
        (StraightLines, Speeding, Both) = (new ulong[words], new ulong[words], new ulong[words]);
    }

    /// <summary>Rows whose answered ratings of one scale are all equal, <see cref="CarelessAnswering.FewestAnswers"/> at least; a bitmap.</summary>
    public ulong[] StraightLines { get; }

    /// <summary>Rows answered in under a third of the median of as many items, or under a second per item; a bitmap.</summary>
    public ulong[] Speeding { get; }

    /// <summary>Rows with both signs: the careless ones; a bitmap.</summary>
    public ulong[] Both { get; }

    /// <summary>Looks for the signs in every response.</summary>
    /// <param name="questionnaire">The questions as asked; their order is the order shown.</param>
    /// <param name="columns">The answers; rows that results leave out are looked at too.</param>
    public static CarelessResponses Of(Questionnaire questionnaire, ResponseColumns columns)
    {
        var found = new CarelessResponses(columns.Count);
        // The overall grade stands for itself on a page of its own: somebody who drew a line through the rest may have answered it with care.
        var ratings = questionnaire.Questions
            .Where(question => question.IsRating && question.Code != Survey.OverallCode && columns.Codes.ContainsKey(question.Code))
            .GroupBy(question => question.Scale!.Value);
        foreach (var scale in ratings)
        {
            found.MarkStraightLines(scale.Key, [.. scale.Select(question => columns.Codes[question.Code])], columns.Count);
        }

        if (columns.Durations.Length > 0)
        {
            found.MarkSpeeding(columns);
        }

        for (var word = 0; word < found.Both.Length; word++)
        {
            found.Both[word] = found.StraightLines[word] & found.Speeding[word];
        }

        return found;
    }

    private void MarkStraightLines(AnswerScale scale, byte[][] ratings, int count)
    {
        if (ratings.Length < CarelessAnswering.FewestAnswers)
        {
            return;
        }

        var answers = new double[ratings.Length];
        for (var row = 0; row < count; row++)
        {
            for (var i = 0; i < ratings.Length; i++)
            {
                answers[i] = scale.Contains(ratings[i][row]) ? ratings[i][row] : double.NaN;
            }

            if (CarelessAnswering.IsStraightLine(answers))
            {
                Mark(StraightLines, row);
            }
        }
    }

    private void MarkSpeeding(ResponseColumns columns)
    {
        var items = ShownItems(columns);
        var medians = Enumerable.Range(0, columns.Count)
            .Where(row => columns.Durations[row] > 0)
            .GroupBy(row => items[row], row => (double)columns.Durations[row])
            .ToDictionary(path => path.Key, path => Quantile.Type7([.. path], 0.5));
        for (var row = 0; row < columns.Count; row++)
        {
            if (columns.Durations[row] is > 0 and var seconds && CarelessAnswering.IsSpeeding(seconds, medians[items[row]], items[row]))
            {
                Mark(Speeding, row);
            }
        }
    }

    /// <summary>How many questions each row was shown; numbers do not tell "left empty" from "not asked" and are not counted.</summary>
    private static int[] ShownItems(ResponseColumns columns)
    {
        var items = new int[columns.Count];
        foreach (var codes in columns.Codes.Values)
        {
            for (var row = 0; row < items.Length; row++)
            {
                items[row] += codes[row] == MissingCode.NotAsked ? 0 : 1;
            }
        }

        foreach (var choices in columns.Choices.Values)
        {
            for (var row = 0; row < items.Length; row++)
            {
                items[row] += choices[row] == MissingCode.AsChoices(MissingCode.NotAsked) ? 0 : 1;
            }
        }

        return items;
    }

    private static void Mark(ulong[] rows, int row) => rows[row >> 6] |= 1UL << (row & 63);
}
