using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Analysis;

/// <summary>Which years are compared, and how comparable each question is between any two.</summary>
/// <param name="Comparability">The links of the survey.</param>
/// <param name="Year">This year.</param>
/// <param name="Compared">The compared year, or null.</param>
public sealed record ComparedYears(Comparability Comparability, ReportingYear Year, ReportingYear? Compared)
{
    /// <summary>How a question stands to itself in the compared year.</summary>
    public QuestionChange ChangeOf(string questionCode, bool isSameScale) =>
        Compared is { } compared ? Between(questionCode, Year, compared, isSameScale) : QuestionChange.Same;

    /// <summary>How a question stands between two years; where nothing is known its scales decide.</summary>
    public QuestionChange Between(string questionCode, ReportingYear one, ReportingYear other, bool isSameScale)
    {
        var change = Comparability.Between(questionCode, one, other, isSameScale);
        return change == QuestionChange.New ? QuestionChange.Same : change;
    }
}

/// <summary>On how many of an area's questions a comparison is based: those that both years asked alike.</summary>
/// <param name="Common">Questions that can be compared.</param>
/// <param name="All">Questions of the area this year.</param>
public readonly record struct ComparisonBasis(int Common, int All)
{
    /// <summary>True when every question of the area takes part.</summary>
    public bool IsWhole => Common == All;
}
