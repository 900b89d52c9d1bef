namespace KassaSurvey.Statistics.Inference;

/// <summary>An interval of plausible values, in the unit of the estimate it belongs to. Both ends are NaN when undefined.</summary>
/// <param name="Lower">Lower end. Not clipped to the scale: clip for display only.</param>
/// <param name="Upper">Upper end.</param>
public readonly record struct ConfidenceInterval(double Lower, double Upper)
{
    /// <summary>The interval that is not defined.</summary>
    public static ConfidenceInterval Undefined => new(double.NaN, double.NaN);

    /// <summary>Half the length: the margin of error where the interval is symmetric.</summary>
    public double HalfWidth => (Upper - Lower) / 2;

    /// <summary>Whether the value lies in the interval, ends included; false when undefined.</summary>
    public bool Contains(double value) => value >= Lower && value <= Upper;
}
