using KassaSurvey.Statistics.Association;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Association;

public class LeastSquaresTests
{
    [Fact]
    public void Fit_SyntheticCalls_EqualsR()
    {
        // R: lm(sat ~ wait_s + transferred + repeat7d) on the synthetic call log.
        var calls = ReferenceTable.Read("calls_synthetic.csv");
        double[] drivers = [.. calls.Numbers("wait_s"), .. calls.Numbers("transferred"), .. calls.Numbers("repeat7d")];

        var fit = LeastSquares.Fit(calls.Numbers("sat"), drivers, 3, []);

        Assert.Equal(533, fit.N);
        Assert.Equal(529, fit.DegreesOfFreedom);
        Expect([6.364916125326, -0.002777988067141, -0.4559687760544, -0.6697168419424], fit.Coefficients);
        Expect([0.04579633440915, 0.0006150000234632, 0.1055630562258, 0.08065144412066], fit.StandardErrors);
        Close.To(0.1619854428769, fit.RSquared);
        Close.To(-0.1060250203533, Correlation.Spearman(calls.Numbers("wait_s"), calls.Numbers("sat")).Value);
    }

    [Fact]
    public void Fit_OneDriver_EqualsTheTextbookFormulas()
    {
        double[] x = [1, 2, 3, 4, 5];
        double[] y = [2, 1, 4, 3, 7];

        var fit = LeastSquares.Fit(y, x, 1, []);

        // b = Sxy/Sxx = 12/10, a = 3.4 − 1.2·3, residuals 1 −1.2 .6 −1.6 1.2 against fits 1 2.2 3.4 4.6 5.8.
        Expect([-0.2, 1.2], fit.Coefficients);
        Expect([Math.Sqrt(6.8 / 3 * (0.2 + 0.9)), Math.Sqrt(6.8 / 3 / 10)], fit.StandardErrors);

        // HC3 of the slope: Σ((x−x̄)/Sxx·e/(1−h))², leverages .6 .3 .2 .3 .6.
        double[] parts = [-2 * 1 / 0.4, -1 * -1.2 / 0.7, 0, 1 * -1.6 / 0.7, 2 * 1.2 / 0.4];
        Close.To(Math.Sqrt(parts.Sum(part => part * part)) / 10, fit.RobustErrors[1]);
    }

    [Fact]
    public void Fit_RowThatDecidesAlone_HasNoRobustError()
    {
        var fit = LeastSquares.Fit([2, 3, 4, 9], [0, 0, 0, 1], 1, []);

        Close.To(6, fit.Coefficients[1]);
        Assert.True(double.IsNaN(fit.RobustErrors[1]));
        Assert.False(double.IsNaN(fit.StandardErrors[1]));
    }

    [Fact]
    public void Fit_IntegerWeights_GiveTheLineOfDuplicatedRows()
    {
        var weighted = LeastSquares.Fit([2, 1, 4, 3], [1, 2, 3, 5], 1, [1, 2, 0, 3]);
        var duplicated = LeastSquares.Fit([2, 1, 1, 3, 3, 3], [1, 2, 2, 5, 5, 5], 1, []);

        Expect(duplicated.Coefficients, weighted.Coefficients);
        Close.To(duplicated.RSquared, weighted.RSquared);
        Assert.Equal(3, weighted.N);
    }

    [Fact]
    public void Fit_BadInput_HasADefinedOutcome()
    {
        Assert.False(LeastSquares.Fit([], [], 1, []).IsDefined);
        Assert.False(LeastSquares.Fit([1, 2], [1, 2], 1, []).IsDefined);
        Assert.False(LeastSquares.Fit([5, 5, 5, 5], [1, 2, 3, 4], 1, []).IsDefined);
        Assert.False(LeastSquares.Fit([5, 6, 5, 4], [1, 1, 1, 1], 1, []).IsDefined);
        Assert.False(LeastSquares.Fit([5, 6, 5, 4, 3], [1, 2, 3, 4, 6, 2, 4, 6, 8, 12], 2, []).IsDefined);
        Assert.False(LeastSquares.Fit([5, 6, 5, 4], [1, 2, 3, 4], 1, [0, 0, 0, 0]).IsDefined);
        Assert.Throws<ArgumentException>(() => LeastSquares.Fit([5, 6], [1], 1, []));
        Assert.Throws<ArgumentException>(() => LeastSquares.Fit([5, 6], [1, 2], 1, [1]));
    }

    private static void Expect(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var k = 0; k < expected.Length; k++)
        {
            Close.To(expected[k], actual[k]);
        }
    }
}
