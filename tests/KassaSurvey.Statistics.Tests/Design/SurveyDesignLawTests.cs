using FsCheck.Xunit;
using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Random;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Design;

/// <summary>Laws that hold for any design, strata and clusters included.</summary>
public class SurveyDesignLawTests
{
    [Property]
    public void Mean_ScaledWeights_ChangeNothing(ulong seed)
    {
        var s = new Sample(seed);

        Same(s.Mean(), (s with { Weights = [.. s.Weights.Select(w => w * 250)] }).Mean());
    }

    [Property]
    public void Mean_PermutedRows_ChangeNothing(ulong seed)
    {
        var s = new Sample(seed);

        Same(s.Mean(), new Sample([.. s.Values.Reverse()], [.. s.Weights.Reverse()], [.. s.Strata.Reverse()], [.. s.Clusters.Reverse()]).Mean());
    }

    [Property]
    public void Mean_AddedConstant_ShiftsOnlyTheValue(ulong seed)
    {
        var s = new Sample(seed);
        var shifted = (s with { Values = [.. s.Values.Select(v => v + 10)] }).Mean();

        Same(s.Mean(), shifted with { Value = shifted.Value - 10 });
    }

    [Property]
    public void Total_ScaledWeights_Scales(ulong seed)
    {
        var s = new Sample(seed);
        var total = DesignEstimate.Total(s.Design, s.Values);
        var scaled = DesignEstimate.Total((s with { Weights = [.. s.Weights.Select(w => w * 3)] }).Design, s.Values);

        Close.To(3 * total.Value, scaled.Value, 1e-10);
        Close.To(3 * total.StandardError, scaled.StandardError, 1e-10);
    }

    [Property]
    public void Comparison_SwappedYears_TurnsTheSign(ulong seed)
    {
        var a = new Sample(seed);
        var b = new Sample(seed ^ 0x5DEECE66D);

        var forward = WaveComparison.Of(a.Values, a.Weights, a.Clusters, b.Values, b.Weights, b.Clusters);
        var backward = WaveComparison.Of(b.Values, b.Weights, b.Clusters, a.Values, a.Weights, a.Clusters);

        Close.To(-forward.Difference, backward.Difference, 1e-10);
        Close.To(forward.StandardError, backward.StandardError, 1e-10);
        Close.To(forward.PValue, backward.PValue, 1e-8);
    }

    [Property]
    public void Raking_PermutedRows_PermutesTheWeights(ulong seed)
    {
        var s = new Sample(seed);
        int[] halves = [.. s.Values.Select((_, i) => i % 2)];
        CalibrationMargin[] Margins(bool isReversed) =>
        [
            new([.. isReversed ? s.Strata.Reverse() : s.Strata], [300, 500, 200]),
            new([.. isReversed ? halves.Reverse() : halves], [400, 600]),
        ];

        var forward = Raking.Run(s.Weights, Margins(false));
        var backward = Raking.Run([.. s.Weights.Reverse()], Margins(true));

        Assert.Equal(WeightingOutcome.Converged, forward.Outcome);
        for (var i = 0; i < s.Weights.Length; i++)
        {
            Close.To(forward.Weights[i], backward.Weights[^(i + 1)], 1e-8);
        }
    }

    private static void Same(Estimate a, Estimate b)
    {
        Assert.Equal((a.N, a.DegreesOfFreedom), (b.N, b.DegreesOfFreedom));
        Close.To(a.Value, b.Value, 1e-10);
        Close.To(a.StandardError, b.StandardError, 1e-9);
        Close.To(a.StandardDeviation, b.StandardDeviation, 1e-9);
    }

    /// <summary>Sixty respondents in three strata and about twenty clusters, some answers missing.</summary>
    private sealed record Sample(double[] Values, double[] Weights, int[] Strata, int[] Clusters)
    {
        public Sample(ulong seed)
            : this(new double[60], new double[60], new int[60], new int[60])
        {
            var generator = new SeededGenerator(seed);
            for (var i = 0; i < 60; i++)
            {
                Values[i] = i % 11 == 5 ? double.NaN : 1 + generator.NextInt(7);
                Weights[i] = 0.2 + generator.NextDouble();
                Strata[i] = i / 2 % 3;
                Clusters[i] = generator.NextInt(20);
            }
        }

        public SurveyDesign Design => SurveyDesign.Of(Weights, Strata, Clusters);

        public Estimate Mean() => DesignEstimate.Mean(Design, Values);
    }
}
