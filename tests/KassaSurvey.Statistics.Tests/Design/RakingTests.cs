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

    [ReferenceDataTheory]
    [InlineData("clus1")]
    [InlineData("srs_nofpc")]
    [InlineData("weights_only")]
    public void Run_Schools_EqualsR(string name)
    {
        var (sample, design) = SchoolSample.Load(name);

        var result = Raking.Run(sample.Weights, [sample.TypeMargin, sample.AnswerMargin]);

        var id = name + ".rake.";
        Close.To(SchoolSample.Expected.Value(id + "kish_deff", "estimate"), DesignEffect.Kish(result.Weights), Iterative);
        Close.To(SchoolSample.Expected.Value(id + "neff", "estimate"), DesignEffect.EffectiveSize(result.Weights), Iterative);
        for (var row = 0; row < sample.Count; row++)
        {
            var cell = $"{id}w.{sample.Text(row, "stype")}.{sample.Text(row, "sch.wide")}";
            Close.To(SchoolSample.Expected.Value(cell, "estimate"), result.Weights[row], Iterative, cell);
        }

        var raked = design.Calibrated(result.Weights, CalibrationBasis.Of(sample.Weights, [sample.TypeMargin, sample.AnswerMargin]));
        foreach (var (figure, estimate) in new[]
        {
            ("mean_api00", DesignEstimate.Mean(raked, sample.Numbers("api00"))),
            ("total_enroll", DesignEstimate.Total(raked, sample.Numbers("enroll"))),
        })
        {
            Close.To(SchoolSample.Expected.Value($"{name}.calrake.{figure}", "estimate"), estimate.Value, Iterative, figure);
            Close.To(SchoolSample.Expected.Value($"{name}.calrake.{figure}", "se"), estimate.StandardError, Iterative, figure);
        }
    }

    [Theory]
    [InlineData(2019)]
    [InlineData(2020)]
    public void Calibrated_TwoWaves_EqualsReference(int year)
    {
        var weights = TwoWaves.Numbers(year, "w_raked");
        var start = weights.Select(_ => 18569.0 / weights.Length).ToArray();
        var design = SurveyDesign.Of(start).Calibrated(weights, CalibrationBasis.Of(start, TwoWaveMargins.Of(year)));
        foreach (var item in TwoWaves.Items)
        {
            var mean = DesignEstimate.Mean(design, TwoWaves.Numbers(year, item));
            Close.To(TwoWaves.Expected.Value($"wcal.{year}.{item}", "estimate"), mean.Value, Iterative, item);
            Close.To(TwoWaves.Expected.Value($"wcal.{year}.{item}", "se"), mean.StandardError, Iterative, item);
        }
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
