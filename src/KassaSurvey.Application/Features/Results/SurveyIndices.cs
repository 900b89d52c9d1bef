using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Scoring;

namespace KassaSurvey.Application.Features.Results;

/// <summary>The indices of one year's results, read from the survey's history.</summary>
internal sealed class SurveyIndices(
    SurveyHistory history, ReportingYear year, ReportingYear? comparedYear, Population population, DisclosureRule rule, double margin)
{
    public IndexResult Index()
    {
        var current = history.ReadIndex(year, null, population, rule);
        return IndexResult.Of(
            current,
            comparedYear is { } other ? history.ReadIndex(other, null, population, rule) : null,
            Years(known => history.ReadIndex(known, null, Population.Everybody, rule)),
            Years(known => history.ReadIndex(known, current.Recipe, Population.Everybody, rule)),
            margin);
    }

    public ExperienceResult Experience()
    {
        var current = history.ReadExperience(year, population, rule);
        var compared = comparedYear is { } other ? history.ReadExperience(other, population, rule) : null;
        return new(
            [.. current.Dimensions.Select((dimension, i) => Of(dimension, compared?.Dimensions[i], experience => experience.Dimensions[i]))],
            Of(current.Experience, compared?.Experience, experience => experience.Experience));

        IndexResult Of(IndexReading now, IndexReading? then, Func<ExperienceReading, IndexReading> part)
        {
            var years = Years(known => part(history.ReadExperience(known, Population.Everybody, rule)));
            // The tags are the recipe: there is no other one to compute the years by again.
            return IndexResult.Of(now, then, years, [], margin);
        }
    }

    private List<IndexYear> Years(Func<ReportingYear, IndexReading> read) => population.IsEverybody
        ?
        [
            .. history.Years.Where(known => known <= year).Select(known => new IndexYear(
                known, history.Measured(known) is null ? TrendSource.Published : TrendSource.Measured, read(known))),
        ]
        : [];
}
