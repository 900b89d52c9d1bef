using KassaSurvey.Statistics.Association;
using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Statistics.Tests;

/// <summary>What holds for the kernel as a whole.</summary>
public class KernelTests
{
    [Fact]
    public void Kernel_References_AreTheRuntimeAndOneLibrary()
    {
        string[] allowed = ["System.Runtime", "System.Collections", "System.Memory", "System.Runtime.InteropServices", "System.Runtime.Intrinsics", "MathNet.Numerics"];

        var references = typeof(ValueTally).Assembly.GetReferencedAssemblies().Select(name => name.Name!);

        Assert.Empty(references.Except(allowed));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Kernel_BadWeight_ThrowsEverywhere(double weight)
    {
        double[] weights = [1, weight];

        Assert.Throws<ArgumentException>(() => ValueTally.Of([5, 6], weights, []));
        Assert.Throws<ArgumentException>(() => MeanEstimate.FromValues([5, 6], weights, [], 2));
        Assert.Throws<ArgumentException>(() => Quantile.WeightedInverse([5, 6], weights, 0.5));
        Assert.Throws<ArgumentException>(() => DesignEffect.Kish(weights));
        Assert.Throws<ArgumentException>(() => SurveyDesign.Of(weights));
        Assert.Throws<ArgumentException>(() => Raking.Run(weights, [new CalibrationMargin([0, 0], [5])]));
        Assert.Throws<ArgumentException>(() => WeightTrimming.Strict(weights));
        Assert.Throws<ArgumentException>(() => CovarianceMatrix.Of([5, 6], 1, weights));
        Assert.Throws<ArgumentException>(() => Correlation.Pearson([5, 6], [6, 7], weights));
        Assert.Throws<ArgumentException>(() => LeastSquares.Fit([5, 6], [6, 7], 1, weights));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(0.99, false)]
    [InlineData(3.01, false)]
    [InlineData(double.NaN, false)]
    public void Interval_Contains_ItsEndsAndWhatLiesBetween(double value, bool isInside)
    {
        Assert.Equal(isInside, new ConfidenceInterval(1, 3).Contains(value));
        Assert.False(ConfidenceInterval.Undefined.Contains(value));
    }
}
