using System.Text.Json.Serialization;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Application.Features.Results;

/// <summary>Results for other programs: unrounded, invariant, absent figures null. The shape of the <c>results</c> verb.</summary>
public sealed record ResultsDocument(
    string Fund,
    string Survey,
    int Year,
    int? CompareYear,
    long? Responses,
    string DataVersion,
    bool Preliminary,
    bool Weighted,
    double MarginIndexPoints,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Where,
    IReadOnlyList<ResultsDocument.Figure> Questions,
    IReadOnlyList<ResultsDocument.Figure> Areas,
    IReadOnlyList<ResultsDocument.Hidden> Suppressed)
{
    /// <summary>The fund's index by the year's recipe.</summary>
    public IndexDocument? Index { get; init; }

    /// <summary>The experience index.</summary>
    public ExperienceDocument? Experience { get; init; }

    /// <summary>How carefully everybody answered; null of a published year.</summary>
    public QualityDocument? Quality { get; init; }

    /// <summary>The document of these results.</summary>
    public static ResultsDocument Of(SurveyResults source)
    {
        var results = source.Results;
        return new(
            source.Fund.Key,
            source.Survey.Key,
            results.Year.Value,
            results.ComparedYear?.Value,
            results.Responses,
            results.DataVersion,
            results.IsPreliminary,
            results.IsWeighted,
            results.MarginIndexPoints,
            results.Population.Conditions.ToDictionary(condition => condition.Key, condition => (IReadOnlyList<string>)[.. condition.Value]),
            [.. results.Questions.Select(FigureOf)],
            [.. results.Areas.Select(FigureOf)],
            [.. HiddenOf(results)])
        {
            Index = results.Index is { } index ? IndexDocument.Of(index) : null,
            Experience = results.Experience is { } experience ? ExperienceDocument.Of(experience) : null,
            Quality = results.Quality is { } quality ? QualityDocument.Of(quality, results.IsWithoutCareless) : null,
        };
    }

    private static Figure FigureOf(QuestionResult result) =>
        FigureOf(result.Question.Code, result.Question.AreaCode, result.Question.Scale, result.Current, result.Change, result.Progress) with
        {
            ComparedAs = result.ComparedAs == QuestionChange.Same ? null : result.ComparedAs,
            RecommendationDelta = Known(result.Recommendation?.Change?.Delta),
            RecommendationVerdict = result.Recommendation?.Change?.Verdict,
        };

    private static Figure FigureOf(AreaResult result) =>
        FigureOf(result.Area.Code, null, result.Current.Value?.Scale, result.Current, result.Change, result.Progress) with
        {
            ComparedOn = result.Basis is { IsWhole: false } basis ? new(basis.Common, basis.All) : null,
        };

    private static Figure FigureOf(string code, string? area, AnswerScale? scale, Reading reading, Change? change, Progress? progress)
    {
        var value = reading.Value;
        return new()
        {
            Code = code,
            Area = area,
            Scale = scale is { } bounds ? new(bounds.Minimum, bounds.Maximum) : null,
            Published = value?.IsPublished ?? false,
            N = reading is Reading.NoData ? 0 : value is { IsPublished: true, N: 0 } ? null : value?.N,
            CantSay = value is { IsPublished: false } ? value.CantSay : null,
            CantSayShare = Known(value?.CantSayShare),
            Mean = Known(value?.Mean?.Value),
            Sd = Known(value?.Mean?.StandardDeviation),
            Se = Known(value?.Mean?.StandardError),
            Ci95 = Bounds(value?.Mean?.Interval()),
            Index = Known(value?.Index?.Value),
            TopTwoShare = Known(value?.TopTwo?.Value),
            RecommendationScore = Known(value?.RecommendationScore?.Value),
            Shares = value is { Options.Length: > 0 } ? value.Options.ToDictionary(option => option.Code, option => option.Share) : null,
            Delta = Known(change?.Delta),
            DeltaCi95 = Bounds(change?.Interval),
            IndexDelta = Known(change?.IndexDelta),
            P = Known(change?.Test?.PValue),
            PAdjusted = Known(change?.AdjustedP),
            Verdict = change?.Verdict,
            Rises = progress?.Rises,
            Falls = progress?.Falls,
            LargestImprovement = progress?.IsLargestImprovement,
            LargestImprovementSince = progress?.LargestSince?.Value,
        };
    }

    private static IEnumerable<Hidden> HiddenOf(WaveResults results) => results.Questions
        .Select(question => (question.Question.Code, question.Current))
        .Concat(results.Areas.Select(area => (area.Area.Code, area.Current)))
        .Where(pair => pair.Current is Reading.Suppressed)
        .Select(pair => new Hidden(pair.Code, ((Reading.Suppressed)pair.Current).Reason));

    internal static double? Known(double? value) => value is { } number && double.IsFinite(number) ? number : null;

    internal static double[]? Bounds(ConfidenceInterval? interval) =>
        interval is { } known && double.IsFinite(known.Lower) && double.IsFinite(known.Upper) ? [known.Lower, known.Upper] : null;

    /// <summary>A question or an area.</summary>
    public sealed record Figure
    {
        public required string Code { get; init; }

        public required string? Area { get; init; }

        public required Bound? Scale { get; init; }

        public required bool Published { get; init; }

        public required long? N { get; init; }

        public required long? CantSay { get; init; }

        public required double? CantSayShare { get; init; }

        public required double? Mean { get; init; }

        public required double? Sd { get; init; }

        public required double? Se { get; init; }

        public required IReadOnlyList<double>? Ci95 { get; init; }

        public required double? Index { get; init; }

        public required double? TopTwoShare { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public required double? RecommendationScore { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public required IReadOnlyDictionary<string, double>? Shares { get; init; }

        public required double? Delta { get; init; }

        public required IReadOnlyList<double>? DeltaCi95 { get; init; }

        public required double? IndexDelta { get; init; }

        public required double? P { get; init; }

        public required double? PAdjusted { get; init; }

        public required Verdict? Verdict { get; init; }

        /// <summary>Change of the recommendation score, in points.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public double? RecommendationDelta { get; init; }

        /// <summary>What may be said of that change.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public Verdict? RecommendationVerdict { get; init; }

        /// <summary>Rises in a row up to this year; null when no earlier year is comparable.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public int? Rises { get; init; }

        /// <summary>Falls in a row, likewise.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public int? Falls { get; init; }

        /// <summary>True when this improvement is larger than every earlier one.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public bool? LargestImprovement { get; init; }

        /// <summary>The latest earlier year that improved at least as much.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public int? LargestImprovementSince { get; init; }

        /// <summary>How the question changed since the compared year; left out when it is the same.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public QuestionChange? ComparedAs { get; init; }

        /// <summary>The questions that both figures and the change are based on, when not on all of the area.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public Basis? ComparedOn { get; init; }
    }

    /// <summary>How many of an area's questions can be compared.</summary>
    public sealed record Basis(int Questions, int Of);

    /// <summary>The ends of a scale.</summary>
    public sealed record Bound(int Min, int Max);

    /// <summary>A figure that is hidden, and why; never how many answers it has.</summary>
    public sealed record Hidden(string Code, SuppressionReason Reason);
}
