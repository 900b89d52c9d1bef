using FsCheck.Xunit;
using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Random;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Design;

public class WeightTrimmingTests
{
    [Fact]
    public void Strict_TwoRounds_SharesTheSurplusAmongTheUntrimmed()
    {
        // 10 → 6 frees 4, two each: 5.5 → 7.5 is trimmed in turn and its 1.5 goes to the last one.
        Assert.Equal([6, 6, 4.5], WeightTrimming.Strict([10, 5.5, 1], 1, 6));
    }

    [Property]
    public void Strict_AnyWeights_KeepTheSumAndTheBounds(ulong seed)
    {
        var generator = new SeededGenerator(seed);
        var weights = Enumerable.Range(0, 30).Select(_ => Math.Exp(2 * generator.NextNormal())).ToArray();

        var trimmed = WeightTrimming.Strict(weights);

        Close.To(weights.Sum(), trimmed.Sum(), 1e-9);
        Assert.All(trimmed, weight => Assert.InRange(weight, (weights.Average() / 5) - 1e-9, (weights.Average() * 5) + 1e-9));
    }

    [Fact]
    public void Strict_BadInput_HasADefinedOutcome()
    {
        Assert.Empty(WeightTrimming.Strict([]));
        Assert.Equal([0, 0], WeightTrimming.Strict([0, 0]));
        Assert.Equal([3], WeightTrimming.Strict([3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightTrimming.Strict([1, 9], 6, 10));
        Assert.Equal(18, WeightTrimming.Strict([1, 1, 16], 4, 8).Sum(), 9);
    }
}
