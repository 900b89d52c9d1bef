using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Reliability;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Reliability;

public class CarelessAnsweringTests
{
    [Theory]
    [InlineData(1, new double[] { 7, 7, 7, 7, 7, 7, 7, 7, 7, 7 })]
    [InlineData(2, new double[] { 6, 7, 5, 6, 7, 6, 4, 7, 6, 5 })]
    [InlineData(3, new double[] { 1, 2, 3, 4, 5, 6, 7, 1, 2, 3 })]
    [InlineData(4, new double[] { 5, 5, 5, 6, 6, 6, 6, 2, 2, 7 })]
    public void Signs_ReferenceRows_EqualR(int row, double[] answers)
    {
        var expected = ReferenceTable.Read("quality_reference.csv");

        Assert.Equal(expected.Value($"careless.row{row}.longstring", "value"), CarelessAnswering.LongestRun(answers));
        Close.To(expected.Value($"careless.row{row}.avgstring", "value"), CarelessAnswering.AverageRun(answers));
        Close.To(expected.Value($"careless.row{row}.irv", "value"), CarelessAnswering.Variability(answers));
    }

    [Fact]
    public void Rule_SyntheticWave_FindsThePlanted()
    {
        var expected = ReferenceTable.Read("quality_reference.csv");
        var columns = TwoWaves.Items.Where(item => item[..2] is "A_" or "IM" or "EX").Select(item => TwoWaves.Numbers(2020, item)).ToArray();
        var seconds = TwoWaves.Numbers(2020, "duration_s");
        var median = Quantile.Type7(seconds, 0.5);
        var straight = seconds.Select((_, row) => CarelessAnswering.IsStraightLine([.. columns.Select(column => column[row])])).ToArray();
        var speeding = seconds.Select(value => CarelessAnswering.IsSpeeding(value, median, columns.Length)).ToArray();

        Assert.Equal(expected.Value("synthetic2020.straightline_all_same", "value"), straight.Count(flag => flag));
        Assert.Equal(expected.Value("synthetic2020.speeders_lt_third_median", "value"), speeding.Count(flag => flag));
        Assert.Equal(expected.Value("synthetic2020.flag_both", "value"), straight.Zip(speeding).Count(pair => pair.First && pair.Second));
    }

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
