using System.Numerics;
using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Domain.Analysis.Disclosure;

/// <summary>Counts rows of a group, and may stop once the limit is reached: to know that a group is not too small, few rows need reading.</summary>
internal delegate long CountRows(ulong[] rows, long limit);

/// <summary>
/// The valid answers to one figure, as far as hiding it needs to know them. Fewer than thirty people who all answered alike count as one
/// answer: whoever sees their figure knows what each of them said (statistics: group disclosure).
/// </summary>
internal sealed class FigureAnswers
{
    /// <summary>Scores of equal answers may differ by rounding.</summary>
    private const double Rounding = 1e-9;

    private readonly CountRows _count;
    private readonly Func<int, double>? _answer;
    private readonly int _rows;

    private FigureAnswers(CountRows count, int rows, Func<int, double>? answer) => (_count, _rows, _answer) = (count, rows, answer);

    /// <summary>Rows that are only counted: responses, or the rows of a model.</summary>
    public static FigureAnswers OfRows(CountRows count) => new(count, 0, null);

    /// <summary>The values of a byte column between two bounds.</summary>
    public static FigureAnswers Of(byte[] values, int low, int high) => new(
        (rows, limit) => RangeCount.Between(values, low, high, rows, limit),
        values.Length,
        row => values[row] >= low && values[row] <= high ? values[row] : double.NaN);

    /// <summary>The means of each row over several columns.</summary>
    public static FigureAnswers OfMeans(RangeColumn[] columns, byte absent) => new(
        (rows, limit) => RowMean.Count(columns, absent, rows, limit), columns[0].Values.Length, row => RowMean.At(columns, absent, row));

    /// <summary>Numbers; NaN where there is none.</summary>
    public static FigureAnswers Of(double[] numbers) => Of(numbers.Length, row => numbers[row]);

    /// <summary>Sets of choices; 0 or less where nothing was chosen.</summary>
    public static FigureAnswers Of(int[] choices) => Of(choices.Length, row => choices[row] > 0 ? choices[row] : double.NaN);

    /// <summary>True when the group's answers are fewer than thirty and all the same.</summary>
    /// <param name="count">The group's valid answers, or some number of at least thirty.</param>
    /// <param name="selection">The group's rows; empty = every row.</param>
    public bool AreAlike(long count, ulong[] selection) =>
        count is > 0 and < DisclosureRule.FewAnswers && _answer is not null && IsOneAnswer(Answers(selection, _rows, _answer));

    /// <summary>The number of valid answers, alike or not: exact below the limit, else some number of at least the limit.</summary>
    public long CountAll(ulong[] rows, long limit) => _count(rows, limit);

    /// <summary>
    /// How many different answers the group hides behind: the number of valid answers, or 1 when all of a few are the same.
    /// Exact below the limit, else some number of at least the limit.
    /// </summary>
    public long Count(ulong[] rows, long limit)
    {
        var count = _count(rows, Math.Max(limit, DisclosureRule.FewAnswers));
        return AreAlike(count, rows) ? 1 : count;
    }

    /// <summary>The same of a group whose answers are known to lie so far apart.</summary>
    public static long Different(long count, double range) => count is > 0 and < DisclosureRule.FewAnswers && range <= Rounding ? 1 : count;

    private static FigureAnswers Of(int rows, Func<int, double> answer) => new((selection, limit) => CountOf(selection, rows, answer, limit), rows, answer);

    private static long CountOf(ulong[] selection, int rows, Func<int, double> answer, long limit)
    {
        var found = 0L;
        using var answers = Answers(selection, rows, answer).GetEnumerator();
        while (found < limit && answers.MoveNext())
        {
            found++;
        }

        return found;
    }

    private static bool IsOneAnswer(IEnumerable<double> answers)
    {
        double? first = null;
        foreach (var answer in answers)
        {
            first ??= answer;
            if (Math.Abs(answer - first.Value) > Rounding)
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<double> Answers(ulong[] selection, int rows, Func<int, double> answer) =>
        (selection.Length == 0 ? Enumerable.Range(0, rows) : Selected(selection, rows)).Select(answer).Where(value => !double.IsNaN(value));

    private static IEnumerable<int> Selected(ulong[] selection, int rows)
    {
        for (var i = 0; i < selection.Length; i++)
        {
            for (var word = selection[i]; word != 0; word &= word - 1)
            {
                if ((i << 6) + BitOperations.TrailingZeroCount(word) is var row && row < rows)
                {
                    yield return row;
                }
            }
        }
    }
}
