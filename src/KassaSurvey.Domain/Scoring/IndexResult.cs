using System.Collections.Immutable;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Scoring;

/// <summary>An index in one year's results.</summary>
/// <param name="Current">This year.</param>
/// <param name="Compared">The compared year by its own recipe, or null when nothing is compared.</param>
/// <param name="Change">The change, or null; not comparable when the two years do not rest on the same recipe, questions and scales.</param>
/// <param name="Trend">Each year by its own recipe, oldest first; the line breaks where the basis changes. Everybody only.</param>
/// <param name="Standing">How this year stands among the earlier ones with the same basis, or null.</param>
/// <param name="Recomputed">
/// A second series: every year by this year's recipe. Empty when no earlier year has another recipe. Published figures stay as they were.
/// </param>
public sealed record IndexResult(
    IndexReading Current, IndexReading? Compared, Change? Change, ImmutableArray<TrendPoint> Trend, Standing? Standing,
    ImmutableArray<TrendPoint> Recomputed)
{
    /// <summary>Puts an index's years together. An index is a family of its own: its p-value is not adjusted.</summary>
    /// <param name="current">This year's index of the population.</param>
    /// <param name="compared">The compared year's, or null.</param>
    /// <param name="history">Everybody's index of all years up to this one, each by its own recipe, oldest first; empty with a filter.</param>
    /// <param name="recomputed">The same years by this year's recipe.</param>
    /// <param name="marginIndexPoints">Half-width of "unchanged" in index points.</param>
    public static IndexResult Of(
        IndexReading current, IndexReading? compared, IReadOnlyList<IndexYear> history, IReadOnlyList<IndexYear> recomputed, double marginIndexPoints)
    {
        var comparable = history.Count > 0 && history[^1].Index.Reading.Value is not null
            ? Line(history.Where(year => year.Index.Basis == history[^1].Index.Basis))
            : [];
        var hasOtherRecipe = history.Any(year => year.Index.Recipe != current.Recipe && year.Index.Reading.Value is not null);
        return new(
            current, compared, compared is null ? null : Compare(current, compared, marginIndexPoints), Line(history), Standing.Of(comparable),
            hasOtherRecipe ? Line(recomputed) : []);
    }

    private static Change? Compare(IndexReading current, IndexReading compared, double margin)
    {
        if (current.Reading.Value is not { Mean: { } now } figure || compared.Reading.Value is not { Mean: { } then } before)
        {
            return null;
        }

        return current.Basis == compared.Basis
            ? YearOverYear.Compare([new(figure, before)], margin)[0]
            : new Change(Verdict.NotComparable, margin) { IndexDelta = now.Value - then.Value };
    }

    private static ImmutableArray<TrendPoint> Line(IEnumerable<IndexYear> years)
    {
        var points = ImmutableArray.CreateBuilder<TrendPoint>();
        string? basis = null;
        foreach (var year in years)
        {
            if (year.Index.Reading.Value?.Mean is { } mean)
            {
                points.Add(new(year.Year, year.Source, AnswerScale.Index, mean) { BreaksBefore = basis is not null && basis != year.Index.Basis });
                basis = year.Index.Basis;
            }
        }

        return points.ToImmutable();
    }
}

/// <summary>One year of an index.</summary>
/// <param name="Year">The year.</param>
/// <param name="Source">Measured here, or published only.</param>
/// <param name="Index">Everybody's index.</param>
public sealed record IndexYear(ReportingYear Year, TrendSource Source, IndexReading Index);

/// <summary>The experience in one year's results.</summary>
/// <param name="Dimensions">Emotion, efficiency and ease, in this order.</param>
/// <param name="Experience">Their unweighted mean.</param>
public sealed record ExperienceResult(ImmutableArray<IndexResult> Dimensions, IndexResult Experience);
