namespace KassaSurvey.Domain.Analysis.Disclosure;

/// <summary>Decides which cells of a table of counts are hidden, so that none of the hidden can be computed from what is shown.</summary>
public static class CellSuppression
{
    /// <summary>The cells to hide in a list of categories whose sum is shown.</summary>
    /// <param name="counts">Answers per category.</param>
    /// <param name="rule">How few are too few.</param>
    public static bool[] OfList(IReadOnlyList<long> counts, DisclosureRule rule)
    {
        List<TableCell> cells = [.. counts.Select(count => new TableCell(0, 1, count, false)), new(1, 0, counts.Sum(), true)];
        var hidden = new bool[cells.Count];
        foreach (var step in StepsOf(rule))
        {
            Hide(cells, hidden, step);
        }

        return hidden[..counts.Count];
    }

    /// <summary>The cells to hide in a crossed table. Row and column totals are shown as they are when broken down by one segment alone.</summary>
    /// <param name="counts">Answers by row and column.</param>
    /// <param name="rule">How few are too few.</param>
    public static bool[,] OfTable(long[,] counts, DisclosureRule rule)
    {
        var (rows, columns) = (counts.GetLength(0), counts.GetLength(1));
        long[] rowTotals = [.. Enumerable.Range(0, rows).Select(row => Enumerable.Range(0, columns).Sum(column => counts[row, column]))];
        long[] columnTotals = [.. Enumerable.Range(0, columns).Select(column => Enumerable.Range(0, rows).Sum(row => counts[row, column]))];
        var cells = CellsOf(counts, rowTotals, columnTotals);
        var hidden = new bool[cells.Count];
        foreach (var step in StepsOf(rule))
        {
            hidden = [.. hidden[..(rows * columns)], .. OfList(rowTotals, step), .. OfList(columnTotals, step), false];
            Hide(cells, hidden, step);
        }

        var inner = new bool[rows, columns];
        for (var i = 0; i < rows * columns; i++)
        {
            inner[i / columns, i % columns] = hidden[i];
        }

        return inner;
    }

    /// <summary>The cells of a crossed table with its totals: cells by row, then the row totals, the column totals, the sum.</summary>
    public static List<TableCell> CellsOf(long[,] counts, IReadOnlyList<long> rowTotals, IReadOnlyList<long> columnTotals)
    {
        var (rows, columns) = (rowTotals.Count, columnTotals.Count);
        // Lines: the rows, the columns, the column of row totals, the row of column totals.
        var (totalColumn, totalRow) = (rows + columns, rows + columns + 1);
        return
        [
            .. Enumerable.Range(0, rows * columns).Select(i => new TableCell(i / columns, rows + (i % columns), counts[i / columns, i % columns], false)),
            .. rowTotals.Select((count, row) => new TableCell(totalColumn, row, count, true)),
            .. columnTotals.Select((count, column) => new TableCell(rows + column, totalRow, count, true)),
            new(totalRow, totalColumn, rowTotals.Sum(), true),
        ];
    }

    /// <summary>The limits from the floor up to the rule's, each starting from what the one before hid: so a stricter rule never shows more.</summary>
    private static IEnumerable<DisclosureRule> StepsOf(DisclosureRule rule)
    {
        for (var limit = DisclosureRule.Floor; limit <= Math.Max(rule.MinimumCell, DisclosureRule.Floor); limit++)
        {
            yield return new(limit);
        }
    }

    private static void Hide(List<TableCell> cells, bool[] hidden, DisclosureRule rule)
    {
        var audit = new SuppressionAudit(cells);
        for (var i = 0; i < cells.Count; i++)
        {
            hidden[i] |= !cells[i].IsTotal && rule.Hides(cells[i].Count);
        }

        while (Enumerable.Range(0, cells.Count).Where(i => hidden[i] && !cells[i].IsTotal && audit.IsDisclosed(i, hidden, rule.MinimumCell))
            .Select(i => (int?)i).FirstOrDefault() is { } disclosed)
        {
            var others = CheapestCircle(cells, hidden, disclosed);
            if (others.Count == 0 && Smallest(cells, hidden, disclosed) is { } other)
            {
                others.Add(other);
            }

            if (others.Count == 0)
            {
                // Nothing is left to hide behind: the whole table is dropped, empty cells included.
                for (var i = 0; i < cells.Count; i++)
                {
                    hidden[i] |= !cells[i].IsTotal;
                }

                return;
            }

            others.ForEach(cell => hidden[cell] = true);
        }
    }

    /// <summary>
    /// The shown cells with the fewest answers that close a circle with the disclosed one, through cells already hidden for nothing;
    /// empty when there is no circle, or one that is hidden already and too narrow.
    /// </summary>
    private static List<int> CheapestCircle(List<TableCell> cells, bool[] hidden, int disclosed)
    {
        var best = new Dictionary<int, (long Cost, int Cell, int Line)> { [cells[disclosed].To] = (0, -1, -1) };
        var queue = new PriorityQueue<int, long>([(cells[disclosed].To, 0L)]);
        while (queue.TryDequeue(out var line, out var cost))
        {
            if (cost > best[line].Cost)
            {
                continue;
            }

            for (var i = 0; i < cells.Count; i++)
            {
                var cell = cells[i];
                if (i == disclosed || (cell.From != line && cell.To != line) || (!hidden[i] && (cell.IsTotal || cell.Count == 0)))
                {
                    continue;
                }

                var next = cell.From == line ? cell.To : cell.From;
                var further = cost + (hidden[i] ? 0 : cell.Count);
                if (!best.TryGetValue(next, out var known) || further < known.Cost)
                {
                    best[next] = (further, i, line);
                    queue.Enqueue(next, further);
                }
            }
        }

        var circle = new List<int>();
        for (var line = cells[disclosed].From; best.TryGetValue(line, out var step) && step.Cell >= 0; line = step.Line)
        {
            if (!hidden[step.Cell])
            {
                circle.Add(step.Cell);
            }
        }

        return circle;
    }

    private static int? Smallest(List<TableCell> cells, bool[] hidden, int disclosed) => Enumerable.Range(0, cells.Count)
        .Where(i => !hidden[i] && !cells[i].IsTotal && cells[i].Count > 0)
        .OrderBy(i => SharesLine(cells[i], cells[disclosed]) ? 0 : 1).ThenBy(i => cells[i].Count)
        .Select(i => (int?)i).FirstOrDefault();

    private static bool SharesLine(TableCell one, TableCell other) => one.From == other.From || one.To == other.To;
}
