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
        Span<Cell> cells = stackalloc Cell[Lanes * ValueTally.Size];
        cells.Clear();

        // Minimum and maximum of what was read: NaN, negative and infinite weights all show in them, so the loop needs
        // no branch. Math.Min and Math.Max propagate NaN.
        var smallest = 0.0;
        var largest = 0.0;
        for (var i = 0; i < rows.WordCount; i++)
        {
            for (var word = rows.Word(i); word != 0; word &= word - 1)
            {
                var row = (i << 6) + BitOperations.TrailingZeroCount(word);
                var weight = weights[row];
                smallest = Math.Min(smallest, weight);
                largest = Math.Max(largest, weight);
                ref var cell = ref cells[((row & LaneMask) << 8) + values[row]];
                cell.Count++;
                cell.Weight += weight;
                cell.Squared += weight * weight;
            }
        }

        if (!(smallest >= 0) || !double.IsFinite(largest))
        {
            throw new ArgumentException("Weights must be finite and not negative.", nameof(weights));
        }

        return Merge(cells);
    }

    private static ValueTally Merge(ReadOnlySpan<Cell> cells)
    {
        var counts = new long[ValueTally.Size];
        var sums = new double[ValueTally.Size];
        var squares = new double[ValueTally.Size];
        for (var lane = 0; lane < Lanes; lane++)
        {
            for (var value = 0; value < ValueTally.Size; value++)
            {
                var cell = cells[(lane << 8) + value];
                counts[value] += cell.Count;
                sums[value] += cell.Weight;
                squares[value] += cell.Squared;
            }
        }

        return new ValueTally(counts, sums, squares);
    }

    private struct Cell
    {
        public long Count;
        public double Weight;
        public double Squared;
    }
}
