using System.Collections.Immutable;

namespace KassaSurvey.Domain.Analysis.Disclosure;

/// <summary>
/// The other categories of the segments that a filter names. Somebody who looks at one category after another and subtracts them from
/// everybody learns the last one: so a filter shows no more than a breakdown by the same segments would, with the same cells hidden.
/// </summary>
internal sealed class SiblingCells
{
    /// <summary>The largest crossed table that is decided as a whole; a larger one is decided line by line.</summary>
    public const int LargestTable = 64;

    private readonly ulong[][] _cells;
    private readonly bool[] _chosen;
    private readonly int _columns;

    private SiblingCells(ulong[][] cells, bool[] chosen, int columns) => (_cells, _chosen, _columns) = (cells, chosen, columns);

    /// <summary>The categories of one segment.</summary>
    /// <param name="within">Rows that the filter's other conditions leave; empty = every row.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="values">The categories that the filter names.</param>
    public static SiblingCells Of(ulong[] within, SegmentColumn segment, ImmutableSortedSet<string> values) =>
        new(Split(within, segment, null), Chosen(segment, values), 1);

    /// <summary>The crossed categories of two segments, or null when there are too many to be decided as a whole.</summary>
    public static SiblingCells? Of(
        ulong[] within, SegmentColumn first, ImmutableSortedSet<string> firstValues, SegmentColumn second, ImmutableSortedSet<string> secondValues)
    {
        var columns = Size(second);
        if (Size(first) * columns > LargestTable)
        {
            return null;
        }

        var (down, across) = (Chosen(first, firstValues), Chosen(second, secondValues));
        return new(
            Split(within, first, second),
            [.. down.SelectMany(row => across.Select(column => row && column))],
            columns);
    }

    /// <summary>True when a figure of the chosen categories, beside those of the others, would give away one that is hidden.</summary>
    public bool Reveals(CountRows count, DisclosureRule rule)
    {
        // Few rows need reading to see that no category is too small, which is how nearly every question ends.
        if (!Array.Exists(_cells, rows => rule.Hides(count(rows, rule.FewestShown))))
        {
            return false;
        }

        var counts = Array.ConvertAll(_cells, rows => count(rows, long.MaxValue));
        var hidden = _columns == 1 ? CellSuppression.OfList(counts, rule) : Hidden(counts, rule);
        var touched = hidden.Where((isHidden, cell) => isHidden && _chosen[cell]).Count();
        // All hidden categories of a list together are what the others leave of the total: known anyway, and enough of them.
        return touched > 0 && !(_columns == 1 && touched == hidden.Count(isHidden => isHidden));
    }

    private bool[] Hidden(long[] counts, DisclosureRule rule)
    {
        var table = new long[counts.Length / _columns, _columns];
        for (var i = 0; i < counts.Length; i++)
        {
            table[i / _columns, i % _columns] = counts[i];
        }

        return [.. CellSuppression.OfTable(table, rule).Cast<bool>()];
    }

    /// <summary>Those whose category is not known are a group like the others: everybody less all categories gives them away.</summary>
    private static int Size(SegmentColumn segment) => segment.Categories.Length + 1;

    private static bool[] Chosen(SegmentColumn segment, ImmutableSortedSet<string> values) =>
        [.. segment.Categories.Select(values.Contains), false];

    private static ulong[][] Split(ulong[] within, SegmentColumn first, SegmentColumn? second)
    {
        var columns = second is null ? 1 : Size(second);
        var rows = first.Codes.Length;
        var split = new ulong[Size(first) * columns][];
        for (var cell = 0; cell < split.Length; cell++)
        {
            split[cell] = new ulong[(rows + 63) / 64];
        }

        var (down, across) = (Places(first, columns), second is null ? [] : Places(second, 1));
        for (var row = 0; row < rows; row++)
        {
            if (within.Length == 0 || (within[row >> 6] >> (row & 63) & 1) != 0)
            {
                var place = down[first.Codes[row]] + (second is null ? 0 : across[second.Codes[row]]);
                split[place][row >> 6] |= 1UL << (row & 63);
            }
        }

        return split;
    }

    /// <summary>The place of each code, so many apart; the unknown come last.</summary>
    private static int[] Places(SegmentColumn segment, int apart)
    {
        var places = new int[SegmentColumn.Unknown + 1];
        for (var code = 0; code < places.Length; code++)
        {
            places[code] = Math.Min(code, segment.Categories.Length) * apart;
        }

        return places;
    }
}
