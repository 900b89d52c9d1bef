using System.Numerics;
using System.Runtime.InteropServices;

namespace KassaSurvey.Statistics.Descriptive;

/// <summary>One pass over a byte column that counts values.</summary>
internal static class CountingPass
{
    // Survey answers repeat (most people answer 6 or 7), so with one histogram each increment would wait for the store
    // of the one before it. Four histograms let neighbouring rows proceed independently.
    private const int Lanes = 4;

    public static ValueTally Run(ReadOnlySpan<byte> values, RowSelection rows)
    {
        Span<int> lanes = stackalloc int[Lanes * ValueTally.Size];
        if (rows.IsEverything)
        {
            CountAll(values, lanes);
        }
        else
        {
            CountSelected(values, rows, lanes);
        }

        var counts = new long[ValueTally.Size];
        for (var value = 0; value < ValueTally.Size; value++)
        {
            counts[value] = (long)lanes[value] + lanes[value + 256] + lanes[value + 512] + lanes[value + 768];
        }

        return new ValueTally(counts, null, null);
    }

    private static void CountSelected(ReadOnlySpan<byte> values, RowSelection rows, Span<int> lanes)
    {
        for (var i = 0; i < rows.WordCount; i++)
        {
            var word = rows.Word(i);
            if (word == 0)
            {
                continue;
            }

            var start = i << 6;
            if (word == ulong.MaxValue)
            {
                CountAll(values.Slice(start, 64), lanes);
                continue;
            }

            for (var lane = 0; word != 0; word &= word - 1, lane = (lane + 256) & 1023)
            {
                lanes[lane + values[start + BitOperations.TrailingZeroCount(word)]]++;
            }
        }
    }

    private static void CountAll(ReadOnlySpan<byte> values, Span<int> lanes)
    {
        var blocks = MemoryMarshal.Cast<byte, ulong>(values);
        foreach (var block in blocks)
        {
            lanes[(byte)block]++;
            lanes[256 + (byte)(block >> 8)]++;
            lanes[512 + (byte)(block >> 16)]++;
            lanes[768 + (byte)(block >> 24)]++;
            lanes[(byte)(block >> 32)]++;
            lanes[256 + (byte)(block >> 40)]++;
            lanes[512 + (byte)(block >> 48)]++;
            lanes[768 + (byte)(block >> 56)]++;
        }

        foreach (var value in values[(blocks.Length << 3)..])
        {
            lanes[value]++;
        }
    }
}
