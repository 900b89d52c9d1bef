using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Analysis.Disclosure;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Web.Components.Dashboards.Groups;

/// <summary>Areas by group as rows and columns, everybody first, with a shade for each figure.</summary>
/// <param name="Columns">The groups in order; crossed, the second segment's within each of the first's.</param>
/// <param name="Rows">The overall grade, then the areas.</param>
public sealed record HeatTable(IReadOnlyList<HeatColumn> Columns, IReadOnlyList<HeatRow> Rows)
{
    /// <summary>Number of shades: more than a reader tells apart would pretend precision.</summary>
    public const int Levels = 5;

    /// <summary>The table of a breakdown.</summary>
    /// <param name="breakdown">The figures.</param>
    /// <param name="sort">The column that orders the areas, best first: 0 = everybody; null = the survey's order.</param>
    public static HeatTable Of(SurveyBreakdown breakdown, int? sort)
    {
        var (results, figures) = (breakdown.Framed.Results, breakdown.Breakdown);
        List<HeatColumn> columns =
        [
            .. figures.First.Groups.SelectMany(first => figures.Second is { } second
                ? second.Groups.Select(inner => new HeatColumn(first, inner))
                : [new HeatColumn(first, null)]),
        ];
        var rows = figures.Figures.Select(figure => RowOf(figure, results)).ToList();
        var shown = rows.SelectMany(row => row.Cells).Select(cell => cell.Index).OfType<double>().DefaultIfEmpty().ToList();
        var (lowest, highest) = (shown.Min(), shown.Max());
        var shaded = rows.Select(row => row with { Cells = [.. row.Cells.Select(cell => cell with { Level = LevelOf(cell.Index, lowest, highest) })] });
        return new(columns, [.. shaded.OrderBy(row => !row.IsOverall).ThenByDescending(row => sort is { } column ? row.IndexAt(column) : null)]);
    }

    private static HeatRow RowOf(BreakdownFigure figure, WaveResults results)
    {
        HeatCell[] cells = [.. figure.Cells.Select(cell => new HeatCell(cell.Reading, cell.Change, null))];
        if (figure.Code == Survey.OverallCode && results.Overall is { } overall)
        {
            return new(figure.Code, null, new(overall.Current, overall.Change, null), cells);
        }

        var area = results.Areas.First(area => area.Area.Code == figure.Code);
        return new(figure.Code, area.Area, new(area.Current, area.Change, null), cells);
    }

    private static int? LevelOf(double? index, double lowest, double highest) =>
        index is not { } value ? null
        : highest - lowest < 1e-9 ? (Levels + 1) / 2
        : Math.Min(Levels, 1 + (int)(Levels * (value - lowest) / (highest - lowest)));
}

/// <summary>A group, or one within another.</summary>
/// <param name="Group">The first segment's group.</param>
/// <param name="Inner">The second segment's group; null when one segment divides.</param>
public sealed record HeatColumn(SegmentGroup Group, SegmentGroup? Inner);

/// <summary>The overall grade or an area.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Area">The area; null for the overall grade.</param>
/// <param name="Everybody">The figure of everybody.</param>
/// <param name="Cells">The figures of the groups.</param>
public sealed record HeatRow(string Code, ServiceArea? Area, HeatCell Everybody, IReadOnlyList<HeatCell> Cells)
{
    /// <summary>True for the overall grade, which stays on top.</summary>
    public bool IsOverall => Area is null;

    /// <summary>The index in a column, 0 = everybody; null when it is hidden or there is no such column.</summary>
    public double? IndexAt(int column) => column == 0 ? Everybody.Index : column <= Cells.Count ? Cells[column - 1].Index : null;
}

/// <summary>One figure.</summary>
/// <param name="Reading">This year's.</param>
/// <param name="Change">Since the compared year; null when it cannot be stated.</param>
/// <param name="Level">Its shade, 1 = lowest of the table; null when there is no figure.</param>
public sealed record HeatCell(Reading Reading, Change? Change, int? Level)
{
    /// <summary>The figure on 0-100; null when it is not shown.</summary>
    public double? Index => Reading.Value?.Index?.Value;
}
