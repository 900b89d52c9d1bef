using System.Numerics;
using KassaSurvey.Statistics.Descriptive;

namespace KassaSurvey.Statistics.Inference;

/// <summary>Row means of columns on different or long scales, tallied by the mean itself: slower than <see cref="RowSumPass"/>, for any columns.</summary>
internal static class RowScorePass
{
    public static (double[] Scores, WeightSums[] Sums) Run(
        ReadOnlySpan<RangeColumn> columns, byte absent, ReadOnlySpan<double> weights, RowSelection rows)
    {
        var table = ScoreTable(columns);
        var places = new Dictionary<double, int>();
        var sums = new List<WeightSums>();
        for (var i = 0; i < rows.WordCount; i++)
        {
            var word = rows.Word(i);
            if (word == 0)
            {
                continue;
            }

            word &= RowMean.Counting(columns, absent, i, out var valid);
            for (; word != 0; word &= word - 1)
            {
                var bit = BitOperations.TrailingZeroCount(word);
                var row = (i << 6) + bit;
                var sum = 0.0;
                for (var column = 0; column < columns.Length; column++)
                {
                    sum += table[(column << 8) + columns[column].Values[row]];
                }

                Add(places, sums, sum / valid[bit], weights.IsEmpty ? 1 : weights[row]);
            }
        }

        var scores = new double[places.Count];
        foreach (var (score, place) in places)
        {
            scores[place] = score;
        }

        return (scores, sums.ToArray());
    }

    private static void Add(Dictionary<double, int> places, List<WeightSums> sums, double score, double weight)
    {
        if (!places.TryGetValue(score, out var place))
        {
            place = sums.Count;
            places.Add(score, place);
            sums.Add(default);
        }

        var changed = sums[place];
        changed.Add(weight);
        sums[place] = changed;
    }

    /// <summary>The score of each value of each column, 0 where it is not valid and adds nothing.</summary>
    private static double[] ScoreTable(ReadOnlySpan<RangeColumn> columns)
    {
        var isOneScale = RowMean.IsOneScale(columns);
        var table = new double[columns.Length << 8];
        for (var k = 0; k < columns.Length; k++)
        {
            for (int value = columns[k].Low; value <= columns[k].High; value++)
            {
                table[(k << 8) + value] = isOneScale ? value : ScaleMap.Linear(value, columns[k].Low, columns[k].High, 0, 100);
            }
        }

        return table;
    }
}
