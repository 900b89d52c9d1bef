using KassaSurvey.Domain.Sampling;

namespace KassaSurvey.Domain.Tests.Sampling;

public sealed class SampleDrawTests
{
    [Fact]
    public void Number_SeedAndMember_IsTheFirst64BitsOfTheirHash() =>
        // printf '\0\0\0\0\0\0\0\x2a1001' | sha256sum
        Assert.Equal(SampleNumberOf42And1001, SampleNumber.Of(42, "1001"));

    [Fact]
    public void Take_AnyOrderOfReading_DrawsTheSamePeople()
    {
        var numbers = Enumerable.Range(1, 500).Select(i => $"M{i}").ToArray();
        var forwards = Drawn(numbers, 7, 60);
        var backwards = Drawn([.. numbers.Reverse()], 7, 60);
        Assert.Equal(forwards.Order(), backwards.Order());
        Assert.Equal(60, forwards.Distinct().Count());
        Assert.NotEqual(forwards.Order(), Drawn(numbers, 8, 60).Order());
    }

    [Fact]
    public void Take_MoreOfTheSameSeed_KeepsThoseDrawnBefore()
    {
        var numbers = Enumerable.Range(1, 500).Select(i => $"M{i}").ToArray();
        Assert.Subset(Drawn(numbers, 7, 90).ToHashSet(), Drawn(numbers, 7, 60).ToHashSet());
    }

    // 4 000 seeds, 10 of 40 each: every member is drawn 1 000 times in the mean with a standard deviation of 27.4;
    // a member outside 5 of them would be one in 3.5 million.
    [Fact]
    public void Take_ManySeeds_GivesEverybodyTheSameChance()
    {
        var numbers = Enumerable.Range(1, 40).Select(i => $"M{i}").ToArray();
        var times = numbers.ToDictionary(number => number, _ => 0);
        for (var seed = 0; seed < 4000; seed++)
        {
            foreach (var number in Drawn(numbers, seed, 10))
            {
                times[number]++;
            }
        }

        Assert.All(times.Values, count => Assert.InRange(count, 1000 - (5 * 27.4), 1000 + (5 * 27.4)));
    }

    private const ulong SampleNumberOf42And1001 = 0x50e6ad424ae21629;

    private static List<string> Drawn(string[] numbers, long seed, int size)
    {
        var draw = new SampleDraw();
        for (var i = 0; i < numbers.Length; i++)
        {
            draw.Add(i, "", SampleNumber.Of(seed, numbers[i]));
        }

        return [.. draw.Take("", size).Select(place => numbers[place])];
    }
}
