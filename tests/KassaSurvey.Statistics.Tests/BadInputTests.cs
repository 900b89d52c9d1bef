using KassaSurvey.Statistics.Association;
using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Reliability;

namespace KassaSurvey.Statistics.Tests;

/// <summary>
/// The table of docs/statistics/undefined.md, column by column: no routine returns a number that looks valid and is not.
/// Wrong lengths and negative weights are in <see cref="KernelTests"/> and the routines' own tests.
/// </summary>
public class BadInputTests
{
    [Fact]
    public void Nobody_EveryRoutine_IsUndefined()
    {
        var design = SurveyDesign.Of([]);
        ExpectNaN(
            DesignEstimate.Mean(design, []).Value,
            DesignEstimate.Total(design, []).Value,
            DesignEstimate.Ratio(design, [], []).Value,
            DesignQuantile.Of(design, [], 0.5).Value,
            DesignEstimate.Difference(design, [], []).PValue,
            WaveComparison.Of([], [], [], [], [], []).PValue,
            EquivalenceTest.Of(DifferenceTest.Welch(Estimate.Undefined(0), Estimate.Undefined(0)), 0.1).PValue,
            LeastSquares.Fit([], [], 1, []).RSquared,
            DesignRegression.Fit(design, [], [], 1).RSquared,
            RelativeImportance.Lmg(CovarianceMatrix.Of([], 2, []), 0, [1]).RSquared,
            RelativeImportance.Johnson(CovarianceMatrix.Of([], 2, []), 0, [1]).RSquared,
            Correlation.Pearson([], [], []).Value,
            CronbachAlpha.Of(CovarianceMatrix.Of([], 2, []), [0, 1]).Raw,
            CrossTabTest.Of(design, [], []).PValue,
            DesignEffect.Kish([]),
            ShareEstimate.Wilson(double.NaN, 0, 0.95).Lower,
            ShareEstimate.ClopperPearson(0, 0, 0.95).Upper,
            QueueMeasures.Of([], [], 20).LevelWithoutShort,
            new ResponseRates(0, 0, 0, 0, 0, 0, 0, 1).Response1);
        Assert.Empty(Raking.Run([], [new CalibrationMargin([], [])]).Weights);
        Assert.Empty(ControlLimits.Of([], []));
        Assert.Empty(RankInterval.Of([], [], 1));
    }

    [Fact]
    public void OneRespondent_HasAValueWithoutAnError()
    {
        var design = SurveyDesign.Of([2]);
        Assert.Equal(5, DesignEstimate.Mean(design, [5]).Value);
        Assert.Equal(10, DesignEstimate.Total(design, [5]).Value);
        Assert.Equal(5, DesignQuantile.Of(design, [5], 0.5).Value);
        Assert.Equal([9], Raking.Run([2], [new CalibrationMargin([0], [9])]).Weights);
        ExpectNaN(
            DesignEstimate.Mean(design, [5]).StandardError,
            DesignEstimate.Total(design, [5]).StandardError,
            DesignEstimate.Ratio(design, [5], [2]).StandardError,
            DesignQuantile.Of(design, [5], 0.5).Interval.Lower,
            DesignEstimate.Difference(design, [5], [4]).PValue,
            LeastSquares.Fit([5], [1], 1, []).RSquared,
            Correlation.Pearson([5], [6], []).Value,
            CrossTabTest.Of(design, [0], [1]).PValue);
    }

    [Fact]
    public void AllEqual_HasNoSpreadAndNoTest()
    {
        var design = SurveyDesign.Of([1, 2, 3]);
        var mean = DesignEstimate.Mean(design, [7, 7, 7]);
        Assert.Equal((7, 0), (mean.Value, mean.StandardError));
        ExpectNaN(
            mean.EffectiveSize,
            DesignEstimate.Difference(design, [7, 7, 7], [5, 5, 5]).PValue,
            EquivalenceTest.Of(DifferenceTest.Of(0, 0, 9), 0.1).PValue,
            EffectSize.Of(mean, mean).CohenD,
            LeastSquares.Fit([7, 7, 7], [1, 2, 3], 1, []).RSquared,
            RelativeImportance.Lmg(CovarianceMatrix.Of([7, 7, 7, 1, 2, 3], 2, []), 0, [1]).RSquared,
            Correlation.Pearson([7, 7, 7], [1, 2, 3], []).Value,
            CronbachAlpha.Of(CovarianceMatrix.Of([7, 7, 7, 7, 7, 7], 2, []), [0, 1]).Raw,
            CrossTabTest.Of(design, [1, 1, 1], [0, 1, 2]).PValue);
    }

