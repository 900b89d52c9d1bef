using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Design;

public class RakingTests
{
    private const double Iterative = 1e-6;

    [Theory]
    [InlineData(2019)]
    [InlineData(2020)]
    public void Run_TwoWaves_EqualsReference(int year)
    {
        var margins = TwoWaveMargins.Of(year);
        var expected = TwoWaves.Numbers(year, "w_raked");
        var start = expected.Select(_ => 18569.0 / expected.Length).ToArray();

        var result = Raking.Run(start, margins);

        Assert.Equal(WeightingOutcome.Converged, result.Outcome);
        Assert.InRange(result.LargestDeviation, 0, 1e-8);
        Assert.False(result.TotalsDiffered);
        for (var i = 0; i < expected.Length; i++)
        {
            Close.To(expected[i], result.Weights[i], Iterative);
        }

        Close.To(TwoWaves.Expected.Value($"rake.{year}.wmin", "estimate"), result.Weights.Min(), Iterative);
        Close.To(TwoWaves.Expected.Value($"rake.{year}.wmax", "estimate"), result.Weights.Max(), Iterative);
        Close.To(TwoWaves.Expected.Value($"rake.{year}.kish_deff", "estimate"), DesignEffect.Kish(result.Weights), Iterative);
    }

    [Fact]
    public void CalibrationBasis_SecondMargin_AddsOneDirectionLess()
    {
        var basis = CalibrationBasis.Of([1, 2, 1, 1], [new CalibrationMargin([0, 0, 1, 1], [5, 5]), new CalibrationMargin([0, 1, 0, 1], [5, 5])]);

        Assert.Equal(3, basis.Rank);
        Assert.Throws<ArgumentException>(() => CalibrationBasis.Of([1], [new CalibrationMargin([0, 0], [5])]));
    }

    [Fact]
    public void Run_CategoryWithoutRespondents_SaysWhich()
    {
        var result = Raking.Run([1, 1], [new CalibrationMargin([0, 0], [9]), new CalibrationMargin([0, 0], [5, 4])]);

        Assert.Equal(WeightingOutcome.CategoryWithoutRespondents, result.Outcome);
        Assert.Equal((1, 1), (result.ProblemMargin, result.ProblemCategory));
        Assert.All(result.Weights, weight => Assert.True(double.IsNaN(weight)));
        Assert.True(double.IsNaN(result.LargestDeviation));
    }

    [Fact]
    public void Run_RespondentsWithoutPopulation_SaysWhich()
    {
        var result = Raking.Run([1, 1], [new CalibrationMargin([0, 1], [9, 0])]);

        Assert.Equal((WeightingOutcome.RespondentsWithoutPopulation, 0, 1), (result.Outcome, result.ProblemMargin, result.ProblemCategory));
    }

    [Fact]
    public void Run_ContradictingMargins_DoesNotConverge()
    {
        // Every respondent of the first category is also of the first in the other margin, but the totals disagree.
        var result = Raking.Run([1, 1], [new CalibrationMargin([0, 1], [5, 5]), new CalibrationMargin([0, 1], [8, 2])]);

        Assert.Equal(WeightingOutcome.NotConverged, result.Outcome);
        Assert.True(result.LargestDeviation > 0.1);
    }

    [Fact]
    public void Run_DifferentTotals_FollowsTheFirst()
    {
        var result = Raking.Run([1, 1, 1, 1], [new CalibrationMargin([0, 0, 1, 1], [60, 40]), new CalibrationMargin([0, 1, 0, 1], [0.5, 0.5])]);

        Assert.True(result.TotalsDiffered);
        Close.To(100, result.Weights.Sum());
        Close.To(30, result.Weights[0]);
    }

    [Fact]
    public void Run_EmptyCategoryOnBothSides_IsHarmless()
    {
        var result = Raking.Run([1, 0], [new CalibrationMargin([0, 1], [9, 0])]);

        Assert.Equal([9, 0], result.Weights);
        Assert.Throws<ArgumentException>(() => Raking.Run([1], []));
        Assert.Throws<ArgumentException>(() => Raking.Run([1], [new CalibrationMargin([0, 0], [5])]));
        Assert.Throws<ArgumentException>(() => new CalibrationMargin([2], [5, 5]));
        Assert.Throws<ArgumentException>(() => new CalibrationMargin([0], [-5]));
    }
}
