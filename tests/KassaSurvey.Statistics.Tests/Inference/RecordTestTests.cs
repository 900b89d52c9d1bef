using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Inference;

public class RecordTestTests
{
    [Fact]
    public void Of_TwoWaves_IsTheOneSidedTest()
    {
        var result = RecordTest.Of([5.0, 5.2], [0.01, 0.01], 1, seed: 1, draws: 40_000);

        // P(Z > 0.2/√0.02), and the same number read as a probability of being best.
        Assert.True(result.IsHighest);
        Close.To(0.07864960352514261, result.PValue, 1e-9);
        Assert.Equal(1 - 0.0786496, result.ProbabilityBest, 0.01);
    }

    [Fact]
    public void Of_SeveralWaves_TakesTheLargestP()
    {
        double[] means = [5.0, double.NaN, 5.4, 5.5];
        double[] variances = [0.001, 0.001, 0.004, 0.004];

        var result = RecordTest.Of(means, variances, 3, seed: 7);

        Assert.Equal(2, result.ComparedWaves);
        Close.To(Distributions.NormalCumulative(-0.1 / Math.Sqrt(0.008)), result.PValue);
        Assert.Equal([false, false, true, false], RecordTest.Indistinguishable(means, variances, 3));
        Assert.Equal(result, RecordTest.Of(means, variances, 3, seed: 7));
    }

    [Fact]
    public void Of_UnknownVariance_StillTellsTheHighest()
    {
        var result = RecordTest.Of([5.0, 5.5], [double.NaN, 0.004], 1, seed: 7);

        Assert.True(result.IsHighest);
        Assert.True(double.IsNaN(result.PValue) && double.IsNaN(result.ProbabilityBest));
        Assert.True(RecordTest.Indistinguishable([5.0, 5.5], [double.NaN, 0.004], 1)[0]);
    }

    [Fact]
    public void Of_NothingToCompare_ClaimsNothing()
    {
        Assert.False(RecordTest.Of([5.5], [0.01], 0, seed: 7).IsHighest);
        Assert.False(RecordTest.Of([5.5, double.NaN], [0.01, 0.01], 1, seed: 7).IsHighest);
        Assert.Throws<ArgumentException>(() => RecordTest.Of([5.5], [], 0, seed: 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => RecordTest.Of([5.5], [1], 1, seed: 7));
    }
}
