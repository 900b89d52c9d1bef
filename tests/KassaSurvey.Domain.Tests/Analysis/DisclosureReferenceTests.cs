using System.Text.Json;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Analysis.Disclosure;

namespace KassaSurvey.Domain.Tests.Analysis;

/// <summary>misc_reference.json, suppression.* and differencing.*: computed there by a linear program and by hand.</summary>
public sealed class DisclosureReferenceTests
{
    private static readonly JsonElement Reference = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference", "misc_reference.json"))).RootElement;

    private static readonly long[,] Table = TableOf(Reference.GetProperty("suppression").GetProperty("table"));

    [Theory]
    [InlineData("primary_only")]
    [InlineData("with_complement")]
    [InlineData("bad_complement")]
    public void Audit_HiddenCells_HaveTheBoundsOfTheLinearProgram(string pattern)
    {
        var expected = Reference.GetProperty("suppression").GetProperty(pattern);
        var (audit, hidden) = AuditOf([.. expected.GetProperty("hidden").EnumerateArray().Select(cell => cell.GetString()!)]);

        foreach (var cell in expected.GetProperty("audit").EnumerateObject())
        {
            var place = PlaceOf(cell.Name);
            Assert.Equal(cell.Value.GetProperty("true").GetInt64(), Table[place / 3, place % 3]);
            Assert.Equal(
                ((long)cell.Value.GetProperty("lo").GetDouble(), (long)cell.Value.GetProperty("hi").GetDouble()), audit.Bounds(place, hidden));
            var exact = cell.Value.GetProperty("exactly_recoverable").GetBoolean();
            Assert.True(!exact || audit.IsDisclosed(place, hidden, DisclosureRule.Floor));
        }
    }

    [Fact]
    public void Rule_OnTheReferenceTable_HidesWhatItSays()
    {
        var primary = Reference.GetProperty("suppression").GetProperty("primary_only").GetProperty("hidden")
            .EnumerateArray().Select(cell => PlaceOf(cell.GetString()!)).ToHashSet();

        Assert.Equal("primary: 0<n<5", Reference.GetProperty("suppression").GetProperty("rule").GetString());
        Assert.All(Enumerable.Range(0, Table.Length), place =>
            Assert.Equal(primary.Contains(place), DisclosureRule.Default.Hides(Table[place / 3, place % 3])));
        // What the rule hides alone is recoverable, so the product hides more, and then no hidden small cell is.
        var hidden = CellSuppression.OfTable(Table, DisclosureRule.Default);
        var (audit, flags) = AuditOf([.. Enumerable.Range(0, Table.Length).Where(place => hidden[place / 3, place % 3]).Select(place => $"r{place / 3}c{place % 3}")]);
        Assert.All(primary, place => Assert.True(hidden[place / 3, place % 3] && !audit.IsDisclosed(place, flags, DisclosureRule.Floor)));
    }

    [Fact]
    public void Differencing_TheReferencePair_WouldTellTheMeanOfFourAndIsHidden()
    {
        const long all = 412, filtered = 408;
        var recovered = ((all * 6.10) - (filtered * 6.12)) / (all - filtered);

        Assert.Equal(Reference.GetProperty("differencing").GetProperty("recovered_mean").GetDouble(), recovered, 9);
        Assert.True(DisclosureRule.Default.Hides(all - filtered));
        var wave = DisclosureWave.Of(("full", (int)filtered), ("part", (int)(all - filtered)));
        var reading = DisclosureWave.Grade(wave, Population.Everybody.With("benefit", "full"));
        Assert.Equal(SuppressionReason.WouldRevealOthers, Assert.IsType<Reading.Suppressed>(reading).Reason);
    }

    private static (SuppressionAudit Audit, bool[] Hidden) AuditOf(IReadOnlyList<string> names)
    {
        long[] rows = [.. Enumerable.Range(0, 4).Select(row => Enumerable.Range(0, 3).Sum(column => Table[row, column]))];
        long[] columns = [.. Enumerable.Range(0, 3).Select(column => Enumerable.Range(0, 4).Sum(row => Table[row, column]))];
        var cells = CellSuppression.CellsOf(Table, rows, columns);
        var hidden = new bool[cells.Count];
        foreach (var name in names)
        {
            hidden[PlaceOf(name)] = true;
        }

        return (new(cells), hidden);
    }

    /// <summary>"r3c2" by rows of three.</summary>
    private static int PlaceOf(string name) => ((name[1] - '0') * 3) + (name[3] - '0');

    private static long[,] TableOf(JsonElement rows)
    {
        var table = new long[rows.GetArrayLength(), rows[0].GetArrayLength()];
        for (var i = 0; i < table.Length; i++)
        {
            table[i / 3, i % 3] = rows[i / 3][i % 3].GetInt64();
        }

        return table;
    }
}
