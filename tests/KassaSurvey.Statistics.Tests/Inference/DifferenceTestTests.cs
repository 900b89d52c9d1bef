using FsCheck.Xunit;
using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Random;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Inference;

public class DifferenceTestTests
{
    [Fact]
    public void Welch_Sleep_EqualsR()
    {
        var test = DifferenceTest.Welch(Mean(Sleep.First), Mean(Sleep.Second));

        Close.To(StatsReference.Value("sleep.welch.t"), test.T);
        Close.To(StatsReference.Value("sleep.welch.df"), test.DegreesOfFreedom);
        Close.To(StatsReference.Value("sleep.welch.p"), test.PValue);
        Close.To(StatsReference.Value("sleep.welch.se"), test.StandardError);
        Close.To(StatsReference.Value("sleep.welch.ci_lo"), test.Interval().Lower);
        Close.To(StatsReference.Value("sleep.welch.ci_hi"), test.Interval().Upper);
        Close.To(StatsReference.Value("sleep.tost.ci90_lo"), test.Interval(0.9).Lower);
        Close.To(StatsReference.Value("sleep.tost.ci90_hi"), test.Interval(0.9).Upper);
    }

    [Fact]
    public void Paired_Sleep_EqualsR()
    {
        var test = DifferenceTest.Paired(Sleep.First, Sleep.Second);

        Close.To(StatsReference.Value("sleep.paired.t"), test.T);
        Close.To(StatsReference.Value("sleep.paired.df"), test.DegreesOfFreedom);
        Close.To(StatsReference.Value("sleep.paired.p"), test.PValue);
        Close.To(StatsReference.Value("sleep.paired.ci_lo"), test.Interval().Lower);
        Close.To(StatsReference.Value("sleep.paired.ci_hi"), test.Interval().Upper);
    }

    [Fact]
    public void Welch_TwoWaves_EqualsReference()
    {
        foreach (var item in TwoWaves.Items)
        {
            var (low, high) = TwoWaves.Scale(item);
            var previous = MeanEstimate.FromTally(ValueTally.Of(TwoWaves.Codes(2019, item), [], []), low, high, 0);
            var current = MeanEstimate.FromTally(ValueTally.Of(TwoWaves.Codes(2020, item), [], []), low, high, 0);

            var test = DifferenceTest.Welch(current, previous);

            var id = "yoy.welch_unw." + item;
            Close.To(TwoWaves.Expected.Value(id, "estimate"), test.Difference, what: id);
            Close.To(TwoWaves.Expected.Value(id, "se"), test.StandardError, what: id);
            Close.To(TwoWaves.Expected.Value(id, "extra"), test.PValue, what: id);
            Close.To(TwoWaves.Expected.Value(id + ".t", "estimate"), test.T, what: id);
            Close.To(TwoWaves.Expected.Value(id + ".t", "extra"), test.DegreesOfFreedom, what: id);
        }
    }

    [Theory]
    [InlineData("Q_OVERALL")]
    [InlineData("A_SPEED")]
    [InlineData("A_SERVICE")]
    public void Paired_PanelMembers_EqualsReference(string item)
    {
        var previous = TwoWaves.Texts(2019, "member").Zip(TwoWaves.Numbers(2019, item)).ToDictionary(pair => pair.First, pair => pair.Second);
        var current = TwoWaves.Texts(2020, "member").Zip(TwoWaves.Numbers(2020, item)).Where(pair => previous.ContainsKey(pair.First)).ToArray();

        var test = DifferenceTest.Paired([.. current.Select(pair => pair.Second)], [.. current.Select(pair => previous[pair.First])]);

        Close.To(TwoWaves.Expected.Value("paired." + item, "estimate"), test.Difference);
        Close.To(TwoWaves.Expected.Value("paired." + item, "se"), test.StandardError);
        Close.To(TwoWaves.Expected.Value("paired." + item, "extra"), test.PValue);
        Close.To(TwoWaves.Expected.Value($"paired.{item}.n", "estimate") - 1, test.DegreesOfFreedom);
        Close.To(TwoWaves.Expected.Value($"paired.{item}.n", "extra"), test.StandardError * Math.Sqrt(test.DegreesOfFreedom + 1));
    }

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
