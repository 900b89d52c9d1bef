using FsCheck.Xunit;
using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Random;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Inference;

public class RowMeanTests
{
    private const byte Absent = 255;
    private const byte CantSay = 253;

    [Property(MaxTest = 200)]
    public void Of_AnyColumns_EqualsTheMeanOfRowMeansMadeOneByOne(ulong seed, ushort length, byte columnCount, byte kind, bool isWeighted, bool isSelected)
    {
        var random = new SeededGenerator(seed);
        var rows = length % 500;
        var columns = Enumerable.Range(0, 1 + (columnCount % 6)).Select(k => Column(random, rows, kind % 3, k)).ToArray();
        var flags = Enumerable.Range(0, rows).Select(_ => !isSelected || random.NextInt(3) > 0).ToArray();
        double[] weights = isWeighted ? [.. Enumerable.Range(0, rows).Select(_ => random.NextInt(5) * random.NextDouble())] : [];
        var bitmap = isSelected ? TwoWaves.Bitmap(flags) : [];

        var mean = RowMean.Of(columns, Absent, weights, bitmap, rows + 3);
        var means = Enumerable.Range(0, rows).Select(row => OneByOne(columns, row)).ToArray();
        var expected = MeanEstimate.FromValues(means, weights, bitmap, rows + 3);

        Assert.Equal(expected.N, mean.N);
        Close.To(expected.Value, mean.Value, 1e-12);
        Assert.Equal(expected.DegreesOfFreedom, mean.DegreesOfFreedom);
        Assert.Equal(expected.StandardDeviation, mean.StandardDeviation, 1e-10);
        Assert.Equal(expected.StandardError, mean.StandardError, 1e-10);
        Assert.All(means.Index(), row => Close.To(row.Item, RowMean.At(columns, Absent, row.Index), 1e-12));
        Assert.Equal(expected.N, RowMean.Count(columns, Absent, bitmap, long.MaxValue));
        Assert.Equal(expected.N >= 5, RowMean.Count(columns, Absent, bitmap, 5) >= 5);
    }

    [Fact]
    public void Of_AllEqual_HasNoErrorAtAll()
    {
        RangeColumn[] columns = [new([6, 6, 6, 6], 1, 7), new([6, 6, CantSay, 6], 1, 7), new([6, Absent, 6, 6], 1, 7)];

        var mean = RowMean.Of(columns, Absent, [0.3, 0.7, 1.1, 2.9], [], 4);

        Assert.Equal(new Estimate(4, 6, 0, 0, 3), mean with { Value = Math.Round(mean.Value, 12), StandardDeviation = Math.Round(mean.StandardDeviation, 12), StandardError = Math.Round(mean.StandardError, 12) });
    }

    [Fact]
    public void Of_NothingToCount_IsUndefined()
    {
        Assert.Equal(Estimate.Undefined(0), RowMean.Of([], Absent, [], [], 0));
        Assert.Equal(Estimate.Undefined(0), RowMean.Of([new([CantSay, Absent], 1, 7)], Absent, [], [], 2));
        Assert.Equal(0, RowMean.Of([new([5, 6], 1, 7)], Absent, [], [0UL], 2).N);
        Assert.True(double.IsNaN(RowMean.Of([new([5, 6], 1, 7)], Absent, [0, 0], [], 2).Value));
        Assert.True(double.IsNaN(RowMean.Of([new([5], 1, 7)], Absent, [], [], 1).StandardError));
    }

    [Fact]
    public void Of_WhatDoesNotFit_Throws()
    {
        Assert.Throws<ArgumentException>(() => RowMean.Of([new([5], 1, 7), new([5, 6], 1, 7)], Absent, [], [], 2));
        Assert.Throws<ArgumentException>(() => RowMean.Of([new([5], 7, 1)], Absent, [], [], 1));
        Assert.Throws<ArgumentException>(() => RowMean.Of([new([5], 1, 255)], Absent, [], [], 1));
        Assert.Throws<ArgumentException>(() => RowMean.Of([new([5], 1, 7)], Absent, [1, 1], [], 2));
        Assert.Throws<ArgumentException>(() => RowMean.Of([new([5], 1, 7)], Absent, [-1], [], 1));
        Assert.Throws<ArgumentException>(() => RowMean.Of([new([5, 5, 5], 1, 7)], Absent, [1, 1, 1], [], 2));
        Assert.Throws<ArgumentException>(() => RowMean.Of([new([5], 1, 7)], Absent, [], [1, 1], 1));
        Assert.Throws<ArgumentException>(() => RowMean.Count(Enumerable.Repeat(new RangeColumn([5], 1, 7), 128).ToArray(), Absent, [], 5));
    }

    /// <summary>Kinds: one short scale, one scale whose sums pass a byte, and two scales.</summary>
    private static RangeColumn Column(SeededGenerator random, int rows, int kind, int index)
    {
        var (low, high) = kind switch { 0 => (1, 7), 1 => (0, 100), _ => index % 2 == 0 ? (1, 7) : (0, 10) };
        var values = Enumerable.Range(0, rows).Select(_ => random.NextInt(8) switch
        {
            0 => CantSay,
            1 => Absent,
            2 => (byte)random.NextInt(255),
            _ => (byte)(low + random.NextInt(high - low + 1)),
        });
        return new([.. values], (byte)low, (byte)high);
    }

    private static double OneByOne(RangeColumn[] columns, int row)
    {
        var applies = columns.Where(column => column.Values[row] != Absent).ToList();
        var valid = applies.Where(column => column.Values[row] >= column.Low && column.Values[row] <= column.High).ToList();
        var isOneScale = columns.All(column => column.Low == columns[0].Low && column.High == columns[0].High);
        return valid.Count > 0 && 2 * valid.Count >= applies.Count
            ? valid.Average(column => isOneScale ? column.Values[row] : 100.0 * (column.Values[row] - column.Low) / (column.High - column.Low))
            : double.NaN;
    }
}
