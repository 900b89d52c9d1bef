using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Design;

public class WaveComparisonTests
{
    [Fact]
    public void Of_TwoWaves_EqualsReference()
    {
        var numbers = TwoWaves.Data.Texts("member").Distinct().Select((member, i) => (member, i)).ToDictionary(pair => pair.member, pair => pair.i);
        int[] Members(int year) => [.. TwoWaves.Texts(year, "member").Select(member => numbers[member])];
        int[] Unknown(int year) => [.. TwoWaves.Rows(year).Select(_ => -1)];
        foreach (var item in TwoWaves.Items)
        {
            DifferenceTest Compare(Func<int, int[]> members) => WaveComparison.Of(
                TwoWaves.Numbers(2020, item), TwoWaves.Numbers(2020, "w_raked"), members(2020),
                TwoWaves.Numbers(2019, item), TwoWaves.Numbers(2019, "w_raked"), members(2019));

            var test = Compare(Members);
            var independent = Compare(Unknown);

            Close.To(TwoWaves.Expected.Value("yoy.cluster." + item, "estimate"), test.Difference, what: item);
            Close.To(TwoWaves.Expected.Value("yoy.cluster." + item, "se"), test.StandardError, what: item);
            Close.To(TwoWaves.Expected.Value("yoy.indep." + item, "se"), independent.StandardError, what: item);
            Assert.Equal(987 + 1025 - 143 - 1, test.DegreesOfFreedom);

            // The reference takes p from the normal distribution.
            var normal = DifferenceTest.Of(test.Difference, test.StandardError, double.PositiveInfinity);
            Close.To(TwoWaves.Expected.Value("yoy.cluster." + item, "extra"), normal.PValue, 1e-7, item);
        }
    }

    [Fact]
    public void Of_SameMembersTwiceUnweighted_EqualsThePairedTest()
    {
        int[] members = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

        var test = WaveComparison.Of(Inference.Sleep.First, [], members, Inference.Sleep.Second, [], members);

        var paired = DifferenceTest.Paired(Inference.Sleep.First, Inference.Sleep.Second);
        Close.To(paired.StandardError, test.StandardError, 1e-12);
        Close.To(paired.PValue, test.PValue, 1e-12);
    }

    [Fact]
    public void Of_SwappedWaves_TurnsTheSign()
    {
        var forward = WaveComparison.Of([5, 6, 7], [], [1, 2, 3], [4, 6, 6, 5], [], [3, 4, 5, -1]);
        var backward = WaveComparison.Of([4, 6, 6, 5], [], [3, 4, 5, -1], [5, 6, 7], [], [1, 2, 3]);

        Close.To(-forward.Difference, backward.Difference, 1e-12);
        Close.To(forward.StandardError, backward.StandardError, 1e-12);
    }

    [Fact]
    public void Of_BadInput_HasADefinedOutcome()
    {
        Assert.True(double.IsNaN(WaveComparison.Of([], [], [], [5, 6], [], [1, 2]).Difference));
        Assert.True(double.IsNaN(WaveComparison.Of([7], [], [1], [5, 6], [], [1, 2]).PValue));
        Assert.Throws<ArgumentException>(() => WaveComparison.Of([7], [], [], [5, 6], [], [1, 2]));
        Assert.Throws<ArgumentException>(() => WaveComparison.Of([7, 6], [1], [1, 2], [5, 6], [], [1, 2]));
    }
}
