using FsCheck.Xunit;
using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Random;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Design;

public class LinearCalibrationTests
{
    [Fact]
    public void Run_SizeAndTotal_GivesTheLineByHand()
    {
        // Weights 1 + a + bx with Σw = 3 and Σwx = 7.5 for x = 1, 2, 3: a = −1.5, b = .75.
        var result = LinearCalibration.Run([1, 1, 1], [], [Ones(3, 3), new([1, 2, 3], 7.5)]);

        Assert.Equal(WeightingOutcome.Converged, result.Outcome);
        double[] expected = [0.25, 1, 1.75];
        for (var i = 0; i < 3; i++)
        {
            Close.To(expected[i], result.Weights[i]);
        }
    }

    [Fact]
    public void Run_TotalOfZero_CanBeReached()
    {
        // A centred number: 1 + a + bx with Σw = 3 and Σwx = 0 for x = −1, 0, 2: 3a + b = 0, a + 5b = −1, so a = 1/14, b = −3/14.
        var result = LinearCalibration.Run([1, 1, 1], [], [Ones(3, 3), new([-1, 0, 2], 0)]);

        Assert.Equal(WeightingOutcome.Converged, result.Outcome);
        Close.To(18.0 / 14, result.Weights[0]);
        Close.To(9.0 / 14, result.Weights[2]);
    }

    [Fact]
    public void Run_TotalFarAway_SaysThatAWeightIsNegative()
    {
        var result = LinearCalibration.Run([1, 1, 1], [], [Ones(3, 3), new([1, 2, 3], 9)]);

        Assert.Equal(WeightingOutcome.NotConverged, result.Outcome);
        Assert.InRange(result.LargestDeviation, 0, 1e-12);
        Close.To(-0.5, result.Weights[0]);
        var basis = CalibrationBasis.Of([1, 1, 1], [], [Ones(3, 3)]);
        Assert.Throws<ArgumentException>(() => SurveyDesign.Of([1, 1, 1]).Calibrated(result.Weights, basis));
    }

    [Fact]
    public void Run_ContradictingFigures_DoesNotConverge()
    {
        var margins = LinearCalibration.Run([1, 1], [new CalibrationMargin([0, 1], [5, 5]), new CalibrationMargin([0, 1], [8, 2])]);
        var totals = LinearCalibration.Run([1, 1], [new CalibrationMargin([0, 1], [5, 5])], [Ones(2, 12)]);

        Assert.Equal(WeightingOutcome.NotConverged, margins.Outcome);
        Assert.True(margins.LargestDeviation > 0.1);
        Assert.Equal(WeightingOutcome.NotConverged, totals.Outcome);
        Close.To(2.0 / 12, totals.LargestDeviation);
    }

    [Fact]
    public void Run_BadInput_HasADefinedOutcome()
    {
        var empty = LinearCalibration.Run([1, 1], [new CalibrationMargin([0, 0], [5, 4])]);
        Assert.Equal((WeightingOutcome.CategoryWithoutRespondents, 0, 1), (empty.Outcome, empty.ProblemMargin, empty.ProblemCategory));
        Assert.Equal(WeightingOutcome.RespondentsWithoutPopulation, LinearCalibration.Run([1, 1], [new CalibrationMargin([0, 1], [5, 0])]).Outcome);
        Assert.Equal(WeightingOutcome.CategoryWithoutRespondents, LinearCalibration.Run([0, 0], [new CalibrationMargin([0, 0], [5])]).Outcome);
        Assert.Equal(WeightingOutcome.NotConverged, LinearCalibration.Run([0, 0], [], [Ones(2, 5)]).Outcome);
        Assert.Equal(WeightingOutcome.NotConverged, LinearCalibration.Run([], [], [Ones(0, 5)]).Outcome);
        Assert.Equal([5], LinearCalibration.Run([1], [new CalibrationMargin([0], [5])]).Weights);
        Assert.True(LinearCalibration.Run([1, 1, 1, 1], [new([0, 0, 1, 1], [60, 40]), new([0, 1, 0, 1], [0.5, 0.5])]) is { TotalsDiffered: true, Outcome: WeightingOutcome.Converged });
        Assert.Throws<ArgumentException>(() => LinearCalibration.Run([1], []));
        Assert.Throws<ArgumentException>(() => LinearCalibration.Run([-1], [], [Ones(1, 1)]));
        Assert.Throws<ArgumentException>(() => LinearCalibration.Run([1], [], [Ones(2, 1)]));
        Assert.Throws<ArgumentException>(() => new CalibrationTotal([double.NaN], 1));
        Assert.Throws<ArgumentException>(() => new CalibrationTotal([1], double.PositiveInfinity));
    }

    [Property]
    public void Run_OneMargin_IsPostStratification(ulong seed)
    {
        var generator = new SeededGenerator(seed);
        double[] weights = [.. Enumerable.Range(0, 30).Select(_ => 0.5 + generator.NextDouble())];
        var margin = new CalibrationMargin([.. weights.Select((_, i) => i % 3)], [300, 500, 200]);

        var linear = LinearCalibration.Run(weights, [margin]).Weights;
        var stratified = PostStratification.Run(weights, margin).Weights;
        var scaled = LinearCalibration.Run([.. weights.Select(weight => weight * 40)], [margin]).Weights;

        for (var i = 0; i < weights.Length; i++)
        {
            Close.To(stratified[i], linear[i], 1e-9);
            Close.To(linear[i], scaled[i], 1e-9);
        }
    }

    private static CalibrationTotal Ones(int rows, double total) => new([.. Enumerable.Repeat(1.0, rows)], total);
}
