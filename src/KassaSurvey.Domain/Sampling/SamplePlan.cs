using System.Collections.Immutable;
using KassaSurvey.Statistics.Design;

namespace KassaSurvey.Domain.Sampling;

/// <summary>What a draw would give, before it is made.</summary>
/// <param name="Strata">The strata with their sizes.</param>
/// <param name="HalfWidthIndex">Half-width of the 95 % interval of the overall index, in index points; NaN when a stratum is not represented.</param>
/// <param name="HalfWidthShare">Half-width of the 95 % interval of a share of one half, 0-1.</param>
/// <param name="WeightingEffect">Design effect of unequal sampling fractions; 1 = none.</param>
/// <param name="DeviationsFrom">The year that standard deviations come from; null = assumed.</param>
public sealed record SamplePlan(
    ImmutableArray<PlannedStratum> Strata, double HalfWidthIndex, double HalfWidthShare, double WeightingEffect, int? DeviationsFrom)
{
    /// <summary>Members who can be drawn.</summary>
    public long Frame => Strata.Sum(stratum => stratum.Frame);

    /// <summary>Members who would be drawn.</summary>
    public long Drawn => Strata.Sum(stratum => stratum.Drawn);

    /// <summary>Answers expected.</summary>
    public double Answers => Strata.Sum(stratum => stratum.Answers);

    /// <summary>Plans a design on these strata.</summary>
    public static SamplePlan Of(SampleDesign design, IReadOnlyList<(string Name, long Frame)> strata, PastDeviations past)
    {
        long[] frame = [.. strata.Select(stratum => stratum.Frame)];
        double[] deviations = [.. strata.Select(stratum => past.Of(stratum.Name))];
        var sizes = SampleDraw.Sizes(design, frame, deviations);
        double[] answers = [.. sizes.Select(size => size * design.ExpectedResponse)];
        double[] halves = [.. frame.Select(_ => 0.5)];
        return new(
            [.. strata.Select((stratum, i) => new PlannedStratum(stratum.Name, stratum.Frame, sizes[i], answers[i]))],
            SamplePrecision.HalfWidth(frame, answers, deviations),
            SamplePrecision.HalfWidth(frame, answers, halves),
            SamplePrecision.WeightingEffect(frame, [.. sizes.Select(size => (double)size)]),
            past.Year);
    }
}

/// <summary>A stratum of a plan.</summary>
/// <param name="Name">Its categories; empty when there are no strata.</param>
/// <param name="Frame">N_h.</param>
/// <param name="Drawn">n_h.</param>
/// <param name="Answers">Answers expected.</param>
public sealed record PlannedStratum(string Name, long Frame, long Drawn, double Answers);
