using System.Collections.Immutable;
using System.Numerics;
using KassaSurvey.Domain.Analysis.Disclosure;

namespace KassaSurvey.Domain.Analysis;

/// <summary>Some of a wave's responses, as a bitmap (bit i of word i/64).</summary>
internal sealed class RowSet
{
    private readonly ulong[] _words;
    private readonly int _of;

    private RowSet(ulong[] words, int of) => (_words, _of) = (words, of);

    /// <summary>The rows of a population; an empty selection means every row.</summary>
    public static RowSet Of(ulong[] selection, int count) => selection.Length == 0 ? Where(count, _ => true) : new(selection, count);

    /// <summary>The rows for which something holds.</summary>
    public static RowSet Where(int count, Func<int, bool> holds)
    {
        var words = new ulong[(count + 63) / 64];
        for (var row = 0; row < count; row++)
        {
            words[row >> 6] |= holds(row) ? 1UL << (row & 63) : 0;
        }

        return new(words, count);
    }

    /// <summary>Number of rows.</summary>
    public int Count => _words.Sum(BitOperations.PopCount);

    /// <summary>The rows that are in this set and in each of the others.</summary>
    public RowSet And(IEnumerable<RowSet> others)
    {
        var words = _words.ToArray();
        foreach (var other in others)
        {
            for (var word = 0; word < words.Length; word++)
            {
                words[word] &= other._words[word];
            }
        }

        return new(words, _of);
    }

    /// <summary>How many rows are here and not in the other set.</summary>
    public int CountOutside(RowSet other)
    {
        var outside = 0;
        for (var word = 0; word < _words.Length; word++)
        {
            outside += BitOperations.PopCount(_words[word] & ~other._words[word]);
        }

        return outside;
    }

    /// <summary>Counts this set's rows within groups of rows.</summary>
    public CountRows Counting() => (rows, limit) =>
    {
        var found = 0L;
        for (var word = 0; word < rows.Length && found < limit; word++)
        {
            found += BitOperations.PopCount(rows[word] & _words[word]);
        }

        return found;
    };

    /// <summary>The rows in ascending order.</summary>
    public ImmutableArray<int> Rows()
    {
        var rows = ImmutableArray.CreateBuilder<int>(Count);
        for (var word = 0; word < _words.Length; word++)
        {
            for (var left = _words[word]; left != 0; left &= left - 1)
            {
                rows.Add((word << 6) + BitOperations.TrailingZeroCount(left));
            }
        }

        return rows.MoveToImmutable();
    }
}
