using System.Numerics;

namespace KassaSurvey.Statistics.Descriptive;

/// <summary>
/// How often each bit is set in a column of bit sets, for instance of options that may be chosen together, from one pass.
/// A row with a positive value belongs to the base; 0 and negative values are missing answers and are kept apart by value.
/// </summary>
/// <remarks>
/// Each byte of the values is tallied by itself, so that a row costs the same however many bits are set in it.
/// Sums of weights of the rows without a bit are summed as such, never as base minus chosen.
/// </remarks>
public sealed class BitTally
{
    /// <summary>The number of bits a positive value can hold.</summary>
    public const int MaximumBits = 31;

    private readonly bool isWeighted;
    private readonly WeightSums[] planes;
    private readonly WeightSums[] missing;

    private BitTally(bool isWeighted, WeightSums[] planes, WeightSums[] missing)
    {
        this.isWeighted = isWeighted;
        this.planes = planes;
        this.missing = missing;
    }

    /// <summary>Tallies a column.</summary>
    /// <param name="values">One bit set per row; 0 or −1 to −254 = missing.</param>
    /// <param name="bits">How many of the lowest bits will be asked for, 1 to 31.</param>
    /// <param name="weights">One non-negative finite weight per row, or empty for unweighted.</param>
    /// <param name="selection">Bit <c>i</c> = row <c>i</c> is looked at; empty = every row.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, bits is not 1–31, or a weight is negative or not finite.</exception>
    public static BitTally Of(ReadOnlySpan<int> values, int bits, ReadOnlySpan<double> weights, ReadOnlySpan<ulong> selection)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, MaximumBits);
        if (!weights.IsEmpty && weights.Length != values.Length)
        {
            throw new ArgumentException($"{weights.Length} weights for {values.Length} values.", nameof(weights));
        }

        WeightRules.Require(weights, nameof(weights));
        var rows = new RowSelection(selection, values.Length, nameof(selection));
        var planes = new WeightSums[(bits + 7) / 8 * ValueTally.Size];
        var missing = new WeightSums[ValueTally.Size];
        for (var i = 0; i < rows.WordCount; i++)
        {
            for (var word = rows.Word(i); word != 0; word &= word - 1)
            {
                var row = (i << 6) + BitOperations.TrailingZeroCount(word);
                var weight = weights.IsEmpty ? 1 : weights[row];
                var value = values[row];
                if (value <= 0)
                {
                    missing[value & 255].Add(weight);
                    continue;
                }

                for (var plane = 0; plane < planes.Length; plane += ValueTally.Size, value >>= 8)
                {
                    planes[plane + (value & 255)].Add(weight);
                }
            }
        }

        return new BitTally(!weights.IsEmpty, planes, missing);
    }

    /// <summary>One bit as a column of its own: 1 = set, 0 = not set among the base; a missing −k is 256 − k, a missing 0 is <paramref name="empty"/>.</summary>
    /// <param name="bit">0 to one less than the bits tallied.</param>
    /// <param name="empty">The value under which rows of 0 are kept, 2–255.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bit was not tallied, or empty would mix with the base.</exception>
    public ValueTally Bit(int bit, byte empty)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bit);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(bit, planes.Length / ValueTally.Size * 8);
        ArgumentOutOfRangeException.ThrowIfLessThan(empty, 2);
        Span<WeightSums> cells = stackalloc WeightSums[ValueTally.Size];
        cells.Clear();
        for (var value = 2; value < ValueTally.Size; value++)
        {
            cells[value].Add(missing[value]);
        }

        cells[empty].Add(missing[0]);
        var plane = planes.AsSpan(bit / 8 * ValueTally.Size, ValueTally.Size);
        for (var value = 0; value < ValueTally.Size; value++)
        {
            cells[value >> (bit & 7) & 1].Add(plane[value]);
        }

        return ValueTally.FromSums(cells, isWeighted);
    }
}
