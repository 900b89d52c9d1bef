using KassaSurvey.Domain.Analysis;

namespace KassaSurvey.Web.Components.Dashboards;

/// <summary>A row of the table of areas and questions.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">Overall grade, area or question.</param>
/// <param name="Href">The page behind it.</param>
/// <param name="Current">This year.</param>
/// <param name="Compared">The compared year, or null.</param>
/// <param name="Change">The change, or null.</param>
/// <param name="Trend">All years up to this one.</param>
public sealed record OverviewRow(
    string Name, FigureKind Kind, string Href, Reading Current, Reading? Compared, Change? Change, IReadOnlyList<TrendPoint> Trend)
{
    /// <summary>Of an area: on how many of its questions the years are compared.</summary>
    public ComparisonBasis? Basis { get; init; }

    /// <summary>The overall grade, each area with its questions, then ratings of no area.</summary>
    public static IEnumerable<OverviewRow> Of(WaveResults results, OverviewAddress address, string language)
    {
        var shown = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (results.Overall is { } overall)
        {
            shown.Add(overall.Question.Code);
            yield return Of(overall, FigureKind.Overall, address, language);
        }

        foreach (var area in results.Areas)
        {
            yield return new(
                area.Area.Name.In(language), FigureKind.Area, ResultUrls.Area(address, area.Area.Code), area.Current, area.Compared, area.Change, area.Trend)
            {
                Basis = area.Basis,
            };
            foreach (var question in Of(results, area, address, language))
            {
                shown.Add(question.Code);
                yield return question.Row;
            }
        }

        foreach (var rest in results.Questions.Where(result => result.Question.IsRating && !shown.Contains(result.Question.Code)))
        {
            yield return Of(rest, FigureKind.Question, address, language);
        }
    }

    /// <summary>The questions of one area.</summary>
    public static IEnumerable<(string Code, OverviewRow Row)> Of(WaveResults results, AreaResult area, OverviewAddress address, string language) =>
        area.Questions.Select(question => (question.Code, Of(results.Find(question.Code)!, FigureKind.Question, address, language)));

    private static OverviewRow Of(QuestionResult result, FigureKind kind, OverviewAddress address, string language) => new(
        result.Question.Text.In(language), kind, ResultUrls.Question(address, result.Question.Code), result.Current, result.Compared, result.Change, result.Trend);
}
