using System.Numerics;

namespace KassaSurvey.Statistics.Descriptive;

/// <summary>The rows a statistic looks at: a bitmap where bit <c>i</c> is row <c>i</c>, or nothing for every row.</summary>
internal readonly ref struct RowSelection
{
    private readonly ReadOnlySpan<ulong> words;
    private readonly int rows;

    /// <summary>Checks once that the bitmap has a word for every 64 rows, so that loops need not.</summary>
    public RowSelection(ReadOnlySpan<ulong> words, int rows, string name)
    {
        if (!words.IsEmpty && words.Length != (rows + 63) / 64)
        {
            throw new ArgumentException($"A selection of {rows} rows has {(rows + 63) / 64} words, not {words.Length}.", name);
        }

        this.words = words;
        this.rows = rows;
    }

    public bool IsEverything => words.IsEmpty;

    public int WordCount => (rows + 63) / 64;

    public bool Contains(int row) => words.IsEmpty || (words[row >> 6] >> (row & 63) & 1) != 0;

    /// <summary>The selected rows among 64·index … 64·index+63; bits behind the last row are ignored.</summary>
    public ulong Word(int index)
    {
        var word = words.IsEmpty ? ulong.MaxValue : words[index];
        var left = rows - (index << 6);
        return left >= 64 ? word : word & ((1UL << left) - 1);
    }

    public int Count()
    {
        var count = 0;
        for (var i = 0; i < WordCount; i++)
        {
            count += BitOperations.PopCount(Word(i));
        }

        return count;
    }
}
