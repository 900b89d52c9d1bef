using KassaSurvey.Statistics.Random;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Random;

public class SeededGeneratorTests
{
    [Fact]
    public void NextBits_SeedZero_IsThePublishedSequence()
    {
        var generator = new SeededGenerator(0);

        // xoshiro256** after SplitMix64(0), as the authors' C code and the rand_xoshiro crate give it.
        Assert.Equal([11091344671253066420UL, 13793997310169335082UL, 1900383378846508768UL], [generator.NextBits(), generator.NextBits(), generator.NextBits()]);
    }

    [Fact]
    public void NextInt_ManyDraws_IsUniform()
    {
        var generator = new SeededGenerator(42);
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++)
        {
            counts[generator.NextInt(7)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 9_600, 10_400));
        Assert.Equal(0, generator.NextInt(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => generator.NextInt(0));
    }

    [Fact]
    public void NextInt_RangeThatDividesUnevenly_IsUniformStill()
    {
        // Of 2^32 equally likely numbers, 3·2^29 values would get 3, 3 and 2 each by turns were none drawn again.
        const int Range = 3 << 29;
        const int Draws = 60_000;
        var generator = new SeededGenerator(42);
        var counts = new int[3];
        for (var i = 0; i < Draws; i++)
        {
            counts[generator.NextInt(Range) % 3]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 0.32 * Draws, 0.347 * Draws));
    }

    [Fact]
    public void NextNormal_ManyDraws_HasTheMomentsOfANormal()
    {
        var generator = new SeededGenerator(42);
        var draws = Enumerable.Range(0, 100_000).Select(_ => generator.NextNormal()).ToArray();

        Assert.Equal(0, draws.Average(), 0.01);
        Assert.Equal(1, draws.Average(x => x * x), 0.02);
        Assert.Equal(3, draws.Average(x => x * x * x * x), 0.1);
    }

    [Fact]
    public void NextDouble_ManyDraws_StaysInTheUnitInterval()
    {
        var generator = new SeededGenerator(ulong.MaxValue);
        var draws = Enumerable.Range(0, 10_000).Select(_ => generator.NextDouble()).ToArray();

        Assert.All(draws, x => Assert.InRange(x, 0, 0.9999999999999999));
        Close.To(0.5, draws.Average(), 0.02);
    }
}
