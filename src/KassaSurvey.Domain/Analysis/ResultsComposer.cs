using System.Collections.Immutable;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Analysis;

/// <summary>Puts a year's readings, the compared year and the history together into results with verdicts.</summary>
public sealed class ResultsComposer
{
    private readonly WaveReadings _current;
    private readonly WaveReadings? _compared;
    private readonly IReadOnlyList<SurveyYear> _history;
    private readonly bool _hasFilter;
    private readonly double _margin;
    private readonly ComparedYears? _years;

    /// <summary>Takes what is known.</summary>
    /// <param name="current">This year's readings of the population.</param>
    /// <param name="compared">The compared year's readings of the same population, or null.</param>
    /// <param name="history">All years up to this one, oldest first, this year last.</param>
    /// <param name="population">Whom the readings are about; history is told of everybody only.</param>
    /// <param name="marginIndexPoints">Half-width of "unchanged" in index points.</param>
    /// <param name="years">How comparable the questions are; null = by their scales alone.</param>
    public ResultsComposer(
        WaveReadings current, WaveReadings? compared, IReadOnlyList<SurveyYear> history, Population population, double marginIndexPoints,
        ComparedYears? years = null)
    {
        _current = current;
        _compared = compared;
        _history = history;
        _hasFilter = !population.IsEverybody;
        _margin = marginIndexPoints;
        _years = years;
    }

    /// <summary>
    /// The questions' results. Three families are tested apart: the overall grade alone, the ratings of service areas, other ratings.
    /// </summary>
    public ImmutableArray<QuestionResult> Questions()
    {
        Question[] questions = [.. _current.Questionnaire.Questions.Where(question => question.Kind != QuestionKind.OpenText)];
        var changes = new Dictionary<string, Change?>(StringComparer.Ordinal);
        foreach (var family in questions.GroupBy(FamilyOf))
        {
            string[] codes = [.. family.Select(question => question.Code)];
            var compared = Compare([.. codes.Select(code => new YearPair(_current.Question(code).Value, _compared?.Question(code).Value, ChangeOf(code)))]);
            for (var i = 0; i < codes.Length; i++)
            {
                changes[codes[i]] = compared[i];
            }
        }

        return
        [
            .. questions.Select(question =>
            {
                var trend = QuestionTrend(question.Code);
                return new QuestionResult(
                    question, _current.Question(question.Code), _compared?.Question(question.Code), changes[question.Code], trend, StandingOf(trend))
                {
                    ComparedAs = ChangeOf(question.Code),
                    Recommendation = RecommendationResult.Of(_current.Question(question.Code), _compared?.Question(question.Code), ChangeOf(question.Code), _margin),
                };
            }),
        ];
    }

    /// <summary>The areas' results, one family.</summary>
    public ImmutableArray<AreaResult> Areas(IEnumerable<ServiceArea> areas)
    {
        var ratings = WaveReadings.RatingsByArea(_current.Questionnaire).ToDictionary(group => group.Key, group => group.ToImmutableArray());
        ServiceArea[] measured = [.. areas.Where(area => ratings.ContainsKey(area.Code) && _current.Areas.ContainsKey(area.Code)).OrderBy(area => area.Order)];
        AreaComparison[] pairs = [.. measured.Select(area => AreaComparison.Of(area.Code, ratings[area.Code], _current, _compared, ChangeOf))];
        var changes = Compare([.. pairs.Select(pair => new YearPair(pair.Current.Value, pair.Compared?.Value, pair.Change))]);
        return
        [
            .. measured.Select((area, index) =>
            {
                var trend = AreaTrend(area.Code);
                return new AreaResult(
                    area, ratings[area.Code], pairs[index].Current, pairs[index].Compared, changes[index], trend, StandingOf(LikeTheLast(area.Code, trend)))
                {
                    Basis = pairs[index].Basis,
                };
            }),
        ];
    }

    private static string FamilyOf(Question question) =>
        question.Code == Survey.OverallCode ? "overall" : question.AreaCode is not null ? "areas" : "other";

    private QuestionChange ChangeOf(string code) => _years?.ChangeOf(
        code, _current.Questionnaire.Find(code)?.Scale == _compared?.Questionnaire.Find(code)?.Scale) ?? QuestionChange.Same;

    private Change?[] Compare(IReadOnlyList<YearPair> family) =>
        _compared is null ? new Change?[family.Count] : YearOverYear.Compare(family, _margin);

    /// <summary>A question that became another one has no history before that; a smaller change breaks the line.</summary>
    private ImmutableArray<TrendPoint> QuestionTrend(string code)
    {
        var points = Trend(year => year.Question(code), (before, point) => Between(code, before, point));
        for (var i = points.Length - 1; i > 0; i--)
        {
            if (Between(code, points[i - 1], points[i]) == QuestionChange.Different)
            {
                return [points[i] with { BreaksBefore = false }, .. points[(i + 1)..]];
            }
        }

        return points;
    }

    /// <summary>An area's line breaks where one of its questions became another one or changed its scale.</summary>
    private ImmutableArray<TrendPoint> AreaTrend(string area) => Trend(year => year.Area(area), (before, point) => AreaChange(area, before, point));

    /// <summary>A record is claimed among years that measured the area alike.</summary>
    private ImmutableArray<TrendPoint> LikeTheLast(string area, ImmutableArray<TrendPoint> trend) =>
        [.. trend.Where(point => AreaChange(area, point, trend[^1]) == QuestionChange.Same)];

    private QuestionChange AreaChange(string area, TrendPoint before, TrendPoint point) => _current.Questionnaire.Questions
        .Where(question => question.AreaCode == area && question.IsRating)
        .Select(question => Between(question.Code, before, point))
        .Where(change => change > QuestionChange.SmallEdit)
        .DefaultIfEmpty(QuestionChange.Same)
        .Max();

    private QuestionChange Between(string code, TrendPoint before, TrendPoint point) =>
        _years?.Between(code, before.Year, point.Year, before.Scale == point.Scale) ?? QuestionChange.Same;

    private ImmutableArray<TrendPoint> Trend(Func<SurveyYear, TrendPoint?> pointOf, Func<TrendPoint, TrendPoint, QuestionChange> changeOf)
    {
        if (_hasFilter)
        {
            return [];
        }

        var points = ImmutableArray.CreateBuilder<TrendPoint>();
        foreach (var year in _history)
        {
            if (pointOf(year) is { } point)
            {
                points.Add(point with
                {
                    BreaksBefore = points.Count > 0
                        && (points[^1].Scale != point.Scale || changeOf(points[^1], point) != QuestionChange.Same),
                });
            }
        }

        return points.ToImmutable();
    }

    /// <summary>A record is claimed for this year only: not when its own figure is missing and the line ends earlier.</summary>
    private Standing? StandingOf(ImmutableArray<TrendPoint> trend) =>
        trend.Length > 0 && trend[^1].Year == _history[^1].Year ? Standing.Of(trend) : null;
}
