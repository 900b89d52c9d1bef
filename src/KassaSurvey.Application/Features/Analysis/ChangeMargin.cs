using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>Half-width of "unchanged".</summary>
/// <param name="Value">More than 0.</param>
/// <param name="InScaleUnits">True for a distance on the item's own scale, false for index points (0-100).</param>
public readonly record struct ChangeMargin(double Value, bool InScaleUnits)
{
    /// <summary>The margin of a wave whose fund set no other.</summary>
    public static ChangeMargin Default => new(Wave.DefaultMarginIndexPoints, InScaleUnits: false);

    /// <summary>The margin on an item's scale; NaN for index points of a number without a scale.</summary>
    public double On(AnswerScale? scale) => InScaleUnits ? Value : scale?.FromIndexPoints(Value) ?? double.NaN;
}
