using FsCheck.Xunit;
using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Random;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Descriptive;

public class BitTallyTests
{
    private const byte Empty = 254;

    [Property]
    public void Bit_AnyColumn_EqualsTheTallyOfTheBitSpreadOut(ulong seed, ushort length, bool isWeighted, bool isSelected)
    {
        var random = new SeededGenerator(seed);
        var rows = length % 400;
        var bits = 1 + random.NextInt(BitTally.MaximumBits);
        var values = new int[rows];
        foreach (ref var value in values.AsSpan())
        {
            value = random.NextInt(5) == 0 ? -random.NextInt(4) : (int)(random.NextBits() & ((1UL << bits) - 1));
        }

        double[] weights = isWeighted ? [.. values.Select(_ => random.NextDouble() * 3)] : [];
        var bitmap = isSelected ? TwoWaves.Bitmap([.. values.Select(_ => random.NextInt(2) == 0)]) : [];
        var tally = BitTally.Of(values, bits, weights, bitmap);
        for (var bit = 0; bit < bits; bit++)
        {
            byte[] column = [.. values.Select(value => value < 0 ? (byte)value : value == 0 ? Empty : (byte)(value >> bit & 1))];
            var expected = ValueTally.Of(column, weights, bitmap);
            var actual = tally.Bit(bit, Empty);
            Assert.Equal(expected.IsWeighted, actual.IsWeighted);
            for (var value = 0; value < ValueTally.Size; value++)
            {
                Assert.Equal(expected.Count(value), actual.Count(value));
                Close.To(expected.Weight(value), actual.Weight(value), 1e-12);
                Close.To(expected.SquaredWeight(value), actual.SquaredWeight(value), 1e-12);
            }
        }
    }

    [Fact]
    public void Of_WhatDoesNotFit_Throws()
    {
        Assert.Throws<ArgumentException>(() => BitTally.Of([1], 3, [1, 1], []));
        Assert.Throws<ArgumentException>(() => BitTally.Of([1], 3, [double.NaN], []));
        Assert.Throws<ArgumentException>(() => BitTally.Of([1], 3, [], [1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => BitTally.Of([1], 0, [], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => BitTally.Of([1], 32, [], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => BitTally.Of([1], 3, [], []).Bit(8, Empty));
        Assert.Throws<ArgumentOutOfRangeException>(() => BitTally.Of([1], 3, [], []).Bit(0, 1));
    }
}
