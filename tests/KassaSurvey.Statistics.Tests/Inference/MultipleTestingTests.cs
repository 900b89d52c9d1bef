using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Statistics.Tests.Inference;

public class MultipleTestingTests
{
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
