using System.Numerics;

namespace KassaSurvey.Statistics.Descriptive;

/// <summary>One pass over a byte column and its weights that sums weights and squared weights per value.</summary>
internal static class WeighingPass
{
    // Separate lanes for neighbouring rows, for the same reason as in CountingPass; additions of doubles wait even longer.
    private const int Lanes = 4;
    private const int LaneMask = Lanes - 1;

    public static ValueTally Run(ReadOnlySpan<byte> values, ReadOnlySpan<double> weights, RowSelection rows)
    {
        Span<WeightSums> cells = stackalloc WeightSums[Lanes * ValueTally.Size];
        cells.Clear();

        // The loops must not branch on a weight: a negative one shows in the joined signs, any other bad one in the sums.
        var signs = 0L;
        for (var i = 0; i < rows.WordCount; i++)
        {
            var word = rows.Word(i);
            var start = i << 6;
            if (word == ulong.MaxValue)
            {
                signs |= AddAll(cells, values.Slice(start, 64), weights.Slice(start, 64));
                continue;
            }

            for (; word != 0; word &= word - 1)
            {
                var row = start + BitOperations.TrailingZeroCount(word);
                signs |= BitConverter.DoubleToInt64Bits(weights[row]);
                cells[((row & LaneMask) << 8) + values[row]].Add(weights[row]);
            }
        }

        var tally = Merge(cells);
        if (signs < 0 || !double.IsFinite(tally.WeightBetween(0, ValueTally.Size - 1)))
        {
            RequireSelected(weights, rows);
        }

        return tally;
    }

    private static long AddAll(Span<WeightSums> cells, ReadOnlySpan<byte> values, ReadOnlySpan<double> weights)
    {
        var first = cells[..ValueTally.Size];
        var second = cells.Slice(ValueTally.Size, ValueTally.Size);
        var third = cells.Slice(2 * ValueTally.Size, ValueTally.Size);
        var fourth = cells.Slice(3 * ValueTally.Size, ValueTally.Size);
        var signs = 0L;
        for (var row = 0; row + 3 < values.Length && row + 3 < weights.Length; row += Lanes)
        {
            signs |= BitConverter.DoubleToInt64Bits(weights[row]) | BitConverter.DoubleToInt64Bits(weights[row + 1])
                | BitConverter.DoubleToInt64Bits(weights[row + 2]) | BitConverter.DoubleToInt64Bits(weights[row + 3]);
            first[values[row]].Add(weights[row]);
            second[values[row + 1]].Add(weights[row + 1]);
            third[values[row + 2]].Add(weights[row + 2]);
            fourth[values[row + 3]].Add(weights[row + 3]);
        }

        return signs;
    }

    private static void RequireSelected(ReadOnlySpan<double> weights, RowSelection rows)
    {
        for (var row = 0; row < weights.Length; row++)
        {
            if (rows.Contains(row))
            {
                WeightRules.Require(weights.Slice(row, 1), nameof(weights));
            }
        }
    }

    private static ValueTally Merge(Span<WeightSums> cells)
    {
        for (var cell = ValueTally.Size; cell < cells.Length; cell++)
        {
            cells[cell & (ValueTally.Size - 1)].Add(cells[cell]);
        }

        return ValueTally.FromSums(cells[..ValueTally.Size], isWeighted: true);
    }
}
