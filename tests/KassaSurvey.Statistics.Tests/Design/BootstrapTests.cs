using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Design;

public class BootstrapTests
{
    [Fact]
    public void Run_Mean_AgreesWithTheFormula()
    {
        var values = TwoWaves.Numbers(2020, "Q_OVERALL");
        var design = SurveyDesign.Of(TwoWaves.Numbers(2020, "w_raked"));

        var result = Bootstrap.Run(design, 1, 11, MeanOf(values))[0];

        var formula = DesignEstimate.Mean(design, values);
        Close.To(formula.Value, result.Original, 1e-12);
        Assert.Equal(formula.StandardError, result.StandardError, 4 * result.MonteCarloError);
        Assert.Equal(formula.Interval().Lower, result.Interval.Lower, 0.01);
        Assert.Equal((1000, 0), (result.Replicates, result.Discarded));
        Assert.Equal(result, Bootstrap.Run(design, 1, 11, MeanOf(values))[0]);
    }

    [Fact]
    public void Run_Strata_KeepTheirSize()
    {
        var design = SurveyDesign.Of([1, 1, 1, 1, 1], [1, 1, 2, 2, 2]);

        Bootstrap.Run(design, 1, 5, (weights, results) =>
        {
            Assert.Equal(2, weights[0] + weights[1]);
            Assert.Equal(3, weights[2] + weights[3] + weights[4]);
            return true;
        }, replicates: 50);
    }

    [Fact]
    public void Run_FailingReplicates_AreCounted()
    {
        var calls = 0;

        var result = Bootstrap.Run(SurveyDesign.Of([1, 1]), 1, 5, (_, results) => (results[0] = calls++) % 2 == 0, replicates: 10)[0];

        Assert.Equal((5, 5), (result.Replicates, result.Discarded));
    }

    [Fact]
    public void Run_BadInput_HasADefinedOutcome()
    {
        var nothing = Bootstrap.Run(SurveyDesign.Of([]), 1, 5, MeanOf([]), replicates: 10)[0];

        Assert.True(double.IsNaN(nothing.Original) && double.IsNaN(nothing.StandardError) && double.IsNaN(nothing.Interval.Lower));
        Assert.Equal(10, nothing.Discarded);
        Assert.Equal(0, Bootstrap.Run(SurveyDesign.Of([2]), 1, 5, MeanOf([6]))[0].StandardError);
        Assert.Throws<ArgumentOutOfRangeException>(() => Bootstrap.Run(SurveyDesign.Of([1]), 0, 5, MeanOf([6])));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bootstrap.Run(SurveyDesign.Of([1]), 1, 5, MeanOf([6]), level: 1));
    }

    private static WeightedStatistic MeanOf(double[] values) => (weights, results) =>
    {
        results[0] = MeanEstimate.FromValues(values, weights, [], Math.Max(values.Length, 1)).Value;
        return !double.IsNaN(results[0]);
    };
}
