using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Analysis;

/// <summary>One year of a survey as results need it.</summary>
/// <param name="Year">The year.</param>
/// <param name="Source">Measured here, or published only.</param>
/// <param name="Everybody">Readings of everybody; the history is made of these.</param>
public sealed record SurveyYear(ReportingYear Year, TrendSource Source, WaveReadings Everybody)
{
    /// <summary>The year's point in a question's history, or null when it has no mean to show.</summary>
    public TrendPoint? Question(string code) => Point(Everybody.Question(code));

    /// <summary>The year's point in an area's history, or null.</summary>
    public TrendPoint? Area(string code) => Point(Everybody.Area(code));

    private TrendPoint? Point(Reading reading) =>
        reading.Value is { Scale: { } scale, Mean: { } mean } ? new TrendPoint(Year, Source, scale, mean) : null;
}
