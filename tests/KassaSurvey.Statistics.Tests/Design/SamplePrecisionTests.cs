using KassaSurvey.Statistics.Design;

namespace KassaSurvey.Statistics.Tests.Design;

public sealed class SamplePrecisionTests
{
    // 1.959964 x sqrt(1.2^2 / 1000 x (1 - 1000/20000)) by hand.
    [Fact]
    public void HalfWidth_OneStratum_IsTheSimpleRandomSamples() =>
        Assert.Equal(0.0724922, SamplePrecision.HalfWidth([20_000], [1000], [1.2]), 6);

    // The api schools of R's survey package: strata E, H, M with N = 4421, 755, 1018, n = 100, 50, 50 and the standard deviations of
    // api00 in apistrat; svymean(~api00, dstrat) has SE 9.4089.
    [Fact]
    public void HalfWidth_StratifiedSchools_IsTheErrorThatRGives() =>
        Assert.Equal(
            1.959963985 * 9.4089,
            SamplePrecision.HalfWidth([4421, 755, 1018], [100, 50, 50], ApiStratDeviations),
            3);

    [Fact]
    public void HalfWidth_EverybodyAnswers_IsZero() => Assert.Equal(0, SamplePrecision.HalfWidth([50, 70], [50, 70], [1, 2]));

    [Fact]
    public void HalfWidth_StratumWithoutAnswers_IsUndefined()
    {
        Assert.Equal(double.NaN, SamplePrecision.HalfWidth([50, 70], [10, 0], [1, 2]));
        Assert.Equal(double.NaN, SamplePrecision.HalfWidth([], [], []));
        Assert.Equal(double.NaN, SamplePrecision.HalfWidth([0], [0], [1]));
        Assert.False(double.IsNaN(SamplePrecision.HalfWidth([50, 0], [10, 0], [1, 2])));
    }

    [Fact]
    public void WeightingEffect_EqualFractions_IsOne() => Assert.Equal(1, SamplePrecision.WeightingEffect([100, 300], [10, 30]), 12);

    // Weights 2 (50 people) and 10 (50 people): 100 x (50 x 4 + 50 x 100) / (100 + 500)^2 = 1.4444.
    [Fact]
    public void WeightingEffect_EqualSizesOfUnequalStrata_IsKishs() =>
        Assert.Equal(520_000.0 / 360_000, SamplePrecision.WeightingEffect([100, 500], [50, 50]), 12);

    [Fact]
    public void WeightingEffect_NobodyDrawn_IsUndefined() => Assert.Equal(double.NaN, SamplePrecision.WeightingEffect([100], [0]));

    [Fact]
    public void Any_LengthsDiffer_Throws()
    {
        Assert.Throws<ArgumentException>(() => SamplePrecision.HalfWidth([1, 2], [1], [1, 1]));
        Assert.Throws<ArgumentException>(() => SamplePrecision.HalfWidth([1, 2], [1, 1], [1]));
        Assert.Throws<ArgumentException>(() => SamplePrecision.WeightingEffect([1, 2], [1]));
    }

    private static double[] ApiStratDeviations => [125.2494283137823, 109.30274190410368, 117.57915267111403];
}
