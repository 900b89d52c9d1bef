using KassaSurvey.Statistics.Design;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>How far weights may be from their mean, as factors of it.</summary>
/// <param name="Low">0 to less than 1; 0 = no lower bound.</param>
/// <param name="High">More than 1; positive infinity = no upper bound.</param>
public readonly record struct WeightTrim(double Low, double High)
{
    /// <summary>A fifth and five times.</summary>
    public static WeightTrim Default => new(1 / WeightTrimming.DefaultFactor, WeightTrimming.DefaultFactor);

    /// <summary>No bounds.</summary>
    public static WeightTrim None => new(0, double.PositiveInfinity);

    /// <summary>True when the bounds lie on both sides of the mean.</summary>
    public bool IsValid => Low is >= 0 and < 1 && High > 1;
}
