using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Random;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Inference;

public class RecordTestTests
{
    [Fact]
    public void Of_TwoWaves_IsTheOneSidedTest()
    {
        var result = RecordTest.Of([5.0, 5.2], [0.01, 0.01], 1);

        // P(Z > 0.2/√0.02), and the same number read as a probability of being best.
        Assert.True(result.IsHighest);
        Close.To(0.07864960352514261, result.PValue, 1e-9);
        Close.To(1 - 0.07864960352514261, result.ProbabilityBest, 1e-9);
    }

    [Theory]
    [InlineData(0.004, 0.004, 0.004, 0.002)]
    [InlineData(0.0004, 0.09, 0.004, 0.01)]
    [InlineData(0.04, 0.0001, 0.0002, 0.0001)]
    [InlineData(0.01, 0, 0.004, 0.002)]
    public void ProbabilityBest_OfSeveralWaves_IsTheShareOfSimulatedHistories(double latest, double first, double second, double third)
    {
        double[] means = [5.3, double.NaN, 5.38, 5.31, 5.4];
        double[] variances = [first, double.NaN, second, third, latest];
        var random = new SeededGenerator(5);
        const int Draws = 400_000;
        var best = Enumerable.Range(0, Draws).Count(_ =>
        {
            var drawn = means.Select((mean, i) => mean + (Math.Sqrt(variances[i]) * random.NextNormal())).ToArray();
            return drawn[4] > drawn[0] && drawn[4] > drawn[2] && drawn[4] > drawn[3];
        });

        // Four standard errors of the simulated share.
        Assert.Equal((double)best / Draws, RecordTest.Of(means, variances, 4).ProbabilityBest, 4 * Math.Sqrt(0.25 / Draws));
    }

    [Fact]
    public void ProbabilityBest_OfAllWaves_AddsUpToOne()
    {
        double[] means = [5.3, 5.38, 5.31, 5.4];
        double[] variances = [0.001, 0.02, 0.004, 0.0003];

        Close.To(1, Enumerable.Range(0, means.Length).Sum(wave => RecordTest.Of(means, variances, wave).ProbabilityBest), 1e-8);
    }

    [Fact]
    public void ProbabilityBest_OfAWaveKnownExactly_IsThatOfBeatingTheOthers()
    {
        Close.To(Distributions.NormalCumulative(1), RecordTest.Of([5.0, 5.1], [0.01, 0], 1).ProbabilityBest, 1e-12);
        Assert.Equal(0, RecordTest.Of([5.0, 5.0], [0, 0], 1).ProbabilityBest);
        Assert.Equal(1, RecordTest.Of([5.0, 5.1], [0, 0], 1).ProbabilityBest);
    }

    [Fact]
    public void Of_SeveralWaves_TakesTheLargestP()
    {
        double[] means = [5.0, double.NaN, 5.4, 5.5];
        double[] variances = [0.001, 0.001, 0.004, 0.004];

        var result = RecordTest.Of(means, variances, 3);

        Assert.Equal(2, result.ComparedWaves);
        Close.To(Distributions.NormalCumulative(-0.1 / Math.Sqrt(0.008)), result.PValue);
        Assert.Equal([false, false, true, false], RecordTest.Indistinguishable(means, variances, 3));
    }

    [Fact]
    public void Of_UnknownVariance_StillTellsTheHighest()
    {
        var result = RecordTest.Of([5.0, 5.5], [double.NaN, 0.004], 1);

        Assert.True(result.IsHighest);
        Assert.True(double.IsNaN(result.PValue) && double.IsNaN(result.ProbabilityBest));
        Assert.True(RecordTest.Indistinguishable([5.0, 5.5], [double.NaN, 0.004], 1)[0]);
    }

    [Fact]
    public void Of_NothingToCompare_ClaimsNothing()
    {
        Assert.False(RecordTest.Of([5.5], [0.01], 0).IsHighest);
        Assert.False(RecordTest.Of([5.5, double.NaN], [0.01, 0.01], 1).IsHighest);
        Assert.Throws<ArgumentException>(() => RecordTest.Of([5.5], [], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RecordTest.Of([5.5], [1], 1));
    }
}
