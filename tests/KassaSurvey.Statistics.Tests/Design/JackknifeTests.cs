using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Design;

public class JackknifeTests
{
    [Fact]
    public void Run_UnweightedMean_IsTheOrdinaryError()
    {
        // 1, 3, 8: s² = 13, so √(13/3).
        var mean = Jackknife.Run(SurveyDesign.Of([1, 1, 1]), 1, MeanOf([1, 3, 8]))[0];

        Close.To(4, mean.Value);
        Close.To(Math.Sqrt(13.0 / 3), mean.StandardError);
        Assert.Equal(2, mean.DegreesOfFreedom);
    }

    [Fact]
    public void Run_BadInput_HasADefinedOutcome()
    {
        var none = Jackknife.Run(SurveyDesign.Of([]), 1, MeanOf([]))[0];
        Assert.True(double.IsNaN(none.Value) && double.IsNaN(none.StandardError));
        var one = Jackknife.Run(SurveyDesign.Of([2]), 1, MeanOf([6]))[0];
        Assert.True(one.Value == 6 && double.IsNaN(one.StandardError));
        Assert.True(double.IsNaN(Jackknife.Run(SurveyDesign.Of([0, 0]), 1, MeanOf([5, 6]))[0].StandardError));
        Assert.Equal(0, Jackknife.Run(SurveyDesign.Of([1, 2, 3]), 1, MeanOf([7, 7, 7]))[0].StandardError, 12);

        // A stratum with one unit adds nothing: without 1 the total is 6 + 8, without 3 it is 2 + 8, without 8 unchanged at
        // 12; ½·(2² + (−2)²) remains.
        Close.To(2, Jackknife.Run(SurveyDesign.Of([1, 1, 1], [1, 1, 2]), 1, TotalOf([1, 3, 8]))[0].StandardError);
        Assert.True(double.IsNaN(Jackknife.Run(SurveyDesign.Of([1, 1]), 1, (_, _) => false)[0].Value));
        Assert.Throws<ArgumentOutOfRangeException>(() => Jackknife.Run(SurveyDesign.Of([1]), 0, MeanOf([6])));
    }

    private static WeightedStatistic MeanOf(double[] values) => (weights, results) =>
    {
        results[0] = MeanEstimate.FromValues(values, weights, [], Math.Max(values.Length, 1)).Value;
        return true;
    };

    private static WeightedStatistic TotalOf(double[] values) => (weights, results) =>
    {
        results[0] = weights.ToArray().Zip(values, (weight, value) => weight * value).Sum();
        return true;
    };
}
