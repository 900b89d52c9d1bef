using FsCheck.Xunit;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Analysis.Disclosure;
using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Domain.Tests.Analysis;

/// <summary>The tables of the specification, and laws over random ones.</summary>
public class SuppressionAuditTests
{
    private static readonly long[,] Example = { { 20, 3, 17 }, { 25, 12, 30 }, { 14, 9, 11 }, { 8, 22, 4 } };

    [Fact]
    public void Bounds_TwoCellsAloneInTheirLines_AreExact() =>
        Assert.Equal([(3L, 3L), (4L, 4L)], Bounds((0, 1), (3, 2)));

    [Fact]
    public void Bounds_FourCellsInARectangle_AreWide() =>
        Assert.Equal([(0L, 20L), (0L, 20L), (5L, 25L), (1L, 21L)], Bounds((0, 1), (0, 2), (3, 1), (3, 2)));

    [Fact]
    public void Bounds_TwoInEachRowButOneInAColumn_AreAllExact() =>
        Assert.Equal([(20L, 20L), (3L, 3L), (22L, 22L), (4L, 4L)], Bounds((0, 0), (0, 1), (3, 1), (3, 2)));

    [Fact]
    public void OfTable_Example_HidesTheSmallOnesAndProtectsThem()
    {
        var hidden = CellSuppression.OfTable(Example, DisclosureRule.Default);

        Assert.True(hidden[0, 1] && hidden[3, 2]);
        Assert.InRange(hidden.Cast<bool>().Count(cell => cell), 4, 6);
    }

    [Fact]
    public void OfList_OneSmallCategory_HidesTheNextSmallestToo() =>
        Assert.Equal([true, true, false], CellSuppression.OfList([3, 12, 40], DisclosureRule.Default));

    [Fact]
    public void OfList_NothingSmall_HidesNothing() => Assert.Equal([false, false, false], CellSuppression.OfList([5, 0, 40], DisclosureRule.Default));

    /// <summary>Tries every list of counts that has the same sum and the same shown cells: what an attacker with patience can do.</summary>
    [Property]
    public void OfList_EveryPossibleList_LeavesEachHiddenCellWide(ulong seed)
    {
        var random = new SeededGenerator(seed);
        long[] counts = [.. Enumerable.Range(0, 4).Select(_ => (long)random.NextInt(14))];
        var hidden = CellSuppression.OfList(counts, DisclosureRule.Default);
        int[] places = [.. Enumerable.Range(0, 4).Where(i => hidden[i])];
        if (counts.Sum() < DisclosureRule.Floor)
        {
            return;
        }

        var sum = places.Sum(i => counts[i]);
        foreach (var place in places)
        {
            var possible = Lists(places.Length, sum).Select(list => list[Array.IndexOf(places, place)]).ToList();
            Assert.True(possible.Max() - possible.Min() >= DisclosureRule.Floor);
        }
    }

    /// <summary>Tries every crossed table with the same shown cells and shown totals.</summary>
    [Property(MaxTest = 40)]
    public void OfTable_EveryPossibleTable_LeavesEachHiddenSmallCellWide(ulong seed)
    {
        var random = new SeededGenerator(seed);
        var counts = new long[2, 3];
        for (var i = 0; i < 6; i++)
        {
            counts[i / 3, i % 3] = random.NextInt(3) == 0 ? random.NextInt(5) : 5 + random.NextInt(6);
        }

        long[] rows = [.. Enumerable.Range(0, 2).Select(row => Enumerable.Range(0, 3).Sum(column => counts[row, column]))];
        long[] columns = [.. Enumerable.Range(0, 3).Select(column => counts[0, column] + counts[1, column])];
        if (CellSuppression.OfList(rows, DisclosureRule.Default).Contains(true) || CellSuppression.OfList(columns, DisclosureRule.Default).Contains(true))
        {
            return;
        }

        var hidden = CellSuppression.OfTable(counts, DisclosureRule.Default);
        var seen = new Dictionary<int, (long Least, long Most)>();
        // With two rows whose totals are shown the first row says it all.
        foreach (var first in Lists(3, rows[0]).Where(first => Enumerable.Range(0, 3).All(column => first[column] <= columns[column])))
        {
            var table = Enumerable.Range(0, 6).Select(i => i < 3 ? first[i] : columns[i - 3] - first[i - 3]).ToArray();
            if (Enumerable.Range(0, 6).All(i => hidden[i / 3, i % 3] || table[i] == counts[i / 3, i % 3]))
            {
                for (var i = 0; i < 6; i++)
                {
                    var (least, most) = seen.GetValueOrDefault(i, (long.MaxValue, long.MinValue));
                    seen[i] = (Math.Min(least, table[i]), Math.Max(most, table[i]));
                }
            }
        }

        Assert.All(
            seen.Where(cell => hidden[cell.Key / 3, cell.Key % 3]),
            cell => Assert.True(cell.Value.Most - cell.Value.Least >= DisclosureRule.Floor));
    }

    [Property]
    public void Suppression_StricterRule_NeverShowsMore(ulong seed)
    {
        var random = new SeededGenerator(seed);
        var counts = new long[3, 4];
        for (var i = 0; i < 12; i++)
        {
            counts[i / 4, i % 4] = random.NextInt(25);
        }

        var loose = CellSuppression.OfTable(counts, new(5 + random.NextInt(4)));
        var strict = CellSuppression.OfTable(counts, new(9 + random.NextInt(5)));

        Assert.All(loose.Cast<bool>().Zip(strict.Cast<bool>()), pair => Assert.True(!pair.First || pair.Second));
    }

    private static (long Minimum, long Maximum)[] Bounds(params (int Row, int Column)[] places)
    {
        long[] rows = [40, 67, 34, 34];
        long[] columns = [67, 46, 62];
        var cells = CellSuppression.CellsOf(Example, rows, columns);
        var hidden = new bool[cells.Count];
        foreach (var (row, column) in places)
        {
            hidden[(row * 3) + column] = true;
        }

        var audit = new SuppressionAudit(cells);
        return [.. places.Select(place => audit.Bounds((place.Row * 3) + place.Column, hidden))];
    }

    private static IEnumerable<long[]> Lists(int length, long sum) => length == 0
        ? (sum == 0 ? [[]] : [])
        : length == 1
            ? [[sum]]
            : Enumerable.Range(0, (int)sum + 1).SelectMany(first => Lists(length - 1, sum - first).Select(rest => (long[])[first, .. rest]));
}
