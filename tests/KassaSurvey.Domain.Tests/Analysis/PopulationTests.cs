using FsCheck.Xunit;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Domain.Tests.Analysis;

public class PopulationTests
{
    private static readonly string[] Regions = ["Lappi", "Pirkanmaa", "Uusimaa"];
    private static readonly string[] Ages = ["-29", "30-49", "50-"];

    /// <summary>Whatever the number of rows, the bitmap selects the rows that a plain loop selects, and no bit beyond them.</summary>
    [Property]
    public void Select_AnyRowsAndConditions_SelectsWhatAPlainLoopDoes(ulong seed)
    {
        var random = new SeededGenerator(seed);
        var columns = Rows(random, random.NextInt(200));
        var population = Population.Everybody;
        for (var i = 0; i < 1 + random.NextInt(4); i++)
        {
            population = random.NextInt(2) == 0
                ? population.With("region", Regions[random.NextInt(Regions.Length)])
                : population.With("age", Ages[random.NextInt(Ages.Length)]);
        }

        var selection = population.Select(columns);

        for (var row = 0; row < selection.Length * 64; row++)
        {
            var selected = (selection[row / 64] >> (row % 64) & 1) == 1;
            Assert.Equal(row < columns.Count && Has(population, columns, "region", row) && Has(population, columns, "age", row), selected);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    public void Select_EveryCategoryAccepted_SelectsExactlyTheRows(int count)
    {
        var columns = Columns.Of(count).WithSegment("region", new byte[count], "Uusimaa");

        var selection = Population.Everybody.With("region", "Uusimaa").Select(columns);

        Assert.Equal(count, selection.Sum(word => (long)ulong.PopCount(word)));
        Assert.Equal((count + 63) / 64, selection.Length);
    }

    [Fact]
    public void Select_Everybody_IsTheEmptyBitmap() => Assert.Empty(Population.Everybody.Select(Rows(new(1), 100)));

    [Fact]
    public void Select_SegmentTheWaveDoesNotHave_SelectsNobody()
    {
        var selection = Population.Everybody.With("gender", "woman").Select(Rows(new(1), 100));

        Assert.NotEmpty(selection);
        Assert.All(selection, word => Assert.Equal(0UL, word));
    }

    [Fact]
    public void Select_UnknownCategoryOfARow_IsInNoSelection()
    {
        var columns = Columns.Of(2).WithSegment("region", [0, SegmentColumn.Unknown], "Uusimaa");

        Assert.Equal([1UL], Population.Everybody.With("region", "Uusimaa").Select(columns));
    }

    [Fact]
    public void Check_UnknownSegmentAndValue_SayBoth()
    {
        var population = Population.Everybody.With("gender", "woman").With("region", "Skåne");

        Assert.Equal(
            ["Population.UnknownSegment", "Population.UnknownValue"],
            population.Check(Rows(new(1), 10)).Select(error => error.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Equals_SameConditionsInOtherOrder_IsEqual()
    {
        var one = Population.Everybody.With("region", "Lappi").With("region", "Uusimaa").With("age", "50-");
        var other = Population.Everybody.With("age", "50-").With("region", "Uusimaa").With("region", "Lappi");

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, other.Without("age", "50-"));
    }

    [Fact]
    public void Without_LastValue_IsEverybodyAgain()
    {
        var population = Population.Everybody.With("region", "Lappi").Without("region", "Lappi").Without("age", "50-");

        Assert.True(population.IsEverybody);
        Assert.Equal(Population.Everybody, population);
    }

    private static ResponseColumns Rows(SeededGenerator random, int count) => Columns.Of(count)
        .WithSegment("region", Codes(random, count), Regions)
        .WithSegment("age", Codes(random, count), Ages);

    private static byte[] Codes(SeededGenerator random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => random.NextInt(4) is var code && code == 3 ? SegmentColumn.Unknown : (byte)code)];

    private static bool Has(Population population, ResponseColumns columns, string name, int row)
    {
        if (!population.Conditions.TryGetValue(name, out var values))
        {
            return true;
        }

        var segment = columns.Segments[name];
        return segment.Codes[row] != SegmentColumn.Unknown && values.Contains(segment.Categories[segment.Codes[row]]);
    }
}
