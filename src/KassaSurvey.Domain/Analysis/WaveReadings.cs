using System.Collections.Immutable;
using KassaSurvey.Domain.Analysis.Disclosure;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Descriptive;

namespace KassaSurvey.Domain.Analysis;

/// <summary>What may be said about each question and area of one year's wave, for one population.</summary>
public sealed class WaveReadings
{
    /// <summary>The data version of a year of which only published figures are known.</summary>
    public const string PublishedVersion = "published";

    private readonly Func<IReadOnlyList<Question>, Reading> _measureArea;

    private WaveReadings(
        Questionnaire questionnaire, long? responses, bool isWeighted, string dataVersion,
        ImmutableDictionary<string, Reading> questions, ImmutableDictionary<string, Reading> areas,
        Func<IReadOnlyList<Question>, Reading> measureArea)
    {
        _measureArea = measureArea;
        Questionnaire = questionnaire;
        Responses = responses;
        IsWeighted = isWeighted;
        DataVersion = dataVersion;
        Questions = questions;
        Areas = areas;
    }

    /// <summary>The questions as asked that year.</summary>
    public Questionnaire Questionnaire { get; }

    /// <summary>Responses of the population, or null when too few to say or not known.</summary>
    public long? Responses { get; }

    /// <summary>True when responses carry weights.</summary>
    public bool IsWeighted { get; }

    /// <summary>Which answers these are.</summary>
    public string DataVersion { get; }

    /// <summary>Readings by question code; open text has none.</summary>
    public ImmutableDictionary<string, Reading> Questions { get; }

    /// <summary>Readings by area code.</summary>
    public ImmutableDictionary<string, Reading> Areas { get; }

    /// <summary>Measures every question and area of a wave for a population.</summary>
    public static WaveReadings Of(Questionnaire questionnaire, ResponseColumns columns, Population population, DisclosureRule rule)
    {
        var cells = columns.CellsOf(population);
        var count = cells.IsEverybody ? columns.Count : RangeCount.Selected(cells.Selection, long.MaxValue);
        var questions = questionnaire.Questions
            .Where(question => question.Kind != QuestionKind.OpenText)
            .ToImmutableDictionary(
                question => question.Code,
                question => QuestionMeasurer.Measure(question, columns, cells, rule),
                StringComparer.OrdinalIgnoreCase);
        var areas = RatingsByArea(questionnaire)
            .ToImmutableDictionary(area => area.Key, area => AreaMeasurer.Measure([.. area], columns, cells, rule));
        return new(
            questionnaire, cells.Hide(count, FigureAnswers.OfRows((rows, limit) => RangeCount.Selected(rows, limit)), rule) is Reading.Suppressed ? null : count,
            columns.Weights.Length > 0, columns.DataVersion, questions, areas, ratings => AreaMeasurer.Measure(ratings, columns, cells, rule));
    }

    /// <summary>A year of which only published figures are known.</summary>
    /// <param name="questionnaire">The questions on the scales published; see <see cref="PublishedYear"/>.</param>
    /// <param name="figures">The published figures.</param>
    public static WaveReadings OfPublished(Questionnaire questionnaire, IEnumerable<PublishedFigure> figures)
    {
        var readings = figures.ToImmutableDictionary(
            figure => figure.QuestionCode, figure => (Reading)new Reading.Reported(PublishedYear.Measure(figure)), StringComparer.OrdinalIgnoreCase);
        return new(questionnaire, null, false, PublishedVersion, readings, ImmutableDictionary<string, Reading>.Empty, _ => new Reading.NoData());
    }

    /// <summary>The reading of a question; nothing when the wave does not ask it.</summary>
    public Reading Question(string code) => Questions.GetValueOrDefault(code) ?? new Reading.NoData();

    /// <summary>The reading of an area; nothing when the wave does not measure it.</summary>
    public Reading Area(string code) => Areas.GetValueOrDefault(code) ?? new Reading.NoData();

    /// <summary>An area's reading on some of its questions only: those that another year asked too.</summary>
    public Reading AreaOn(IReadOnlyCollection<string> codes)
    {
        Question[] ratings = [.. codes.Select(Questionnaire.Find).OfType<Question>().Where(question => question.IsRating).OrderBy(question => question.Order)];
        return ratings.Length == 0 ? new Reading.NoData() : _measureArea(ratings);
    }

    /// <summary>The ratings of each area; the overall grade stands for itself and is in none.</summary>
    public static IEnumerable<IGrouping<string, Question>> RatingsByArea(Questionnaire questionnaire) => questionnaire.Questions
        .Where(question => question.CountsInItsArea)
        .GroupBy(question => question.AreaCode!, StringComparer.Ordinal);
}
