using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Analysis.Disclosure;
using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Domain.Tests.Analysis.Disclosure;

/// <summary>What may be told of those who answered, row by row.</summary>
public sealed class CoarseSegmentsTests
{
    [Theory]
    [InlineData(5, false)]
    [InlineData(10, false)]
    [InlineData(5, true)]
    public void AnyWave_EveryCombinationThatOccurs_IsSharedByEnough(int fewest, bool hasWeights)
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var random = new SeededGenerator((ulong)seed);
            var columns = Wave(random, (int)(random.NextDouble() * 400) + 20);
            var groups = hasWeights ? Enumerable.Range(0, columns.Count).Select(row => row % 2).ToArray() : [];

            var coarse = CoarseSegments.Of(columns, groups, fewest);

            var combinations = Enumerable.Range(0, columns.Count)
                .CountBy(row => string.Join('|', coarse.Codes.Values.Select(codes => codes[row])) + "|" + (hasWeights ? groups[row] : 0));
            Assert.All(combinations, combination => Assert.True(combination.Value >= Math.Min(fewest, columns.Count / 2), $"seed {seed}: {combination}"));
        }
    }

    [Fact]
    public void WhatIsTold_IsTrue()
    {
        var columns = Wave(new SeededGenerator(7), 500);

        var coarse = CoarseSegments.Of(columns, [], 5);

        Assert.All(coarse.Codes, segment => Assert.All(
            Enumerable.Range(0, columns.Count).Where(row => segment.Value[row] >= 0),
            row => Assert.Equal(columns.Segments[segment.Key].Codes[row], segment.Value[row])));
    }

    [Fact]
    public void WaveWithoutRareCombinations_KeepsEverything()
    {
        byte[] regions = [.. Enumerable.Range(0, 100).Select(row => (byte)(row % 2))];
        byte[] ages = [.. Enumerable.Range(0, 100).Select(row => (byte)(row / 50))];
        var columns = Columns.Of(100).WithSegment("region", regions, "north", "south").WithSegment("age", ages, "old", "young");

        var coarse = CoarseSegments.Of(columns, [], 5);

        Assert.Equal(regions.Select(code => (short)code), coarse.Codes["region"]);
        Assert.Equal(ages.Select(code => (short)code), coarse.Codes["age"]);
    }

    [Fact]
    public void OneRareCategory_IsPooledWithTheNextSmallest_SoThatItIsNotTheOnlyOther()
    {
        byte[] regions = [.. Enumerable.Range(0, 60).Select(row => (byte)(row < 2 ? 2 : row < 12 ? 1 : 0))];

        var coarse = CoarseSegments.Of(Columns.Of(60).WithSegment("region", regions, "large", "small", "tiny"), [], 5);

        Assert.Equal(12, coarse.Codes["region"].Count(code => code == CoarseSegments.Other));
        Assert.Equal(48, coarse.Codes["region"].Count(code => code == 0));
    }

    [Fact]
    public void AWeightThatTellsASegment_DoesNotTellItForAFew()
    {
        // Two responses of the south have a benefit nobody else there has; the weight says south.
        byte[] regions = [.. Enumerable.Range(0, 80).Select(row => (byte)(row < 20 ? 1 : 0))];
        byte[] benefits = [.. Enumerable.Range(0, 80).Select(row => (byte)(row < 2 || row >= 50 ? 1 : 0))];
        int[] weights = [.. regions.Select(region => (int)region)];

        var coarse = CoarseSegments.Of(
            Columns.Of(80).WithSegment("region", regions, "north", "south").WithSegment("benefit", benefits, "basic", "earned"), weights, 5);

        Assert.All(
            Enumerable.Range(0, 80).CountBy(row => (weights[row], coarse.Codes["region"][row], coarse.Codes["benefit"][row])),
            combination => Assert.True(combination.Value >= 5));
    }

    private static ResponseColumns Wave(SeededGenerator random, int count)
    {
        byte[] Codes(int categories) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() < 0.03
            ? SegmentColumn.Unknown
            : (byte)(categories * Math.Pow(random.NextDouble(), 2)))];
        return Columns.Of(count).WithSegment("age", Codes(4), "a", "b", "c", "d").WithSegment("region", Codes(9), "1", "2", "3", "4", "5", "6", "7", "8", "9")
            .WithSegment("benefit", Codes(3), "x", "y", "z");
    }
}
