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

    /// <summary>Takes what is known.</summary>
    /// <param name="current">This year's readings of the population.</param>
    /// <param name="compared">The compared year's readings of the same population, or null.</param>
    /// <param name="history">All years up to this one, oldest first, this year last.</param>
    /// <param name="population">Whom the readings are about; history is told of everybody only.</param>
    /// <param name="marginIndexPoints">Half-width of "unchanged" in index points.</param>
    public ResultsComposer(
        WaveReadings current, WaveReadings? compared, IReadOnlyList<SurveyYear> history, Population population, double marginIndexPoints)
    {
        _current = current;
        _compared = compared;
        _history = history;
        _hasFilter = !population.IsEverybody;
        _margin = marginIndexPoints;
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
            var compared = Compare(codes, code => _current.Question(code), code => _compared?.Question(code));
            for (var i = 0; i < codes.Length; i++)
            {
                changes[codes[i]] = compared[i];
            }
        }

        return
        [
            .. questions.Select(question =>
            {
                var trend = Trend(year => year.Question(question.Code));
                return new QuestionResult(
                    question, _current.Question(question.Code), _compared?.Question(question.Code), changes[question.Code], trend, StandingOf(trend));
            }),
        ];
    }

    /// <summary>The areas' results, one family.</summary>
    public ImmutableArray<AreaResult> Areas(IEnumerable<ServiceArea> areas)
    {
        var ratings = WaveReadings.RatingsByArea(_current.Questionnaire).ToDictionary(group => group.Key, group => group.ToImmutableArray());
        ServiceArea[] measured = [.. areas.Where(area => ratings.ContainsKey(area.Code) && _current.Areas.ContainsKey(area.Code)).OrderBy(area => area.Order)];
        var changes = Compare([.. measured.Select(area => area.Code)], code => _current.Area(code), code => _compared?.Area(code));
        return
        [
            .. measured.Select((area, index) =>
            {
                var trend = Trend(year => year.Area(area.Code));
                return new AreaResult(
                    area, ratings[area.Code], _current.Area(area.Code), _compared?.Area(area.Code), changes[index], trend, StandingOf(trend));
            }),
        ];
    }

    private static string FamilyOf(Question question) =>
        question.Code == Survey.OverallCode ? "overall" : question.AreaCode is not null ? "areas" : "other";

    private Change?[] Compare(string[] codes, Func<string, Reading> current, Func<string, Reading?> compared)
    {
        if (_compared is null)
        {
            return new Change?[codes.Length];
        }

        return YearOverYear.Compare([.. codes.Select(code => new YearPair(current(code).Value, compared(code)?.Value))], _margin);
    }

    private ImmutableArray<TrendPoint> Trend(Func<SurveyYear, TrendPoint?> pointOf)
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
                points.Add(point with { BreaksBefore = points.Count > 0 && points[^1].Scale != point.Scale });
            }
        }

        return points.ToImmutable();
    }

    /// <summary>A record is claimed for this year only: not when its own figure is missing and the line ends earlier.</summary>
    private Standing? StandingOf(ImmutableArray<TrendPoint> trend) =>
        trend.Length > 0 && trend[^1].Year == _history[^1].Year ? Standing.Of(trend) : null;
}
