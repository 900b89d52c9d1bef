using KassaSurvey.Statistics.Association;
using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Association;

public class CorrelationTests
{
    [Theory]
    [InlineData("Q_OVERALL")]
    [InlineData("A_SPEED")]
    [InlineData("A_SERVICE")]
    public void Pearson_PanelMembers_EqualsReference(string item)
    {
        var previous = TwoWaves.Texts(2019, "member").Zip(TwoWaves.Numbers(2019, item)).ToDictionary(pair => pair.First, pair => pair.Second);
        var panel = TwoWaves.Texts(2020, "member").Zip(TwoWaves.Numbers(2020, item)).Where(pair => previous.ContainsKey(pair.First)).ToArray();

        var correlation = Correlation.Pearson([.. panel.Select(pair => previous[pair.First])], [.. panel.Select(pair => pair.Second)], []);

        Close.To(TwoWaves.Expected.Value($"paired.{item}.r", "estimate"), correlation.Value);
        Assert.Equal(TwoWaves.Expected.Value($"paired.{item}.n", "estimate"), correlation.N);
    }

    [Fact]
    public void Interval_FisherExample_StaysInside()
    {
        // tanh(artanh(.5) ± 1.96/√25): the textbook interval for r = .5, n = 28.
        var interval = new Correlation(28, 0.5, 0.2).Interval();

        Close.To(Math.Tanh(Math.Atanh(0.5) - (0.2 * Distributions.NormalQuantile(0.975))), interval.Lower);
        Assert.InRange(interval.Upper, 0.5, 1);
    }

    [Fact]
    public void Spearman_Ties_ShareTheirRank()
    {
        // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4.
        Close.To(4.5 / Math.Sqrt(4.5 * 5), Correlation.Spearman([1, 5, 5, 9], [2, 3, 4, 8]).Value);
        Close.To(-1, Correlation.Spearman([1, 2, double.NaN, 9], [5, 4, 9, -7]).Value);
    }

    [Fact]
    public void Pearson_Weighted_EqualsDuplicatedRows()
    {
        var weighted = Correlation.Pearson([1, 2, 4, 3], [2, 1, 5, 9], [1, 3, 2, 0]);
        var duplicated = Correlation.Pearson([1, 2, 2, 2, 4, 4], [2, 1, 1, 1, 5, 5], []);

        Close.To(duplicated.Value, weighted.Value);
        Assert.Equal(3, weighted.N);
    }

    [Fact]
    public void Correlations_BadInput_AreUndefined()
    {
        Assert.True(double.IsNaN(Correlation.Pearson([], [], []).Value));
        Assert.True(double.IsNaN(Correlation.Pearson([5], [6], []).Value));
        Assert.True(double.IsNaN(Correlation.Pearson([5, 5, 5], [6, 7, 8], []).Value));
        Assert.True(double.IsNaN(Correlation.Pearson([5, 6], [6, 7], [0, 0]).Value));
        Assert.True(double.IsNaN(Correlation.Spearman([5, 6, 7], [1, 2, 4]).Interval().Lower));
        Assert.Throws<ArgumentException>(() => Correlation.Pearson([5, 6], [6], []));
        Assert.Throws<ArgumentException>(() => Correlation.Spearman([5, 6], [6]));
        Assert.Throws<ArgumentException>(() => Correlation.Pearson([5, 6], [6, 7], [1]));
        Assert.Throws<ArgumentException>(() => CovarianceMatrix.Of([1, 2, 3], 2, []));
    }
}
