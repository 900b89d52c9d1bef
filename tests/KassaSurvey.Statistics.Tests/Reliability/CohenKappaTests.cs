using KassaSurvey.Statistics.Reliability;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Reliability;

public class CohenKappaTests
{
    [Fact]
    public void Of_WorkedExample_EqualsReference()
    {
        // p = 0, n = 1, u = 2.
        var kappa = CohenKappa.Of([0, 0, 1, 1, 2, 0, 1, 2, 0, 0], [0, 1, 1, 1, 2, 0, 1, 0, 0, 0]);

        Close.To(0.8, kappa.Observed);
        Close.To(0.39, kappa.Expected);
        Close.To(0.6721311475409837, kappa.Value);
    }

    [Fact]
    public void StandardError_LargeSample_EqualsTheDerivatives()
    {
        // The delta method by brute force: how kappa moves when one cell's share grows a little.
        int[,] counts = { { 106, 10, 4 }, { 22, 28, 10 }, { 2, 12, 6 } };
        var (first, second) = Expand(counts);
        var kappa = CohenKappa.Of(first, second);
        var n = first.Length;
        var moments = 0.0;
        var mean = 0.0;
        for (var a = 0; a < 3; a++)
        {
            for (var b = 0; b < 3; b++)
            {
                var gradient = (Kappa(counts, a, b, 1e-4) - Kappa(counts, a, b, -1e-4)) / 2e-4;
                mean += (double)counts[a, b] / n * gradient;
                moments += (double)counts[a, b] / n * gradient * gradient;
            }
        }

        // Fleiss, Cohen and Everitt's own example: kappa .429, standard error about .054.
        Assert.Equal(0.429, kappa.Value, 5e-4);
        Close.To(Math.Sqrt((moments - (mean * mean)) / n), kappa.StandardError, 1e-6);
        Assert.True(kappa.Interval().Contains(0.4));
    }

    [Fact]
    public void Of_BadInput_HasADefinedOutcome()
    {
        Assert.True(double.IsNaN(CohenKappa.Of([], []).Value));
        Assert.True(double.IsNaN(CohenKappa.Of([1, 1], [1, 1]).Value));
        Assert.Equal(1, CohenKappa.Of([1, 1], [1, 1]).Observed);
        Assert.Equal(0, CohenKappa.Of([1, -1], [-1, 1]).N);
        Assert.Equal(1, CohenKappa.Of([1, 2, 1], [1, 2, 1]).Value, 12);
        Assert.Throws<ArgumentException>(() => CohenKappa.Of([1], []));
    }

    private static double Kappa(int[,] counts, int row, int column, double change)
    {
        var total = counts.Cast<int>().Sum();
        var p = new double[3, 3];
        for (var a = 0; a < 3; a++)
        {
            for (var b = 0; b < 3; b++)
            {
                p[a, b] = ((double)counts[a, b] / total) + (a == row && b == column ? change : 0);
            }
        }

        var observed = p[0, 0] + p[1, 1] + p[2, 2];
        var expected = Enumerable.Range(0, 3).Sum(k => (p[k, 0] + p[k, 1] + p[k, 2]) * (p[0, k] + p[1, k] + p[2, k]));
        return (observed - expected) / (1 - expected);
    }

    private static (int[] First, int[] Second) Expand(int[,] counts)
    {
        var first = new List<int>();
        var second = new List<int>();
        for (var a = 0; a < 3; a++)
        {
            for (var b = 0; b < 3; b++)
            {
                first.AddRange(Enumerable.Repeat(a, counts[a, b]));
                second.AddRange(Enumerable.Repeat(b, counts[a, b]));
            }
        }

        return ([.. first], [.. second]);
    }

    [Fact]
    public void Of_OneCategoryOnly_AgreesWhollyAndHasNoKappa()
    {
        var kappa = CohenKappa.Of([1, 1, 1], [1, 1, 1]);

        Assert.Equal((1.0, 1.0), (kappa.Observed, kappa.Expected));
        Assert.True(double.IsNaN(kappa.Value));
    }
}
