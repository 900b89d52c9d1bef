using System.Collections.Immutable;
using KassaSurvey.Domain.Analysis.Quality;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Scoring;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Analysis;

/// <summary>Everything that may be said about one wave and population: the single source of pages, reports, exports and the API.</summary>
public sealed record WaveResults
{
    /// <summary>The year.</summary>
    public required ReportingYear Year { get; init; }

    /// <summary>The compared year, or null when nothing is compared.</summary>
    public required ReportingYear? ComparedYear { get; init; }

    /// <summary>Whom the figures are about.</summary>
    public required Population Population { get; init; }

    /// <summary>True while the wave is open: the figures can still move.</summary>
    public required bool IsPreliminary { get; init; }

    /// <summary>
    /// True when answers may be given row by row: a population too small to be counted is too small to be handed out; two filtered files,
    /// or two of an open wave, could be subtracted row by row.
    /// </summary>
    public bool GivesAnswers => this is { Responses: not null, Population.IsEverybody: true, IsPreliminary: false };

    /// <summary>Responses of the population, or null when there are too few to say.</summary>
    public required long? Responses { get; init; }

    /// <summary>Which answers these are.</summary>
    public required string DataVersion { get; init; }

    /// <summary>True when responses carry survey weights.</summary>
    public required bool IsWeighted { get; init; }

    /// <summary>Half-width of "unchanged" in index points.</summary>
    public required double MarginIndexPoints { get; init; }

    /// <summary>Every question but open text, in the questionnaire's order.</summary>
    public required ImmutableArray<QuestionResult> Questions { get; init; }

    /// <summary>The service areas with ratings, in the survey's order; the overall grade is a question, not an area.</summary>
    public required ImmutableArray<AreaResult> Areas { get; init; }

    /// <summary>The fund's index by the year's recipe; null where it was not asked for.</summary>
    public IndexResult? Index { get; init; }

    /// <summary>The experience index with its three dimensions; null where it was not asked for.</summary>
    public ExperienceResult? Experience { get; init; }

    /// <summary>How carefully everybody answered this year; null of a year of which only published figures are known.</summary>
    public AnswerQuality? Quality { get; init; }

    /// <summary>True when careless responses are left out of every figure, where they are enough to be left out.</summary>
    public bool IsWithoutCareless { get; init; }

    /// <summary>True when no change is judged, because the wave is in the field.</summary>
    public bool IsUnjudged { get; init; }

    /// <summary>The overall grade, when the survey asks it.</summary>
    public QuestionResult? Overall => Find(Survey.OverallCode);

    /// <summary>
    /// The same without any claim of a change or a record: of a wave in the field, whose answers still to come can turn it. The figures
    /// of both years stay.
    /// </summary>
    public WaveResults WithoutClaims() => this with
    {
        IsUnjudged = true,
        Questions = [.. Questions.Select(question => question.WithoutClaims())],
        Areas = [.. Areas.Select(area => area with { Change = null, Standing = null })],
        Index = Index is null ? null : Index with { Change = null, Standing = null },
        Experience = Experience is null
            ? null
            : new(
                [.. Experience.Dimensions.Select(dimension => dimension with { Change = null, Standing = null })],
                Experience.Experience with { Change = null, Standing = null }),
    };

    /// <summary>The result of a question, or null.</summary>
    public QuestionResult? Find(string code) =>
        Questions.FirstOrDefault(question => string.Equals(question.Question.Code, code, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A question's result.</summary>
/// <param name="Question">The question as asked this year.</param>
/// <param name="Current">This year.</param>
/// <param name="Compared">The compared year, or null when nothing is compared.</param>
/// <param name="Change">The change, or null when it cannot be stated.</param>
/// <param name="Trend">All years up to this one, oldest first; this year last. Everybody only; empty with a filter.</param>
/// <param name="Standing">How this year stands among the earlier ones, or null.</param>
public sealed record QuestionResult(
    Question Question, Reading Current, Reading? Compared, Change? Change, ImmutableArray<TrendPoint> Trend, Standing? Standing)
{
    /// <summary>Rises or falls in a row up to this year, or null when this year stands among no others.</summary>
    public Progress? Progress => Standing is null ? null : Progress.Of(Trend);

    /// <summary>How the question stands to itself in the compared year; same when nothing is compared.</summary>
    public QuestionChange ComparedAs { get; init; } = QuestionChange.Same;

    /// <summary>The recommendation score, of a recommendation question whose figure is shown.</summary>
    public RecommendationResult? Recommendation { get; init; }

    /// <summary>The same figures with nothing said of their change.</summary>
    public QuestionResult WithoutClaims() => this with
    {
        Change = null, Standing = null, Recommendation = Recommendation is null ? null : Recommendation with { Change = null },
    };
}

/// <summary>A service area's result.</summary>
/// <param name="Area">The area.</param>
/// <param name="Questions">Its ratings in order.</param>
/// <param name="Current">This year.</param>
/// <param name="Compared">The compared year, or null.</param>
/// <param name="Change">The change, or null.</param>
/// <param name="Trend">All measured years up to this one, oldest first.</param>
/// <param name="Standing">How this year stands among the earlier ones, or null.</param>
public sealed record AreaResult(
    ServiceArea Area, ImmutableArray<Question> Questions, Reading Current, Reading? Compared, Change? Change,
    ImmutableArray<TrendPoint> Trend, Standing? Standing)
{
    /// <summary>Rises or falls in a row up to this year, or null when this year stands among no others.</summary>
    public Progress? Progress => Standing is null ? null : Progress.Of(Trend);

    /// <summary>
    /// On how many questions the comparison is based; null when nothing is compared. When not on all, both years' readings are of these
    /// questions, so that the change is the difference of what is shown.
    /// </summary>
    public ComparisonBasis? Basis { get; init; }
}
