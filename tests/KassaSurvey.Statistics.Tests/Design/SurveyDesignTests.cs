using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Design;

public class SurveyDesignTests
{
    [Fact]
    public void Variance_SingletonStratum_IsCentredAtTheMeanOfAllUnits()
    {
        // Units 1, 3 in one stratum and 8 alone: 2/(2−1)·((1−2)²+(3−2)²) + (8−4)² = 4 + 16.
        var design = SurveyDesign.Of([1, 1, 1], [1, 1, 2]);

        Assert.Equal(1, design.SingletonStratumCount);
        Assert.Equal(1, design.DegreesOfFreedom);
        Close.To(20, design.Variance([1, 3, 8]));
    }

    [Fact]
    public void Variance_Clusters_SumsBeforeItSquares()
    {
        // Clusters 4 = 1+3 and 8: 2·(2²+2²); the label 1 in another stratum is another cluster.
        Close.To(16, SurveyDesign.Of([1, 1, 1], [], [1, 1, 2]).Variance([1, 3, 8]));
        Assert.Equal(4, SurveyDesign.Of([1, 1, 1, 1], [1, 1, 2, 2], [1, 2, 1, 2]).UnitCount);
    }

    [Fact]
    public void Variance_WholePopulation_IsZero() =>
        Assert.Equal(0, SurveyDesign.Of([1, 1, 1], [], [], [3, 3, 3]).Variance([1, 3, 8]));

    [Fact]
    public void Of_EveryStratumASingleton_HasNoDegreesOfFreedom()
    {
        var design = SurveyDesign.Of([1, 1], [1, 2]);

        Assert.Equal((2, 2, 0), (design.StratumCount, design.SingletonStratumCount, design.DegreesOfFreedom));
        Assert.True(double.IsNaN(DesignEstimate.Mean(design, [5, 6]).Interval().Lower));
    }

    [Fact]
    public void Of_ImpossibleDesign_Throws()
    {
        Assert.Throws<ArgumentException>(() => SurveyDesign.Of([1, 1], [1]));
        Assert.Throws<ArgumentException>(() => SurveyDesign.Of([1, 1], [], [1]));
        Assert.Throws<ArgumentException>(() => SurveyDesign.Of([1, 1], [], [], [3]));
        Assert.Throws<ArgumentException>(() => SurveyDesign.Of([1, -1]));
        Assert.Throws<ArgumentException>(() => SurveyDesign.Of([1, double.NaN]));
        Assert.Throws<ArgumentException>(() => SurveyDesign.Of([1, 1], [], [], [3, 4]));
        Assert.Throws<ArgumentException>(() => SurveyDesign.Of([1, 1], [], [], [1, 1]));
        Assert.Throws<ArgumentException>(() => SurveyDesign.Of([1, 1]).Variance([1]));
        Assert.Throws<ArgumentException>(() => SurveyDesign.Of([1, 1]).Calibrated([1], CalibrationBasis.Of([1, 1], [])));
    }

    [Fact]
    public void Difference_WithAGroupOfOne_IsStatedWithoutPrecision()
    {
        var difference = DesignEstimate.Difference(SurveyDesign.Of([1, 1, 1]), [5, 3, 4], [0b001], [0b110]);

        Assert.Equal(1.5, difference.Difference, 1e-12);
        Assert.True(double.IsNaN(difference.StandardError));
    }
}
