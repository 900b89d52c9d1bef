using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Web.Components.Dashboards.Trends;

/// <summary>How a trend's vertical axis is read.</summary>
/// <param name="Scale">The scale that heights are read on; <see cref="AnswerScale.Index"/> for 0-100.</param>
/// <param name="IsWhole">True to show the whole scale, false to zoom to where the years lie.</param>
public sealed record TrendAxis(AnswerScale Scale, bool IsWhole)
{
    /// <summary>0-100, zoomed to the years.</summary>
    public static TrendAxis Zoomed { get; } = new(AnswerScale.Index, IsWhole: false);

    /// <summary>An index as a height on the axis's scale.</summary>
    public double OfIndex(double index) => Scale.Minimum + (index / 100 * Scale.Width);
}
