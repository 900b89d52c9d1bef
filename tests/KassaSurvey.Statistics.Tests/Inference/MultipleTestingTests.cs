using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Inference;

public class MultipleTestingTests
{
    // The example list of Benjamini and Hochberg type used for R's p.adjust.
    private static readonly double[] Published =
    [
        0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269, 0.275, 0.34, 0.341, 0.384, 0.569,
        0.594, 0.696, 0.762, 0.94, 0.942, 0.975, 0.986,
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(25)]
    public void Adjusted_PublishedList_EqualsR(int position)
    {
        Close.To(StatsReference.Value($"padj.holm.{position}"), MultipleTesting.Holm(Published)[position - 1]);
        Close.To(StatsReference.Value($"padj.BH.{position}"), MultipleTesting.BenjaminiHochberg(Published)[position - 1]);
    }

    [Fact]
    public void Adjusted_TwoWaves_EqualsReference()
    {
        var p = TwoWaves.Items.Select(item => TwoWaves.Expected.Value("yoy.cluster." + item, "extra")).ToArray();

        var holm = MultipleTesting.Holm(p);
        var rate = MultipleTesting.BenjaminiHochberg(p);

        for (var i = 0; i < p.Length; i++)
        {
            Close.To(TwoWaves.Expected.Value("yoy.adj." + TwoWaves.Items[i], "estimate"), holm[i]);
            Close.To(TwoWaves.Expected.Value("yoy.adj." + TwoWaves.Items[i], "extra"), rate[i]);
        }
    }

    [Fact]
    public void Adjusted_UndefinedTest_StaysUndefinedAndDoesNotCount()
    {
        var holm = MultipleTesting.Holm([double.NaN, 0.04, 0.01]);

        Assert.Equal([double.NaN, 0.04, 0.02], holm);
        Assert.Equal([0.04, double.NaN, 0.02], MultipleTesting.BenjaminiHochberg([0.04, double.NaN, 0.01]));
        Assert.Equal([double.NaN, 0.08, 0.02], MultipleTesting.Bonferroni([double.NaN, 0.04, 0.01]));
        Assert.Equal([double.NaN, 0.04, 0.02], MultipleTesting.Hochberg([double.NaN, 0.04, 0.01]));
        Assert.Equal([double.NaN, 0.06, 0.03], MultipleTesting.BenjaminiYekutieli([double.NaN, 0.04, 0.01]));
        Assert.Empty(MultipleTesting.Bonferroni([]));
        Assert.Empty(MultipleTesting.Hochberg([]));
        Assert.Empty(MultipleTesting.BenjaminiYekutieli([]));
        Assert.Empty(MultipleTesting.Holm([]));
        Assert.Empty(MultipleTesting.BenjaminiHochberg([]));
    }
}
