using KassaSurvey.Statistics.Association;
using KassaSurvey.Statistics.Reliability;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Reliability;

public class ReliabilityTests
{
    [Fact]
    public void CronbachAlpha_WorkedExample_EqualsTheFormula()
    {
        // Item variances 1 and 1, of the sum 3.5 − by hand from (1, 2), (2, 2), (3, 4): s² = 1, 4/3; sum 3 4 7: 13/3.
        var alpha = CronbachAlpha.Of(CovarianceMatrix.Of([1, 2, 3, 2, 2, 4], 2, []), [0, 1]);

        Close.To(2 * (1 - ((1 + (4.0 / 3)) / (13.0 / 3))), alpha.Raw);
        Close.To(2 * 0.8660254037844387 / 1.8660254037844387, alpha.Standardised);
    }

    [Fact]
    public void CronbachAlpha_BadInput_IsUndefined()
    {
        var matrix = CovarianceMatrix.Of([1, 2, 3, 5, 5, 5], 2, []);

        Assert.True(double.IsNaN(CronbachAlpha.Of(matrix, [0]).Raw));
        Assert.True(double.IsNaN(CronbachAlpha.Of(matrix, [0, 1]).Standardised));
        Assert.True(double.IsNaN(CronbachAlpha.Of(CovarianceMatrix.Of([5, 5, 5, 5], 2, []), [0, 1]).Raw));
    }

    [Fact]
    public void CompositeReliability_SingleItem_IsOneByConvention()
    {
        var matrix = CovarianceMatrix.Of([1, 2, 3, 2, 2, 4], 2, []);
        var model = PathModel.Estimate(matrix, new PathSpecification([new([0]), new([1])], [(0, 1)]));

        Assert.Equal(new CompositeReliability(1, 1, 1), CompositeReliability.Of(model, matrix, 0));
    }
}
