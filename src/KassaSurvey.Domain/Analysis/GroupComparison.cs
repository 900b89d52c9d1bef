using System.Collections.Immutable;

namespace KassaSurvey.Domain.Analysis;

/// <summary>One group of members beside another in the same year: each figure with its difference and what may be said of it.</summary>
/// <param name="Figures">The overall grade and every area, in order.</param>
public sealed record GroupComparison(ImmutableArray<GroupFigure> Figures)
{
    /// <summary>
    /// Compares two groups of a breakdown by one segment. Nobody is in both, so the groups are independent. The overall grade is tested
    /// alone, the areas together (statistics: many items). What the breakdown hides stays hidden, and so does its difference.
    /// </summary>
    /// <param name="breakdown">The figures by group, one segment.</param>
    /// <param name="first">Place of the first group.</param>
    /// <param name="second">Place of the group it is compared with.</param>
    /// <param name="overallCode">Code of the overall grade.</param>
    /// <param name="marginIndexPoints">Half-width of "level", in index points.</param>
    public static GroupComparison Of(Breakdown breakdown, int first, int second, string overallCode, double marginIndexPoints)
    {
        var changes = breakdown.Figures.GroupBy(figure => figure.Code == overallCode)
            .SelectMany(family => family.Zip(YearOverYear.Compare([.. family.Select(Pair)], marginIndexPoints)))
            .ToDictionary(pair => pair.First.Code, pair => pair.Second);
        return new([
            .. breakdown.Figures.Select(figure => new GroupFigure(
                figure.Code, figure.Cells[first].Reading, figure.Cells[second].Reading, changes[figure.Code])),
        ]);

        YearPair Pair(BreakdownFigure figure) => new(figure.Cells[first].Reading.Value, figure.Cells[second].Reading.Value);
    }
}

/// <summary>One figure of two groups.</summary>
/// <param name="Code">The overall grade or an area.</param>
/// <param name="First">The first group's.</param>
/// <param name="Second">The other's.</param>
/// <param name="Difference">First less second, or null when it cannot be stated.</param>
public sealed record GroupFigure(string Code, Reading First, Reading Second, Change? Difference);
