using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KassaSurvey.Statistics.Design;

namespace KassaSurvey.Statistics.Tests.Design;

public sealed class SampleAllocationTests
{
    // Cochran (1977), table 5.1's idea worked by hand: N S = 100, 400, 900; 60 x (1, 4, 9)/14 = 4.29, 17.14, 38.57.
    [Fact]
    public void Neyman_ThreeStrata_IsProportionalToSizeTimesDeviation() =>
        Assert.Equal([4L, 17, 39], SampleAllocation.Neyman([100, 200, 300], [1, 2, 3], 60));

    [Fact]
    public void Proportional_WholeShares_AreKept() =>
        Assert.Equal([50L, 30, 20], SampleAllocation.Proportional([5000, 3000, 2000], 100));

    [Fact]
    public void Proportional_ThreeAlike_GivesTheRemainderToTheFirst() =>
        Assert.Equal([4L, 3, 3], SampleAllocation.Proportional([10, 10, 10], 10));

    [Fact]
    public void Equal_SmallStratum_IsTakenWholeAndTheOthersShareTheRest() =>
        Assert.Equal([20L, 140, 140], SampleAllocation.Equal([20, 1000, 5000], 300));

    [Fact]
    public void Neyman_StratumWithMoreThanItHas_IsTakenWhole() =>
        Assert.Equal([10L, 90], SampleAllocation.Neyman([10, 1000], [100, 1], 100));

    [Fact]
    public void Proportional_Minimum_LiftsTheSmallStratum() =>
        Assert.Equal([30L, 270], SampleAllocation.Proportional([100, 9900], 300, 30));

    [Fact]
    public void Neyman_MinimumBesideAGreedyStratum_KeepsBothAndTheSum() =>
        Assert.Equal([4L, 3, 3], SampleAllocation.Neyman([9, 100, 100], [1000, 0.1, 0.1], 10, 3));

    [Fact]
    public void Neyman_NothingVaries_IsProportional() =>
        Assert.Equal(SampleAllocation.Proportional([100, 300], 40), SampleAllocation.Neyman([100, 300], [0, 0], 40));

    [Fact]
    public void Neyman_OneStratumDoesNotVary_GetsWhatTheOthersCannotTake() =>
        Assert.Equal([50L, 10], SampleAllocation.Neyman([50, 100], [1, 0], 60));

    [Theory]
    [InlineData(100)]
    [InlineData(1000)]
    public void Any_AsManyAsThereAre_TakesEverybody(long size) =>
        Assert.Equal([60L, 40], SampleAllocation.Equal([60, 40], size));

    [Fact]
    public void Any_NoStrata_IsEmpty() => Assert.Empty(SampleAllocation.Proportional([], 10));

    [Fact]
    public void Any_EmptyStratum_GetsNobody() => Assert.Equal([0L, 10], SampleAllocation.Equal([0, 100], 10, 5));

    [Fact]
    public void Any_NegativeInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleAllocation.Proportional([10], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleAllocation.Proportional([-10, 30], 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleAllocation.Proportional([10], 5, -1));
        Assert.Throws<ArgumentException>(() => SampleAllocation.Neyman([10, 10], [1], 5));
        Assert.Throws<ArgumentException>(() => SampleAllocation.Neyman([10], [double.NaN], 5));
        Assert.Throws<ArgumentException>(() => SampleAllocation.Neyman([10], [-1], 5));
    }

    [Property]
    public Property Any_Strata_AddUpWithinTheirBounds() => Prop.ForAll(
        Gen.Choose(0, 5000).NonEmptyListOf().ToArbitrary(), Gen.Choose(0, 20000).ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(),
        (frame, size, minimum) =>
        {
            long[] strata = [.. frame.Select(count => (long)count)];
            double[] deviations = [.. strata.Select((count, i) => ((count * 7) + i) % 5 / 2.0)];
            return SampleAllocation.Neyman(strata, deviations, size, minimum).Sum() == Math.Min(size, strata.Sum())
                && Holds(SampleAllocation.Neyman(strata, deviations, size, minimum), strata, size, minimum)
                && Holds(SampleAllocation.Equal(strata, size, minimum), strata, size, minimum)
                && Holds(SampleAllocation.Proportional(strata, size, minimum), strata, size, minimum);
        });

    [Fact]
    public void Neyman_AnyOtherDivision_HasNoSmallerVariance()
    {
        long[] frame = [400, 300, 300];
        double[] deviations = [1.4, 0.6, 1.0];
        var best = SampleAllocation.Neyman(frame, deviations, 90);
        var least = SamplePrecision.HalfWidth(frame, [.. best.Select(size => (double)size)], deviations);
        for (var first = 1; first < 89; first++)
        {
            for (var second = 1; first + second < 90; second++)
            {
                // Whole numbers move the smallest variance by less than a thousandth.
                Assert.True(SamplePrecision.HalfWidth(frame, [first, second, 90 - first - second], deviations) >= least * 0.999);
            }
        }
    }

    private static bool Holds(long[] sizes, long[] frame, long size, long minimum)
    {
        var floor = Math.Min(minimum, frame.Any(count => count > 0) ? size / frame.Count(count => count > 0) : 0);
        return sizes.Sum() == Math.Min(size, frame.Sum())
            && sizes.Zip(frame).All(pair => pair.First <= pair.Second && pair.First >= Math.Min(floor, pair.Second));
    }
}
