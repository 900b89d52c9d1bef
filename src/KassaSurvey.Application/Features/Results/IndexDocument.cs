using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Scoring;

namespace KassaSurvey.Application.Features.Results;

/// <summary>An index for other programs: unrounded, with its recipe, so that it can be computed again elsewhere.</summary>
public sealed record IndexDocument(
    string Recipe,
    int Version,
    double MinimumShare,
    IReadOnlyList<IndexDocument.Item> Items,
    IReadOnlyList<string> Missing,
    long? N,
    double? Index,
    double? Se,
    IReadOnlyList<double>? Ci95,
    double? Delta,
    IReadOnlyList<double>? DeltaCi95,
    double? P,
    Verdict? Verdict,
    SuppressionReason? Suppressed,
    IReadOnlyList<IndexDocument.Point> Trend,
    IReadOnlyList<IndexDocument.Point> Recomputed)
{
    /// <summary>The document of an index.</summary>
    public static IndexDocument Of(IndexResult source)
    {
        var recipe = source.Current.Recipe;
        var mean = source.Current.Reading.Value?.Mean;
        return new(
            recipe.Code,
            recipe.Version,
            recipe.MinimumShare,
            [.. recipe.Items.Select(item => new Item(item.QuestionCode, item.Weight))],
            source.Current.Missing,
            source.Current.Reading is Reading.NoData ? 0 : source.Current.Reading.Value is { IsPublished: true, N: 0 } ? null : mean?.N,
            ResultsDocument.Known(mean?.Value),
            ResultsDocument.Known(mean?.StandardError),
            ResultsDocument.Bounds(mean?.Interval()),
            ResultsDocument.Known(source.Change?.IndexDelta),
            ResultsDocument.Bounds(source.Change?.Interval),
            ResultsDocument.Known(source.Change?.Test?.PValue),
            source.Change?.Verdict,
            (source.Current.Reading as Reading.Suppressed)?.Reason,
            [.. source.Trend.Select(PointOf)],
            [.. source.Recomputed.Select(PointOf)]);
    }

    private static Point PointOf(TrendPoint point) => new(
        point.Year.Value, point.Mean.Value, ResultsDocument.Known(point.Mean.StandardError), point.Source == TrendSource.Published, point.BreaksBefore);

    /// <summary>A question of the recipe.</summary>
    public sealed record Item(string Code, double Weight);

    /// <summary>One year of the index.</summary>
    /// <param name="Year">The year.</param>
    /// <param name="Index">0-100.</param>
    /// <param name="Se">Its standard error; null when not known.</param>
    /// <param name="Published">True when taken from published figures.</param>
    /// <param name="Breaks">True when it does not rest on the same recipe, questions and scales as the point before.</param>
    public sealed record Point(int Year, double Index, double? Se, bool Published, bool Breaks);
}

/// <summary>The experience index and its dimensions by name.</summary>
public sealed record ExperienceDocument(IndexDocument Emotion, IndexDocument Efficiency, IndexDocument Ease, IndexDocument Experience)
{
    /// <summary>The document of an experience.</summary>
    public static ExperienceDocument Of(ExperienceResult source) => new(
        IndexDocument.Of(source.Dimensions[0]), IndexDocument.Of(source.Dimensions[1]), IndexDocument.Of(source.Dimensions[2]),
        IndexDocument.Of(source.Experience));
}
