using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Descriptive;

public class QuantileTests
{
    [Fact]
    public void WeightedInverse_EqualWeights_AreNotMovedByRounding()
    {
        double[] values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        double[] weights = [.. values.Select(_ => 0.1)];

        Assert.Equal(5, Quantile.WeightedInverse(values, weights, 0.5));
        Assert.Equal(3, Quantile.WeightedInverse(values, weights, 0.3));
        Assert.Equal(10, Quantile.WeightedInverse(values, [], 1));
        Assert.Equal(1, Quantile.WeightedInverse(values, [], 0));
    }

    [Fact]
    public void WeightedInverse_Tally_EqualsValues()
    {
        var weights = TwoWaves.Numbers(2020, "w_raked");
        var tally = ValueTally.Of(TwoWaves.Codes(2020, "A_SPEED"), weights, []);
        foreach (var p in new[] { 0, 0.1, 0.25, 0.5, 0.75, 0.9, 1 })
        {
            Assert.Equal(Quantile.WeightedInverse(TwoWaves.Numbers(2020, "A_SPEED"), weights, p), Quantile.WeightedInverse(tally, 1, 7, p));
        }
    }

    [Fact]
    public void Type7_SyntheticDurations_EqualsR() => Assert.Equal(326, Quantile.Type7(TwoWaves.Numbers(2020, "duration_s"), 0.5));

    [Fact]
    public void Type7_Interpolates()
    {
        Close.To(3.7, Quantile.Type7([1, 2, 3, double.NaN, 4], 0.9));
        Assert.Equal(4, Quantile.Type7([4], 0.3));
    }

    [Fact]
    public void Quantiles_BadInput_HaveADefinedOutcome()
    {
        Assert.True(double.IsNaN(Quantile.Type7([], 0.5)));
        Assert.True(double.IsNaN(Quantile.WeightedInverse([double.NaN], [], 0.5)));
        Assert.True(double.IsNaN(Quantile.WeightedInverse([5], [0], 0.5)));
        Assert.True(double.IsNaN(Quantile.WeightedInverse(ValueTally.FromCounts([]), 1, 7, 0.5)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Type7([1], 50));
        Assert.Throws<ArgumentException>(() => Quantile.WeightedInverse([1], [1, 2], 0.5));
    }
}
