using FsCheck.Xunit;
using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Statistics.Tests.Design;

public class DesignQuantileTests
{
    [Fact]
    public void Of_HundredValues_HasTheIntervalByHand()
    {
        // The share up to the median is .5 ± t(99)·√(.25/99): .4003 to .5997, so the 41st and the 60th value.
        var quantile = DesignQuantile.Of(SurveyDesign.Of([.. Enumerable.Repeat(1.0, 100)]), [.. Enumerable.Range(1, 100).Select(i => (double)i)], 0.5);

        Assert.Equal((100, 50, 41, 60), (quantile.N, quantile.Value, quantile.Interval.Lower, quantile.Interval.Upper));
    }

    [Property]
    public void Of_ScaledWeightsReversedRows_ChangesNothing(ulong seed)
    {
        var generator = new SeededGenerator(seed);
        double[] values = [.. Enumerable.Range(0, 40).Select(i => i % 7 == 3 ? double.NaN : 1 + generator.NextInt(7))];
        double[] weights = [.. values.Select(_ => 0.5 + generator.NextDouble())];

        var quantile = DesignQuantile.Of(SurveyDesign.Of(weights), values, 0.5);

        Assert.Equal(quantile.Interval, DesignQuantile.Of(SurveyDesign.Of([.. weights.Reverse()]), [.. values.Reverse()], 0.5).Interval);
        Assert.Equal(quantile.Interval, DesignQuantile.Of(SurveyDesign.Of([.. weights.Select(w => w * 64)]), values, 0.5).Interval);
    }

    [Fact]
    public void Of_BadInput_HasADefinedOutcome()
    {
        Assert.True(double.IsNaN(DesignQuantile.Of(SurveyDesign.Of([]), [], 0.5).Value));
        Assert.True(double.IsNaN(DesignQuantile.Of(SurveyDesign.Of([0, 0]), [5, 6], 0.5).Value));
        var one = DesignQuantile.Of(SurveyDesign.Of([1]), [5], 0.5);
        Assert.True(one.Value == 5 && double.IsNaN(one.Interval.Lower) && double.IsNaN(one.StandardError));
        Assert.True(double.IsNaN(DesignQuantile.Of(SurveyDesign.Of([1, 1], [1, 2]), [5, 6], 0.5).Interval.Upper));

        // Everybody answered the same: the interval is that answer.
        var same = DesignQuantile.Of(SurveyDesign.Of([1, 1, 1]), [5, 5, 5], 0.5);
        Assert.Equal((5, 5, 5), (same.Value, same.Interval.Lower, same.Interval.Upper));
        Assert.Throws<ArgumentException>(() => DesignQuantile.Of(SurveyDesign.Of([1]), [], 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => DesignQuantile.Of(SurveyDesign.Of([1]), [5], 50));
    }
}
