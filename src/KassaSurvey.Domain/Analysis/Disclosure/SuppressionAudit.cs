namespace KassaSurvey.Domain.Analysis.Disclosure;

/// <summary>
/// What a reader of a table with hidden cells can compute of them: the exact least and greatest count of each, from every total that is
/// shown (statistics: complementary suppression).
/// </summary>
/// <remarks>
/// A table with totals is a network: a cell is an arc from its row to its column, a total an arc back, and a table that adds up is a
/// circulation. The range of a hidden cell is what can flow around it through other hidden cells: a maximum flow, no linear program.
/// </remarks>
public sealed class SuppressionAudit
{
    private readonly IReadOnlyList<TableCell> _cells;
    private readonly int _lines;
    private readonly long _total;

    /// <summary>Takes the table.</summary>
    public SuppressionAudit(IReadOnlyList<TableCell> cells)
    {
        _cells = cells;
        _lines = cells.Count == 0 ? 0 : cells.Max(cell => Math.Max(cell.From, cell.To)) + 1;
        _total = cells.Sum(cell => cell.Count) + 1;
    }

    /// <summary>The least and the greatest count that a hidden cell can have, given everything that is shown.</summary>
    /// <param name="cell">Place of the cell in the table.</param>
    /// <param name="hidden">One flag per cell: hidden or not.</param>
    public (long Minimum, long Maximum) Bounds(int cell, ReadOnlySpan<bool> hidden)
    {
        var (from, to, count, _) = _cells[cell];
        if (!hidden[cell])
        {
            return (count, count);
        }

        var down = Math.Min(count, Flow(from, to, cell, hidden, count));
        return (count - down, count + Flow(to, from, cell, hidden, _total));
    }

    /// <summary>True when the cell's count can be told more exactly than the smallest count that may be shown.</summary>
    public bool IsDisclosed(int cell, ReadOnlySpan<bool> hidden, int minimumCell)
    {
        var (minimum, maximum) = Bounds(cell, hidden);
        return maximum - minimum < minimumCell;
    }

    /// <summary>How much can be moved from one line to another through hidden cells other than the one asked about, up to a limit.</summary>
    private long Flow(int source, int target, int without, ReadOnlySpan<bool> hidden, long limit)
    {
        var moved = new long[_cells.Count];
        var sum = 0L;
        while (sum < limit && Path(source, target, without, hidden, moved) is { } path)
        {
            var step = Math.Min(limit - sum, path.Min(arc => arc.Forward ? _total : _cells[arc.Cell].Count + moved[arc.Cell]));
            foreach (var (cell, forward) in path)
            {
                moved[cell] += forward ? step : -step;
            }

            sum += step;
        }

        return sum;
    }

    private List<(int Cell, bool Forward)>? Path(int source, int target, int without, ReadOnlySpan<bool> hidden, long[] moved)
    {
        var reachedBy = new (int Cell, bool Forward, int Line)?[_lines];
        var queue = new Queue<int>([source]);
        while (queue.TryDequeue(out var line) && reachedBy[target] is null)
        {
            for (var cell = 0; cell < _cells.Count; cell++)
            {
                if (cell == without || !hidden[cell])
                {
                    continue;
                }

                // A count can always be larger, and smaller down to nothing.
                if (_cells[cell].From == line)
                {
                    Reach(_cells[cell].To, cell, true, line);
                }
                else if (_cells[cell].To == line && _cells[cell].Count + moved[cell] > 0)
                {
                    Reach(_cells[cell].From, cell, false, line);
                }
            }
        }

        if (reachedBy[target] is null)
        {
            return null;
        }

        var path = new List<(int, bool)>();
        for (var line = target; line != source;)
        {
            var (cell, forward, previous) = reachedBy[line]!.Value;
            path.Add((cell, forward));
            line = previous;
        }

        return path;

        void Reach(int next, int cell, bool forward, int line)
        {
            if (next != source && reachedBy[next] is null)
            {
                reachedBy[next] = (cell, forward, line);
                queue.Enqueue(next);
            }
        }
    }
}

/// <summary>A count in a table that adds up.</summary>
/// <param name="From">The line it is taken from: a row for a cell, the sum's line for a total.</param>
/// <param name="To">The line it is added to.</param>
/// <param name="Count">Answers.</param>
/// <param name="IsTotal">True for a total: it is shown or hidden by others and never hidden to protect a cell.</param>
public readonly record struct TableCell(int From, int To, long Count, bool IsTotal);
