using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Descriptive;

public class ScaleMapTests
{
    [Fact]
    public void Linear_FiveOnSeven_EqualsReference()
    {
        Assert.Equal([1, 2.5, 4, 5.5, 7], Enumerable.Range(1, 5).Select(x => ScaleMap.Linear(x, 1, 5, 1, 7)));
        Assert.Throws<ArgumentException>(() => ScaleMap.Linear(1, 5, 5, 1, 7));
    }

    [Fact]
    public void Equipercentile_PublishedShares_EqualsReference()
    {
        var mapped = ScaleMap.Equipercentile([0.02, 0.05, 0.18, 0.45, 0.30], [0.01, 0.02, 0.05, 0.12, 0.22, 0.34, 0.24]);

        double[] expected = [1.5, 2.8, 4.166666666666667, 5.661764705882352, 6.875];
        for (var k = 0; k < 5; k++)
        {
            Close.To(expected[k], mapped[k]);
        }
    }

    [Fact]
    public void Equipercentile_BadInput_HasADefinedOutcome()
    {
        Assert.True(double.IsNaN(ScaleMap.Equipercentile([0, 0], [1, 2])[0]));
        Assert.True(double.IsNaN(ScaleMap.Equipercentile([1, 2], [])[1]));
        Assert.Empty(ScaleMap.Equipercentile([], [1, 2]));
        Assert.Throws<ArgumentException>(() => ScaleMap.Equipercentile([1, -2], [1]));

        // A scale mapped on itself stays what it is.
        Assert.Equal([1, 2, 3], ScaleMap.Equipercentile([1, 2, 1], [1, 2, 1]));
    }
}
