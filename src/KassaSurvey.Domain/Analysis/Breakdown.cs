using System.Collections.Immutable;
using KassaSurvey.Domain.Analysis.Disclosure;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Analysis;

/// <summary>The overall grade and every area by one segment, or by two crossed, compared with another year.</summary>
/// <param name="Year">The year.</param>
/// <param name="ComparedYear">The compared year, or null.</param>
/// <param name="First">Groups of the first segment.</param>
/// <param name="Second">Groups of the second segment, or null.</param>
/// <param name="Figures">The figures in order.</param>
public sealed record Breakdown(
    ReportingYear Year, ReportingYear? ComparedYear, SegmentGroups First, SegmentGroups? Second, ImmutableArray<BreakdownFigure> Figures)
{
    /// <summary>Puts the two years together. All cells are one exploratory family (statistics: many items).</summary>
    public static ImmutableArray<BreakdownFigure> Compare(
        IEnumerable<string> codes, BreakdownReadings current, BreakdownReadings? compared, double marginIndexPoints)
    {
        string[] shown = [.. codes.Where(current.Figures.ContainsKey)];
        YearPair[] pairs =
        [
            .. shown.SelectMany(code => current.Figures[code].Select((reading, cell) =>
                new YearPair(reading.Value, compared?.Figures.GetValueOrDefault(code) is { IsDefault: false } then ? then[cell].Value : null))),
        ];
        var changes = YearOverYear.Compare(pairs, marginIndexPoints, ComparisonFamily.Exploratory);
        var next = 0;
        return
        [
            .. shown.Select(code => new BreakdownFigure(
                code, [.. current.Figures[code].Select(reading => new BreakdownCell(reading, changes[next++]))])),
        ];
    }
}

/// <summary>One figure by group.</summary>
/// <param name="Code">The overall grade or an area.</param>
/// <param name="Cells">Groups in order; crossed, the second segment's groups within each of the first's.</param>
public sealed record BreakdownFigure(string Code, ImmutableArray<BreakdownCell> Cells);

/// <summary>One group's figure.</summary>
/// <param name="Reading">This year.</param>
/// <param name="Change">The change since the compared year, or null when it cannot be stated.</param>
public sealed record BreakdownCell(Reading Reading, Change? Change);
