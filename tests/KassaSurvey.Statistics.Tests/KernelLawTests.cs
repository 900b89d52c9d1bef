using FsCheck.Xunit;
using KassaSurvey.Statistics.Association;
using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Random;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests;

/// <summary>Laws across routines: they need no reference and hold for any data.</summary>
public class KernelLawTests
{
    [Property]
    public void Index_IsLinearInTheMean(ulong seed)
    {
        var s = new Rows(seed);

        var index = DesignEstimate.Mean(s.Design, [.. s.Target.Select(value => (value - 1) / 6 * 100)]);
        var scaled = DesignEstimate.Mean(s.Design, s.Target).Scaled(1, 100.0 / 6);

        Close.To(scaled.Value, index.Value, 1e-10);
        Close.To(scaled.StandardError, index.StandardError, 1e-10);
        Close.To(scaled.Interval().Lower, index.Interval().Lower, 1e-8);
    }

    [Property]
    public void Strata_MergedEqualOnes_ChangeOnlyTheDivisor(ulong seed)
    {
        // The second stratum repeats the first, so all that merging loses is a degree of freedom: n/(n−1) becomes 2n/(2n−1).
        var s = new Rows(seed);
        double[] values = [.. s.Target, .. s.Target];
        double[] weights = [.. s.Weights, .. s.Weights];
        int[] strata = [.. Enumerable.Range(0, values.Length).Select(i => i / s.Target.Length)];

        var apart = DesignEstimate.Mean(SurveyDesign.Of(weights, strata), values);
        var merged = DesignEstimate.Mean(SurveyDesign.Of(weights), values);

        double n = s.Target.Length;
        Close.To(apart.Value, merged.Value, 1e-12);
        Close.To(apart.Variance * 2 * (n - 1) / ((2 * n) - 1), merged.Variance, 1e-9);
        Assert.Equal(apart.DegreesOfFreedom + 1, merged.DegreesOfFreedom);
    }

    [Property]
    public void IntegerWeights_AreRepeatedRespondents(ulong seed)
    {
        var s = new Rows(seed);
        double[] weights = [.. s.Target.Select((_, i) => (double)(i % 4))];
        double[] Repeat(double[] column) => [.. column.SelectMany((value, i) => Enumerable.Repeat(value, i % 4))];

        var weighted = CovarianceMatrix.Of([.. s.Target, .. s.First, .. s.Second], 3, weights);
        var repeated = CovarianceMatrix.Of([.. Repeat(s.Target), .. Repeat(s.First), .. Repeat(s.Second)], 3, []);

        Close.To(repeated.Correlation(0, 1), weighted.Correlation(0, 1), 1e-9);
        Close.To(RelativeImportance.Lmg(repeated, 0, [1, 2]).Shares[0], RelativeImportance.Lmg(weighted, 0, [1, 2]).Shares[0], 1e-8);
        Close.To(RelativeImportance.Johnson(repeated, 0, [1, 2]).Shares[1], RelativeImportance.Johnson(weighted, 0, [1, 2]).Shares[1], 1e-8);
        Close.To(Quantile.WeightedInverse(Repeat(s.Target), [], 0.3), Quantile.WeightedInverse(s.Target, weights, 0.3));
        var model = new PathSpecification([new([0]), new([1, 2])], [(1, 0)]);
        Close.To(PathModel.Estimate(repeated, model).RSquared(0), PathModel.Estimate(weighted, model).RSquared(0), 1e-7);
    }

    [Property]
    public void ScaledWeights_ChangeNoAssociation(ulong seed)
    {
        var s = new Rows(seed);
        double[] scaled = [.. s.Weights.Select(weight => weight * 250)];
        double[] items = [.. s.Target, .. s.First, .. s.Second];

        var a = CovarianceMatrix.Of(items, 3, s.Weights);
        var b = CovarianceMatrix.Of(items, 3, scaled);

        Close.To(a[0, 1], b[0, 1], 1e-9);
        Close.To(RelativeImportance.Lmg(a, 0, [1, 2]).Shares[0], RelativeImportance.Lmg(b, 0, [1, 2]).Shares[0], 1e-8);
        Close.To(DesignEffect.Kish(s.Weights), DesignEffect.Kish(scaled), 1e-12);
        var fit = LeastSquares.Fit(s.Target, [.. s.First, .. s.Second], 2, s.Weights);
        var other = LeastSquares.Fit(s.Target, [.. s.First, .. s.Second], 2, scaled);
        Close.To(fit.Coefficients[1], other.Coefficients[1], 1e-7);
        Close.To(fit.StandardErrors[1], other.StandardErrors[1], 1e-8);
    }

    [Property]
    public void AddedConstant_ChangesNoAssociation(ulong seed)
    {
        var s = new Rows(seed);
        double[] shifted = [.. s.First.Select(value => value + 10)];

        var a = CovarianceMatrix.Of([.. s.Target, .. s.First, .. s.Second], 3, s.Weights);
        var b = CovarianceMatrix.Of([.. s.Target, .. shifted, .. s.Second], 3, s.Weights);

        Close.To(a[0, 1], b[0, 1], 1e-8);
        Close.To(RelativeImportance.Johnson(a, 0, [1, 2]).RSquared, RelativeImportance.Johnson(b, 0, [1, 2]).RSquared, 1e-7);
        Assert.Equal(Quantile.Type7(s.First, 0.4) + 10, Quantile.Type7(shifted, 0.4), 1e-9);
    }

    [Property]
    public void AdjustedP_StrictMethods_AreNeverSmaller(ulong seed)
    {
        var generator = new SeededGenerator(seed);
        double[] p = [.. Enumerable.Range(0, 9).Select(_ => generator.NextDouble() * 0.2)];
        var (bonferroni, holm, hochberg) = (MultipleTesting.Bonferroni(p), MultipleTesting.Holm(p), MultipleTesting.Hochberg(p));
        var (yekutieli, rate) = (MultipleTesting.BenjaminiYekutieli(p), MultipleTesting.BenjaminiHochberg(p));

        for (var i = 0; i < p.Length; i++)
        {
            Assert.True(bonferroni[i] >= holm[i] && holm[i] >= hochberg[i] && hochberg[i] >= rate[i] && yekutieli[i] >= rate[i] && rate[i] >= p[i]);
        }
    }

    [Property]
    public void ExactInterval_HoldsItsShareAndWidensWithTheLevel(byte part, byte rest)
    {
        var n = part + rest;
        var interval = ShareEstimate.ClopperPearson(part, n, 0.95);
        var wider = ShareEstimate.ClopperPearson(part, n, 0.99);

        Assert.Equal(n > 0, interval.Contains((double)part / n));
        Assert.True(n == 0 || (wider.Lower <= interval.Lower && wider.Upper >= interval.Upper));
    }

    /// <summary>Forty respondents: a target and two drivers that are related to it.</summary>
    private sealed class Rows
    {
        public Rows(ulong seed)
        {
            var generator = new SeededGenerator(seed);
            for (var i = 0; i < Target.Length; i++)
            {
                Target[i] = 1 + generator.NextInt(7);
                First[i] = (Target[i] / 2) + generator.NextNormal();
                Second[i] = (Target[i] / 3) + generator.NextNormal();
                Weights[i] = 0.2 + generator.NextDouble();
            }
        }

        public double[] Target { get; } = new double[40];

        public double[] First { get; } = new double[40];

        public double[] Second { get; } = new double[40];

        public double[] Weights { get; } = new double[40];

        public SurveyDesign Design => SurveyDesign.Of(Weights);
    }
}
