using System.Collections.Immutable;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Web.Components.Dashboards.Trends;

/// <summary>A figure whose years can be shown.</summary>
/// <param name="Code">What addresses call it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Row">Its reading, change and years.</param>
public sealed record TrendFigure(string Code, string Name, OverviewRow Row)
{
    /// <summary>What addresses call the fund index.</summary>
    public const string IndexCode = "INDEX";

    /// <summary>Every figure with a year before it: the overall grade, the fund index, areas and their questions.</summary>
    public static ImmutableArray<TrendFigure> Of(WaveResults results, OverviewAddress address, string language, string indexName)
    {
        var figures = ImmutableArray.CreateBuilder<TrendFigure>();
        foreach (var row in OverviewRow.Of(results, address, language))
        {
            figures.Add(new(row.Code, row.Name, row));
            if (row.Kind == FigureKind.Overall && results.Index is { } index)
            {
                figures.Add(new(IndexCode, indexName, new(IndexCode, indexName, FigureKind.Overall, "", index.Current.Reading, index.Compared?.Reading, index.Change, index.Trend)));
            }
        }

        return [.. figures.Where(figure => figure.Row.Trend.Count > 0)];
    }

    /// <summary>The scale that the latest year was asked on.</summary>
    public AnswerScale Scale => Row.Trend[^1].Scale;
}
