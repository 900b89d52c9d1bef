using System.Numerics;
using System.Runtime.Intrinsics;

namespace KassaSurvey.Statistics.Descriptive;

/// <summary>Counts rows up to a limit, for questions of the kind "are there at least five?": mostly a few words of a bitmap answer them.</summary>
public static class RangeCount
{
    /// <summary>The rows of a selection, but no more than it takes to reach the limit.</summary>
    /// <param name="selection">Bit <c>i</c> = row <c>i</c> is looked at.</param>
    /// <param name="limit">Counting stops once this many were found.</param>
    /// <returns>The exact number when it is below the limit, else some number of at least the limit.</returns>
    public static long Selected(ReadOnlySpan<ulong> selection, long limit)
    {
        var count = 0L;
        for (var i = 0; i < selection.Length && count < limit; i++)
        {
            count += BitOperations.PopCount(selection[i]);
        }

        return count;
    }

    /// <summary>The selected rows of a byte column with a value from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    /// <param name="values">One coded value per row.</param>
    /// <param name="low">Lowest value that counts, 0–255.</param>
    /// <param name="high">Highest value that counts; none does when it is below <paramref name="low"/>.</param>
    /// <param name="selection">Bit <c>i</c> = row <c>i</c> is looked at; empty = every row.</param>
    /// <param name="limit">Counting stops once this many were found.</param>
    /// <returns>The exact number when it is below the limit, else some number of at least the limit.</returns>
    /// <exception cref="ArgumentException">The bitmap does not fit, or an end is not 0–255.</exception>
    public static long Between(ReadOnlySpan<byte> values, int low, int high, ReadOnlySpan<ulong> selection, long limit)
    {
        ValueTally.RequireRange(low, high);
        var rows = new RowSelection(selection, values.Length, nameof(selection));
        var count = 0L;
        for (var i = 0; i < rows.WordCount && count < limit && low <= high; i++)
        {
            if (rows.Word(i) is var word and not 0)
            {
                var inside = WordOfBytes.Between(WordOfBytes.Load(values, i), (byte)low, (byte)high);
                count += BitOperations.PopCount(inside.ExtractMostSignificantBits() & word);
            }
        }

        return count;
    }
}
