using FsCheck.Xunit;
using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Random;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Design;

public class DesignRegressionTests
{
    private static readonly double[] X = [1, 2, 3, 4, 5];
    private static readonly double[] Y = [2, 1, 4, 3, 7];

    [Fact]
    public void Fit_OneDriver_EqualsTheSandwichByHand()
    {
        var fit = DesignRegression.Fit(SurveyDesign.Of([1, 1, 1, 1, 1]), Y, X, 1);

        // (x−x̄)e = −2, 1.2, 0, −1.6, 2.4: √(5/4·13.76)/10.
        Close.To(1.2, fit.Coefficients[1].Difference);
        Close.To(Math.Sqrt(1.25 * 13.76) / 10, fit.Coefficients[1].StandardError);
        Assert.Equal(3, fit.Coefficients[1].DegreesOfFreedom);
    }

    [Fact]
    public void Fit_IncompleteRow_StaysInTheDesignWithoutInfluence()
    {
        var complete = DesignRegression.Fit(SurveyDesign.Of([1, 1, 1, 1, 1]), Y, X, 1);
        var fit = DesignRegression.Fit(SurveyDesign.Of([1, 1, 1, 1, 1, 1]), [.. Y, double.NaN], [.. X, 9], 1);

        Assert.Equal(5, fit.N);
        Close.To(complete.Coefficients[0].Difference, fit.Coefficients[0].Difference);
        Close.To(complete.Coefficients[0].StandardError * Math.Sqrt(6.0 / 5 / (5.0 / 4)), fit.Coefficients[0].StandardError);
    }

    [Property]
    public void Fit_ScaledWeightsReversedRowsAddedConstant_ChangeNothingElse(ulong seed)
    {
        var generator = new SeededGenerator(seed);
        double[] Random() => [.. Enumerable.Range(0, 20).Select(_ => generator.NextNormal())];
        var (y, x1, x2) = (Random(), Random(), Random());
        double[] weights = [.. Random().Select(value => 0.2 + (value * value))];

        var fit = DesignRegression.Fit(SurveyDesign.Of(weights), y, [.. x1, .. x2], 2);
        var scaled = DesignRegression.Fit(SurveyDesign.Of([.. weights.Select(w => 9 * w)]), y, [.. x1, .. x2], 2);
        var reversed = DesignRegression.Fit(SurveyDesign.Of([.. weights.Reverse()]), [.. y.Reverse()], [.. x1.Reverse(), .. x2.Reverse()], 2);
        var shifted = DesignRegression.Fit(SurveyDesign.Of(weights), [.. y.Select(value => value + 10)], [.. x1, .. x2], 2);

        for (var k = 0; k < 3; k++)
        {
            foreach (var other in new[] { scaled, reversed, shifted })
            {
                var shift = other.Equals(shifted) && k == 0 ? 10 : 0;
                Assert.Equal(fit.Coefficients[k].Difference, other.Coefficients[k].Difference - shift, 1e-7);
                Close.To(fit.Coefficients[k].StandardError, other.Coefficients[k].StandardError, 1e-7);
            }
        }
    }

    [Fact]
    public void Fit_BadInput_HasADefinedOutcome()
    {
        static bool IsUndefined(DesignRegression fit) => !fit.IsDefined && fit.Coefficients.All(test => double.IsNaN(test.Difference) && double.IsNaN(test.PValue));
        var design = SurveyDesign.Of([1, 1, 1, 1, 1]);

        Assert.True(IsUndefined(DesignRegression.Fit(SurveyDesign.Of([]), [], [], 1)));
        Assert.True(IsUndefined(DesignRegression.Fit(SurveyDesign.Of([1]), [5], [1], 1)));
        Assert.True(IsUndefined(DesignRegression.Fit(SurveyDesign.Of([0, 0, 0, 0, 0]), Y, X, 1)));
        Assert.True(IsUndefined(DesignRegression.Fit(design, [5, 5, 5, 5, 5], X, 1)));
        Assert.True(IsUndefined(DesignRegression.Fit(design, Y, [.. X, .. X.Select(x => 2 * x)], 2)));

        // Every stratum a singleton: a line, but nothing to test it with.
        var single = DesignRegression.Fit(SurveyDesign.Of([1, 1, 1, 1, 1], [1, 2, 3, 4, 5]), Y, X, 1);
        Assert.True(single.IsDefined && double.IsNaN(single.Coefficients[1].PValue));
        Assert.Throws<ArgumentException>(() => DesignRegression.Fit(design, [1], X, 1));
        Assert.Throws<ArgumentException>(() => DesignRegression.Fit(design, Y, [1], 1));
    }
}
