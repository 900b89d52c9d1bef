using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Domain.Analysis;

/// <summary>The change of a figure between the compared year and this one. Never shown without its verdict.</summary>
/// <param name="Verdict">What may be said.</param>
/// <param name="Margin">Half-width of "unchanged", on the figure's scale.</param>
public sealed record Change(Verdict Verdict, double Margin)
{
    /// <summary>Difference on the figure's own scale; null when the scales differ.</summary>
    public double? Delta { get; init; }

    /// <summary>Difference in index points; also when the scales differ.</summary>
    public double? IndexDelta { get; init; }

    /// <summary>95 % interval of <see cref="Delta"/>; null when a precision is unknown.</summary>
    public ConfidenceInterval? Interval { get; init; }

    /// <summary>The difference test behind the verdict; null when it could not be made.</summary>
    public DifferenceTest? Test { get; init; }

    /// <summary>Its p-value, adjusted for its family; null when not tested.</summary>
    public double? AdjustedP { get; init; }

    /// <summary>The equivalence test; null when not tested.</summary>
    public EquivalenceTest? Equivalence { get; init; }

    /// <summary>True when the change may be called one: improved or declined, slightly or not.</summary>
    public bool IsSure => Verdict is Verdict.Improved or Verdict.SlightlyImproved or Verdict.Declined or Verdict.SlightlyDeclined;
}
