using FsCheck.Xunit;
using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Random;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Inference;

public class DifferenceTestTests
{
    [Fact]
    public void Welch_OneGroupAllEqual_UsesTheOther()
    {
        var test = DifferenceTest.Welch(Mean([7, 7, 7]), Mean([5, 6, 7, 6]));

        Assert.Equal(3, test.DegreesOfFreedom, 10);
        Assert.True(test.PValue < 1);
    }

    [Fact]
    public void Welch_NothingVaries_IsUndefined()
    {
        Assert.True(double.IsNaN(DifferenceTest.Welch(Mean([7, 7]), Mean([6, 6])).PValue));
        Assert.True(double.IsNaN(DifferenceTest.Welch(Mean([7]), Mean([6, 5])).PValue));
        Assert.True(double.IsNaN(DifferenceTest.Welch(Mean([]), Mean([6, 5])).Difference));
        Assert.Throws<ArgumentException>(() => DifferenceTest.Paired([1, 2], [1]));
    }

    [Property]
    public void Welch_SwappedYears_TurnsTheSign(ulong seed)
    {
        var generator = new SeededGenerator(seed);
        var a = Mean([.. Enumerable.Range(0, 12).Select(_ => generator.NextNormal())]);
        var b = Mean([.. Enumerable.Range(0, 9).Select(_ => 0.5 + (2 * generator.NextNormal()))]);

        var forward = DifferenceTest.Welch(a, b);
        var backward = DifferenceTest.Welch(b, a);

        Close.To(-forward.Difference, backward.Difference, 1e-12);
        Close.To(forward.PValue, backward.PValue, 1e-12);
        Close.To(-forward.Interval().Upper, backward.Interval().Lower, 1e-9);
    }

    private static Estimate Mean(double[] values) => MeanEstimate.FromValues(values, [], [], values.Length);
}
