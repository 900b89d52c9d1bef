using System.Collections.Immutable;
using KassaSurvey.Application.Features.Narrative;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Reports;

/// <summary>The yearly report without a format: what every writer writes, so that no two formats can disagree.</summary>
public sealed record YearlyReport
{
    /// <summary>The language of every text in it.</summary>
    public required string Language { get; init; }

    /// <summary>The fund's name.</summary>
    public required string Fund { get; init; }

    /// <summary>The survey's name.</summary>
    public required string Survey { get; init; }

    /// <summary>The year.</summary>
    public required ReportingYear Year { get; init; }

    /// <summary>The compared year, or null.</summary>
    public required ReportingYear? ComparedYear { get; init; }

    /// <summary>The day it was made.</summary>
    public required DateOnly GeneratedOn { get; init; }

    /// <summary>The story.</summary>
    public required WaveNarrative Narrative { get; init; }

    /// <summary>What frames the figures: fund, year, population, n, weights, version, rule of suppression.</summary>
    public required ImmutableArray<ReportFact> About { get; init; }

    /// <summary>What must stand on every page: population, n, weight, rule of suppression.</summary>
    public required ImmutableArray<string> Footer { get; init; }

    /// <summary>How the figures were made.</summary>
    public required ImmutableArray<string> Method { get; init; }

    /// <summary>Ratings and numbers, question by question.</summary>
    public required ReportTable Questions { get; init; }

    /// <summary>The service areas.</summary>
    public required ReportTable Areas { get; init; }

    /// <summary>Shares of each option of choice questions.</summary>
    public required ReportTable Shares { get; init; }

    /// <summary>The overall grade year by year.</summary>
    public required ReportTable Trend { get; init; }

    /// <summary>What each question is: wording, scale, base, missing codes.</summary>
    public required ReportTable Codebook { get; init; }

    /// <summary>What each value of each question means.</summary>
    public required ReportTable Labels { get; init; }

    /// <summary>The areas as a picture.</summary>
    public required ReportDots AreaDots { get; init; }

    /// <summary>The overall grade's history as a picture; empty when there is none.</summary>
    public required ImmutableArray<TrendPoint> OverallTrend { get; init; }

    /// <summary>The results by segment, in the order of the segments' names; empty for a part of the members, and when left out.</summary>
    public ImmutableArray<ReportSegment> Segments { get; init; } = [];

    /// <summary>The fund's face, for covers.</summary>
    public ReportFace Face { get; init; } = ReportFace.None;

    /// <summary>The choice questions as pictures.</summary>
    public required ImmutableArray<ReportBars> ShareBars { get; init; }

    /// <summary>The chapters of formats that are read from beginning to end; formats of data hold everything.</summary>
    public ImmutableHashSet<ReportChapter> Chapters { get; init; } = [.. Enum.GetValues<ReportChapter>()];

    /// <summary>The answers row by row, when the viewer may have them and asked for them.</summary>
    public AnswerSet? Answers { get; init; }

    /// <summary>True when the figures are weighted.</summary>
    public required bool IsWeighted { get; init; }

    /// <summary>The version of the answers.</summary>
    public required string DataVersion { get; init; }

    /// <summary>Questions, areas and options in one table: the results as data.</summary>
    public ReportTable Results => ReportTable.Stack("results", Questions.Title, Questions, Areas, Shares).WithSplitIntervals();
}

/// <summary>Something that frames the figures.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">Its value.</param>
public sealed record ReportFact(string Label, ReportCell Value);

/// <summary>A dot plot: a row for each thing, its figure this year and in the compared year.</summary>
/// <param name="Scale">The axis.</param>
/// <param name="Rows">From top to bottom.</param>
public sealed record ReportDots(AnswerScale Scale, ImmutableArray<ReportDotRow> Rows);

/// <summary>A row of a dot plot; a figure that is hidden or missing is null.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Current">This year.</param>
/// <param name="Compared">The compared year.</param>
public sealed record ReportDotRow(string Name, ReportDot? Current, ReportDot? Compared);

/// <summary>A figure with its 95 % interval; the ends are NaN when unknown.</summary>
public sealed record ReportDot(double Value, double Lower, double Upper);

/// <summary>A bar chart of one choice question.</summary>
/// <param name="Code">The question's code.</param>
/// <param name="Title">The question.</param>
/// <param name="Bars">The options; empty when hidden.</param>
public sealed record ReportBars(string Code, string Title, ImmutableArray<ReportBar> Bars);

/// <summary>A bar.</summary>
/// <param name="Label">The option.</param>
/// <param name="Share">0-1.</param>
/// <param name="Compared">The compared year's share, or null.</param>
public sealed record ReportBar(string Label, double Share, double? Compared);
