using System.Numerics;
using System.Runtime.Intrinsics;
using KassaSurvey.Statistics.Descriptive;

namespace KassaSurvey.Statistics.Inference;

/// <summary>Row means of columns on one short scale: a row's sum fits into a byte, so 64 rows are added at once and tallied by sum and count.</summary>
internal static class RowSumPass
{
    // Separate lanes for neighbouring rows, for the same reason as in CountingPass.
    private const int LaneMask = 3;

    public static bool CanRun(ReadOnlySpan<RangeColumn> columns) =>
        RowMean.IsOneScale(columns) && (columns.IsEmpty || columns.Length * columns[0].High <= byte.MaxValue);

    public static (double[] Scores, WeightSums[] Sums) Run(
        ReadOnlySpan<RangeColumn> columns, byte absent, ReadOnlySpan<double> weights, RowSelection rows)
    {
        var stride = columns.IsEmpty ? 1 : (columns.Length * columns[0].High) + 1;
        var size = (columns.Length + 1) * stride;
        var sums = new WeightSums[(LaneMask + 1) * size];
        Span<byte> sum = stackalloc byte[WordOfBytes.Size];
        Span<byte> valid = stackalloc byte[WordOfBytes.Size];
        for (var i = 0; i < rows.WordCount; i++)
        {
            if (rows.Word(i) is not (var word and not 0))
            {
                continue;
            }

            word &= RowMean.Counting(columns, absent, i, out var counts);
            Sum(columns, i).CopyTo(sum);
            counts.CopyTo(valid);
            for (; word != 0; word &= word - 1)
            {
                var row = BitOperations.TrailingZeroCount(word);
                sums[((row & LaneMask) * size) + (valid[row] * stride) + sum[row]].Add(weights.IsEmpty ? 1 : weights[(i << 6) + row]);
            }
        }

        for (var cell = size; cell < sums.Length; cell++)
        {
            sums[cell % size].Add(sums[cell]);
        }

        var scores = new double[size];
        for (var cell = 0; cell < size; cell++)
        {
            scores[cell] = (double)(cell % stride) / (cell / stride);
        }

        return (scores, sums[..size]);
    }

    private static Vector512<byte> Sum(ReadOnlySpan<RangeColumn> columns, int word)
    {
        var sum = Vector512<byte>.Zero;
        foreach (var column in columns)
        {
            var values = WordOfBytes.Load(column.Values, word);
            sum += values & WordOfBytes.Between(values, column.Low, column.High);
        }

        return sum;
    }
}
