using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Design;

public class DesignEstimateTests
{
    [Fact]
    public void Mean_NoStrata_EqualsMeanEstimate()
    {
        var weights = TwoWaves.Numbers(2020, "w_raked");
        var values = TwoWaves.Numbers(2020, "P_REACH");

        var expected = MeanEstimate.FromValues(values, weights, [], weights.Length);
        var actual = DesignEstimate.Mean(SurveyDesign.Of(weights), values);

        Close.To(expected.Value, actual.Value, 1e-12);
        Close.To(expected.StandardError, actual.StandardError, 1e-12);
        Close.To(expected.StandardDeviation, actual.StandardDeviation, 1e-12);
    }

    [Fact]
    public void Estimates_BadInput_HaveADefinedOutcome()
    {
        var none = SurveyDesign.Of([]);
        var one = SurveyDesign.Of([2.0]);
        var weightless = SurveyDesign.Of([0.0, 0.0]);

        Assert.Equal(Estimate.Undefined(0), DesignEstimate.Mean(none, []));
        Assert.Equal(Estimate.Undefined(0), DesignEstimate.Total(none, []));
        Assert.Equal(5, DesignEstimate.Mean(one, [5]).Value);
        Assert.True(double.IsNaN(DesignEstimate.Mean(one, [5]).StandardError));
        Assert.True(double.IsNaN(DesignEstimate.Total(one, [5]).StandardError));
        Assert.Equal(Estimate.Undefined(2), DesignEstimate.Mean(weightless, [5, 6]));
        Assert.Equal(Estimate.Undefined(1), DesignEstimate.Ratio(one, [5], [0]));
        Assert.True(double.IsNaN(DesignEstimate.Difference(weightless, [5, 6], [1], [2]).PValue));
        Assert.Equal(0, DesignEstimate.Mean(SurveyDesign.Of([1.0, 2, 3]), [7, 7, 7]).StandardError);
        Assert.Throws<ArgumentException>(() => DesignEstimate.Mean(one, [5, 6]));
        Assert.Throws<ArgumentException>(() => DesignEstimate.Ratio(one, [5], []));
    }
}
