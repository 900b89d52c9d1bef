using FsCheck.Xunit;
using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Random;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Descriptive;

public class ValueTallyTests
{
    [Property]
    public void Of_AnyColumn_EqualsRowByRowSums(ulong seed, ushort length, bool isWeighted, bool isSelected)
    {
        var generator = new SeededGenerator(seed);
        var values = new byte[length % 700];
        var weights = new double[isWeighted ? values.Length : 0];
        var flags = new bool[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (byte)(generator.NextInt(4) == 0 ? generator.NextInt(256) : 7);
            flags[i] = !isSelected || (i / 64 % 3) switch { 0 => false, 1 => true, _ => generator.NextInt(2) == 0 };
            if (isWeighted)
            {
                weights[i] = generator.NextDouble() * 3;
            }
        }

        var tally = ValueTally.Of(values, weights, isSelected ? TwoWaves.Bitmap(flags) : []);

        Assert.Equal(isWeighted && values.Length > 0, tally.IsWeighted);
        for (var value = 0; value < ValueTally.Size; value++)
        {
            var rows = Enumerable.Range(0, values.Length).Where(i => flags[i] && values[i] == value).ToArray();
            Assert.Equal(rows.Length, tally.Count(value));
            Close.To(rows.Sum(i => isWeighted ? weights[i] : 1), tally.Weight(value), 1e-12);
            Close.To(rows.Sum(i => isWeighted ? weights[i] * weights[i] : 1), tally.SquaredWeight(value), 1e-12);
        }
    }

    [Fact]
    public void Of_BitsBehindTheLastRow_AreIgnored()
    {
        var tally = ValueTally.Of([5, 6, 7], [], [ulong.MaxValue]);

        Assert.Equal(3, tally.CountBetween(0, 255));
    }

    [Fact]
    public void Of_NoRows_CountsNothing()
    {
        var tally = ValueTally.Of([], [], []);

        Assert.False(tally.IsWeighted);
        Assert.Equal(0, tally.CountBetween(0, 255));
        Assert.Equal(0, tally.WeightBetween(0, 255));
    }

    [Fact]
    public void FromCounts_ShortList_LeavesTheRestZero()
    {
        var tally = ValueTally.FromCounts([0, 2, 3]);

        Assert.Equal(5, tally.CountBetween(0, 255));
        Assert.Equal(3, tally.Weight(2));
        Assert.Equal(3, tally.SquaredWeight(2));
        Assert.Equal(0, tally.CountBetween(7, 1));
    }

    [Fact]
    public void Of_WrongLengths_Throws()
    {
        Assert.Throws<ArgumentException>(() => ValueTally.Of([1, 2], [1], []));
        Assert.Throws<ArgumentException>(() => ValueTally.Of([1, 2], [], [0, 0]));
        Assert.Throws<ArgumentException>(() => ValueTally.FromCounts(new long[257]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ValueTally.FromCounts([]).CountBetween(-1, 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => ValueTally.FromCounts([]).WeightBetween(0, 256));
        Assert.Throws<ArgumentException>(() => ValueTally.FromCounts([1, -1]));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Of_BadWeight_Throws(double weight) =>
        Assert.Throws<ArgumentException>(() => ValueTally.Of([1, 2], [1, weight], []));
}
