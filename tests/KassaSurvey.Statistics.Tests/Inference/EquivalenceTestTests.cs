using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Inference;

public class EquivalenceTestTests
{
    [Fact]
    public void Of_Sleep_EqualsToster()
    {
        var welch = DifferenceTest.Welch(MeanEstimate.FromValues(Sleep.First, [], [], 10), MeanEstimate.FromValues(Sleep.Second, [], [], 10));

        var test = EquivalenceTest.Of(welch, 0.5);

        Close.To(StatsReference.Value("sleep.tost0.5.p_lower"), test.PLower);
        Close.To(StatsReference.Value("sleep.tost0.5.p_upper"), test.PUpper);
        Close.To(StatsReference.Value("sleep.tost0.5.p"), test.PValue);
    }

    [Fact]
    public void Of_TwoWaves_EqualsReference()
    {
        foreach (var item in TwoWaves.Items)
        {
            // The difference and its error are printed to 12 digits, which limits the far tails.
            var difference = TwoWaves.Expected.Value("yoy.cluster." + item, "estimate");
            var error = TwoWaves.Expected.Value("yoy.cluster." + item, "se");
            var bound = TwoWaves.Expected.Value("yoy.tost." + item, "extra");

            var test = EquivalenceTest.Of(DifferenceTest.Of(difference, error, double.PositiveInfinity), bound);

            Close.To(TwoWaves.Expected.Value("yoy.tost." + item, "estimate"), test.PValue, what: item);
        }
    }

    [Fact]
    public void Of_UndefinedOrBadInput_HasADefinedOutcome()
    {
        Assert.True(double.IsNaN(EquivalenceTest.Of(DifferenceTest.Of(0, 0, 5), 0.15).PValue));
        Assert.True(double.IsNaN(EquivalenceTest.Of(DifferenceTest.Of(0, double.NaN, 5), 0.15).PValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => EquivalenceTest.Of(DifferenceTest.Of(0, 1, 5), 0));
    }
}
