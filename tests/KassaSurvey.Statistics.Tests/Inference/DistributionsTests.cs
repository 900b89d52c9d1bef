using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Inference;

public class DistributionsTests
{
    [Theory]
    [InlineData(0.3, 1)]
    [InlineData(1e-9, 1)]
    [InlineData(0.02, 2.5)]
    [InlineData(1e-12, 40)]
    [InlineData(0.9999, 3)]
    [InlineData(0.5, 7)]
    public void StudentQuantile_ThenCumulative_ReturnsTheProbability(double p, double df) =>
        Close.To(p, Distributions.StudentCumulative(Distributions.StudentQuantile(p, df), df), 1e-11);

    [Fact]
    public void StudentQuantile_OneDegree_EqualsCauchy() =>
        Close.To(-1 / Math.Tan(Math.PI * 1e-7), Distributions.StudentQuantile(1e-7, 1), 1e-10);

    [Fact]
    public void Student_InfiniteDegrees_IsNormal()
    {
        Close.To(1.95996398454005, Distributions.StudentQuantile(0.975, double.PositiveInfinity), 1e-12);
        Close.To(6.220960574271785e-16, Distributions.StudentCumulative(-8, double.PositiveInfinity), 1e-10);
    }

    [Theory]
    [InlineData(1e4)]
    [InlineData(3e5)]
    [InlineData(1e7)]
    [InlineData(1e9)]
    public void Student_ManyDegrees_ApproachesNormal(double df)
    {
        // Cornish–Fisher to the second order: t = z + (z³+z)/4ν + (5z⁵+16z³+3z)/96ν².
        const double z = 1.95996398454005;
        var expected = z + (((z * z * z) + z) / (4 * df)) + (((5 * Math.Pow(z, 5)) + (16 * z * z * z) + (3 * z)) / (96 * df * df));

        Close.To(expected, Distributions.StudentQuantile(0.975, df), 1e-10);
        Close.To(0.025, Distributions.StudentCumulative(-expected, df), 1e-9);
    }

    [Fact]
    public void UpperTails_KnownPoints_EqualR()
    {
        Close.To(0.05, Distributions.ChiSquaredUpper(3.841458820694124, 1), 1e-10);
        Close.To(0.05, Distributions.FisherUpper(4.964602743730711, 1, 10), 1e-10);
        Assert.Equal(1, Distributions.FisherUpper(0, 1, 10));
        Assert.Equal(1, Distributions.ChiSquaredUpper(0, 2));
    }

    [Fact]
    public void BetaQuantile_KnownShapes_AreExact()
    {
        // Beta(a, 1) has P(B ≤ x) = x^a; Beta(2, 2) is symmetric.
        Close.To(Math.Pow(0.3, 1.0 / 7), Distributions.BetaQuantile(0.3, 7, 1), 1e-12);
        Close.To(2.0000009980006648e-9, Distributions.BetaQuantile(1e-6, 1, 500), 1e-10);
        Close.To(0.5, Distributions.BetaQuantile(0.5, 2, 2), 1e-12);
        Assert.Equal((0, 1), (Distributions.BetaQuantile(0, 3, 2), Distributions.BetaQuantile(1, 3, 2)));
        Assert.True(double.IsNaN(Distributions.BetaQuantile(2, 1, 1)) && double.IsNaN(Distributions.BetaQuantile(0.5, 0, 1)));
        Assert.True(double.IsNaN(Distributions.BetaQuantile(0.5, 1, -1)) && double.IsNaN(Distributions.BetaQuantile(double.NaN, 1, 1)));
    }

    [Fact]
    public void Distributions_Undefined_GiveNaN()
    {
        Assert.True(double.IsNaN(Distributions.StudentCumulative(double.NaN, 5)));
        Assert.True(double.IsNaN(Distributions.StudentCumulative(1, 0)));
        Assert.True(double.IsNaN(Distributions.StudentQuantile(0.5, double.NaN)));
        Assert.True(double.IsNaN(Distributions.NormalCumulative(double.NaN)));
        Assert.True(double.IsNaN(Distributions.NormalQuantile(double.NaN)));
        Assert.Equal(double.NegativeInfinity, Distributions.StudentQuantile(0, 5));
        Assert.Equal(1, Distributions.StudentCumulative(double.PositiveInfinity, 5));
    }
}
