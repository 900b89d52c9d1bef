using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Design;

public class TrimmedRakingTests
{
    [Fact]
    public void Run_NothingToTrim_IsRaking()
    {
        var margins = TwoWaveMargins.Of(2020);
        var start = TwoWaves.Rows(2020).Select(_ => 1.0).ToArray();

        var result = TrimmedRaking.Run(start, margins);

        Assert.Equal((WeightingOutcome.Converged, 1), (result.Outcome, result.Iterations));
        Assert.Equal(Raking.Run(start, margins).Weights, result.Weights);
        Close.To(18569, result.Weights.Sum());
    }

    [Fact]
    public void Run_TightBounds_KeepsThemAndStatesTheDeviation()
    {
        var start = TwoWaves.Rows(2020).Select(_ => 1.0).ToArray();

        var result = TrimmedRaking.Run(start, TwoWaveMargins.Of(2020), 1.5);

        var mean = 18569.0 / start.Length;
        Assert.Equal((WeightingOutcome.NotConverged, TrimmedRaking.MaximumRounds), (result.Outcome, result.Iterations));
        Assert.All(result.Weights, weight => Assert.InRange(weight, (mean / 1.5) - 1e-6, (mean * 1.5) + 1e-6));
        Assert.True(result.LargestDeviation > TrimmedRaking.AcceptedDeviation);
        Close.To(18569, result.Weights.Sum());
    }

    [Fact]
    public void Run_ModerateBounds_ConvergesAfterTrimming()
    {
        var start = TwoWaves.Rows(2020).Select(_ => 1.0).ToArray();

        var result = TrimmedRaking.Run(start, TwoWaveMargins.Of(2020), 2.2);

        Assert.Equal(WeightingOutcome.Converged, result.Outcome);
        Assert.True(result.Iterations > 1);
        Assert.InRange(result.LargestDeviation, 0, TrimmedRaking.AcceptedDeviation);
    }

    [Fact]
    public void Run_UnequalBounds_KeepsBoth()
    {
        var start = TwoWaves.Rows(2020).Select(_ => 1.0).ToArray();

        var result = TrimmedRaking.Run(start, TwoWaveMargins.Of(2020), 0.7, 2.3);
        var open = TrimmedRaking.Run(start, TwoWaveMargins.Of(2020), 0, double.PositiveInfinity);

        var mean = 18569.0 / start.Length;
        Assert.All(result.Weights, weight => Assert.InRange(weight, (0.7 * mean) - 1e-6, (2.3 * mean) + 1e-6));
        Close.To(0.7 * mean, result.Weights.Min(), 1e-6);
        Close.To(2.3 * mean, result.Weights.Max(), 1e-6);
        Assert.Equal(Raking.Run(start, TwoWaveMargins.Of(2020)).Weights, open.Weights);
    }

    [Fact]
    public void Run_BadInput_HasADefinedOutcome()
    {
        Assert.Equal(WeightingOutcome.CategoryWithoutRespondents, TrimmedRaking.Run([1], [new CalibrationMargin([0], [1, 1])]).Outcome);
        Assert.Empty(TrimmedRaking.Run([], [new CalibrationMargin([], [])]).Weights);
        Assert.Throws<ArgumentOutOfRangeException>(() => TrimmedRaking.Run([1], [new CalibrationMargin([0], [1])], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TrimmedRaking.Run([1], [new CalibrationMargin([0], [1])], 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => TrimmedRaking.Run([1], [new CalibrationMargin([0], [1])], double.NaN, 2));
    }
}
