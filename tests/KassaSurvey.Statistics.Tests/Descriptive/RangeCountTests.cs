using FsCheck.Xunit;
using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Random;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Descriptive;

public class RangeCountTests
{
    [Property]
    public void Between_AnyColumn_EqualsTheTallyBelowTheLimit(ulong seed, ushort length, byte low, byte high, bool isSelected)
    {
        var random = new SeededGenerator(seed);
        byte[] values = [.. Enumerable.Range(0, length % 500).Select(_ => (byte)random.NextInt(256))];
        var bitmap = isSelected ? TwoWaves.Bitmap([.. values.Select(_ => random.NextInt(9) == 0)]) : [];
        var expected = ValueTally.Of(values, [], bitmap).CountBetween(low, high);

        Assert.Equal(expected, RangeCount.Between(values, low, high, bitmap, long.MaxValue));
        Assert.Equal(expected, RangeCount.Between(values, low, high, bitmap, expected + 1));
        Assert.True(RangeCount.Between(values, low, high, bitmap, expected) >= expected);
        Assert.Equal(expected >= 5, RangeCount.Between(values, low, high, bitmap, 5) >= 5);
    }

    [Fact]
    public void Selected_Bitmap_IsCountedUpToTheLimit()
    {
        Assert.Equal(66, RangeCount.Selected([ulong.MaxValue, 3], 100));
        Assert.Equal(64, RangeCount.Selected([ulong.MaxValue, 3], 5));
        Assert.Equal(0, RangeCount.Selected([], 5));
    }

    [Property]
    public void Keep_AnyColumn_KeepsTheRowsOfTheAcceptedValues(ulong seed, ushort length)
    {
        var random = new SeededGenerator(seed);
        byte[] values = [.. Enumerable.Range(0, length % 500).Select(_ => (byte)random.NextInt(6))];
        byte[] accepted = [.. Enumerable.Range(0, 6).Where(_ => random.NextInt(2) == 0).Select(value => (byte)value)];
        bool[] before = [.. values.Select(_ => random.NextInt(2) == 0)];
        var bitmap = TwoWaves.Bitmap(before);

        ValueFilter.Keep(bitmap, values, accepted);

        Assert.Equal(TwoWaves.Bitmap([.. values.Select((value, row) => before[row] && accepted.Contains(value))]), bitmap);
        Assert.Throws<ArgumentException>(() => ValueFilter.Keep(new ulong[99], values, accepted));
    }
}
