using KassaSurvey.Domain.Analysis;

namespace KassaSurvey.Domain.Tests.Analysis;

/// <summary>Figures with and without some rows stand beside each other: the difference must never be of too few.</summary>
public sealed class LeftOutTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Everybody_WithoutSomeRows_IsShownOnlyWhenTheyAreNoHandful(int leftOut, bool isShown)
    {
        var wave = DisclosureWave.Of(("full", 40));

        var reading = DisclosureWave.Grade(wave.LeavingOut(Rows(40, row => row < leftOut)), Population.Everybody);

        Assert.Equal(isShown, reading is Reading.Reported);
        Assert.Equal(isShown ? 40 - leftOut : null, reading.Value?.N);
    }

    [Fact]
    public void Group_HiddenWithEverybody_StaysHiddenWhenOthersAreLeftOut()
    {
        // Everybody less the big group is three: leaving exactly those three and some more out must not open a way around.
        var wave = DisclosureWave.Of(("full", 40), ("part", 3)).LeavingOut(Rows(43, row => row is < 6 or >= 40));

        Assert.IsType<Reading.Suppressed>(DisclosureWave.Grade(wave, Population.Everybody.With("benefit", "full")));
    }

    [Fact]
    public void OneGroupWithAHandfulLeftOut_CannotBeReachedThroughTheOthers()
    {
        // Left out: 6 of full, 3 of part, 7 of none. "Part" without its three is hidden; with full and none both shown without
        // theirs, it would follow from everybody, so one of them is hidden too.
        var wave = DisclosureWave.Of(("full", 20), ("part", 20), ("none", 20))
            .LeavingOut(Rows(60, row => row is < 6 or (>= 20 and < 23) or (>= 40 and < 47)));

        Assert.IsType<Reading.Reported>(DisclosureWave.Grade(wave, Population.Everybody));
        Assert.IsType<Reading.Suppressed>(DisclosureWave.Grade(wave, Population.Everybody.With("benefit", "part")));
        Assert.Contains(
            new[] { "full", "none" },
            benefit => DisclosureWave.Grade(wave, Population.Everybody.With("benefit", benefit)) is Reading.Suppressed);
    }

    private static ulong[] Rows(int count, Func<int, bool> isIn)
    {
        var rows = new ulong[(count + 63) / 64];
        for (var row = 0; row < count; row++)
        {
            rows[row >> 6] |= isIn(row) ? 1UL << (row & 63) : 0;
        }

        return rows.All(word => word == 0) ? [] : rows;
    }
}
