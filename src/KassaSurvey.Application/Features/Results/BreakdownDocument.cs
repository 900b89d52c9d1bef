using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Analysis.Disclosure;

namespace KassaSurvey.Application.Features.Results;

/// <summary>A breakdown for other programs: unrounded; a hidden cell says only that it is hidden.</summary>
public sealed record BreakdownDocument(
    string Fund, string Survey, int Year, int? CompareYear, string DataVersion, IReadOnlyList<string> By, IReadOnlyList<BreakdownDocument.Cell> Cells)
{
    /// <summary>The document of a breakdown.</summary>
    public static BreakdownDocument Of(SurveyBreakdown source)
    {
        var breakdown = source.Breakdown;
        var width = breakdown.Second?.Groups.Length ?? 1;
        return new(
            source.Framed.Fund.Key,
            source.Framed.Survey.Key,
            breakdown.Year.Value,
            breakdown.ComparedYear?.Value,
            source.Framed.Results.DataVersion,
            breakdown.Second is { } second ? [breakdown.First.Segment, second.Segment] : [breakdown.First.Segment],
            [
                .. breakdown.Figures.SelectMany(figure => figure.Cells.Select((cell, i) => CellOf(
                    figure.Code, breakdown.First.Groups[i / width], breakdown.Second?.Groups[i % width], cell))),
            ]);
    }

    private static Cell CellOf(string code, SegmentGroup first, SegmentGroup? second, BreakdownCell cell)
    {
        var value = cell.Reading.Value;
        var mean = value?.Mean;
        return new(
            code,
            second is null ? [NameOf(first)] : [NameOf(first), NameOf(second)],
            cell.Reading is Reading.Suppressed,
            cell.Reading is Reading.NoData ? 0 : value?.N,
            ResultsDocument.Known(mean?.Value),
            ResultsDocument.Known(mean?.StandardError),
            ResultsDocument.Bounds(mean?.Interval()),
            ResultsDocument.Known(value?.Index?.Value),
            ResultsDocument.Known(cell.Change?.Delta),
            ResultsDocument.Known(cell.Change?.AdjustedP),
            cell.Change?.Verdict);
    }

    private static Group NameOf(SegmentGroup group) => new(group.Kind, group.Name);

    /// <summary>A group: a category's name, or none for "other" and "unknown".</summary>
    public sealed record Group(GroupKind Kind, string? Name);

    /// <summary>One figure of one group.</summary>
    /// <param name="Code">The overall grade or an area.</param>
    /// <param name="Groups">The group, or the two groups crossed.</param>
    /// <param name="Hidden">True when the cell must not be shown, itself or to protect another.</param>
    /// <param name="N">Valid answers; null when hidden.</param>
    /// <param name="Mean">On the figure's scale.</param>
    /// <param name="Se">Its standard error.</param>
    /// <param name="Ci95">Its interval.</param>
    /// <param name="Index">0-100.</param>
    /// <param name="Delta">The change since the compared year.</param>
    /// <param name="Q">P-value adjusted by Benjamini and Hochberg over all cells.</param>
    /// <param name="Verdict">What may be said.</param>
    public sealed record Cell(
        string Code, IReadOnlyList<Group> Groups, bool Hidden, long? N, double? Mean, double? Se, IReadOnlyList<double>? Ci95,
        double? Index, double? Delta, double? Q, Verdict? Verdict);
}