    [Fact]
    public void ZeroWeights_AreNobody()
    {
        var design = SurveyDesign.Of([0, 0, 0]);
        double[] values = [5, 6, 7];
        double[] zeros = [0, 0, 0];
        ExpectNaN(
            DesignEstimate.Mean(design, values).Value,
            DesignEstimate.Total(design, values).Value,
            DesignEstimate.Total(design, values).StandardError,
            DesignEstimate.Ratio(design, values, values).Value,
            DesignQuantile.Of(design, values, 0.5).Value,
            DesignEstimate.Difference(design, values, [1], [2]).PValue,
            LeastSquares.Fit(values, [1, 2, 4], 1, zeros).RSquared,
            DesignRegression.Fit(design, values, [1, 2, 4], 1).RSquared,
            Correlation.Pearson(values, [1, 2, 4], zeros).Value,
            CrossTabTest.Of(design, [0, 1, 1], [0, 1, 0]).PValue,
            DesignEffect.Kish(zeros),
            Jackknife.Run(design, 1, MeanOf(values))[0].Value,
            Bootstrap.Run(design, 1, 1, MeanOf(values), 10)[0].Original);
        Assert.Equal(WeightingOutcome.CategoryWithoutRespondents, Raking.Run(zeros, [new CalibrationMargin([0, 0, 0], [9])]).Outcome);
    }

    [Fact]
    public void SingletonStrata_AreCountedAndHaveNoInterval()
    {
        var design = SurveyDesign.Of([1, 1, 1, 1], [1, 2, 3, 4]);
        double[] values = [5, 6, 7, 3];
        Assert.Equal((4, 0), (design.SingletonStratumCount, design.DegreesOfFreedom));
        ExpectNaN(
            DesignEstimate.Mean(design, values).Interval().Lower,
            DesignEstimate.Total(design, values).Interval().Upper,
            DesignQuantile.Of(design, values, 0.5).Interval.Lower,
            DesignEstimate.Difference(design, values, [1, 2, 3, 5]).PValue,
            DesignRegression.Fit(design, values, [1, 2, 4, 3], 1).Coefficients[1].PValue,
            CrossTabTest.Of(design, [0, 0, 1, 1], [0, 1, 0, 1]).PValue);
    }

    [Fact]
    public void SingularDrivers_CannotBeSeparated()
    {
        double[] target = [5, 6, 5, 4, 3];
        double[] drivers = [1, 2, 3, 4, 6, 2, 4, 6, 8, 12];
        var matrix = CovarianceMatrix.Of([.. target, .. drivers], 3, []);
        ExpectNaN(
            LeastSquares.Fit(target, drivers, 2, []).Coefficients[1],
            DesignRegression.Fit(SurveyDesign.Of([1, 1, 1, 1, 1]), target, drivers, 2).Coefficients[1].Difference,
            RelativeImportance.Lmg(matrix, 0, [1, 2]).Shares[0],
            RelativeImportance.Johnson(matrix, 0, [1, 2]).Shares[0],
            PathModel.Estimate(matrix, new PathSpecification([new([0]), new([1]), new([2])], [(1, 0), (2, 0)])).PathCoefficient(1, 0));
    }

    [Fact]
    public void MarginWithoutRespondents_NamesTheCategory()
    {
        var margin = new CalibrationMargin([0, 0], [5, 4]);
        foreach (var result in new[]
        {
            Raking.Run([1, 1], [margin]), TrimmedRaking.Run([1, 1], [margin]), PostStratification.Run([1, 1], margin), LinearCalibration.Run([1, 1], [margin]),
        })
        {
            Assert.Equal((WeightingOutcome.CategoryWithoutRespondents, 0, 1), (result.Outcome, result.ProblemMargin, result.ProblemCategory));
            ExpectNaN(result.Weights);
        }
    }

    private static WeightedStatistic MeanOf(double[] values) => (weights, results) =>
    {
        results[0] = MeanEstimate.FromValues(values, weights, [], values.Length).Value;
        return true;
    };

    private static void ExpectNaN(params double[] figures)
    {
        for (var k = 0; k < figures.Length; k++)
        {
            Assert.True(double.IsNaN(figures[k]), $"figure {k} is {figures[k]}");
        }
    }
}
