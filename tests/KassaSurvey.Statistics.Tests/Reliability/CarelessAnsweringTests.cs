using KassaSurvey.Statistics.Reliability;

namespace KassaSurvey.Statistics.Tests.Reliability;

public class CarelessAnsweringTests
{
    [Fact]
    public void Signs_MissingAnswers_AreSkippedOver()
    {
        Assert.Equal(3, CarelessAnswering.LongestRun([5, double.NaN, 5, 5, 4]));
        Assert.False(CarelessAnswering.IsStraightLine([7, 7, 7, 7, 7, 7, 7, double.NaN]));
        Assert.True(CarelessAnswering.IsSpeeding(9, double.NaN, 10));
        Assert.False(CarelessAnswering.IsSpeeding(double.NaN, 300, 10));
    }

    [Fact]
    public void Signs_NoAnswer_HaveADefinedOutcome()
    {
        Assert.Equal(0, CarelessAnswering.LongestRun([]));
        Assert.True(double.IsNaN(CarelessAnswering.AverageRun([double.NaN])));
        Assert.True(double.IsNaN(CarelessAnswering.Variability([5])));
        Assert.False(CarelessAnswering.IsStraightLine([]));
    }
}
