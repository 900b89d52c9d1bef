using System.Runtime.Intrinsics;

namespace KassaSurvey.Statistics.Descriptive;

/// <summary>Narrows a bitmap of rows by the values of a column.</summary>
public static class ValueFilter
{
    /// <summary>Keeps a selected row only if its value is one of those accepted.</summary>
    /// <param name="selection">Bit <c>i</c> = row <c>i</c>, one word for 64 rows; changed in place.</param>
    /// <param name="values">One coded value per row.</param>
    /// <param name="accepted">The values to keep; none keeps no row.</param>
    /// <exception cref="ArgumentException">The bitmap does not have a word for every 64 rows.</exception>
    public static void Keep(Span<ulong> selection, ReadOnlySpan<byte> values, ReadOnlySpan<byte> accepted)
    {
        if (selection.Length != (values.Length + 63) / 64)
        {
            throw new ArgumentException($"A selection of {values.Length} rows has {(values.Length + 63) / 64} words, not {selection.Length}.", nameof(selection));
        }

        for (var word = 0; word < selection.Length; word++)
        {
            var rows = WordOfBytes.Load(values, word);
            var kept = Vector512<byte>.Zero;
            foreach (var value in accepted)
            {
                kept |= Vector512.Equals(rows, Vector512.Create(value));
            }

            selection[word] &= kept.ExtractMostSignificantBits();
        }
    }
}
