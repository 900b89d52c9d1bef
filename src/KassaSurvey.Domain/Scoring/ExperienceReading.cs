using System.Collections.Immutable;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Design;

namespace KassaSurvey.Domain.Scoring;

/// <summary>
/// The experience of one year and population: an index 0-100 for each dimension, and their unweighted mean.
/// Its precision takes into account that the same respondents stand behind all three (statistics: experience index).
/// </summary>
/// <param name="Dimensions">Emotion, efficiency and ease, in this order.</param>
/// <param name="Experience">Their unweighted mean; no data unless all three have an index.</param>
public sealed record ExperienceReading(ImmutableArray<IndexReading> Dimensions, IndexReading Experience)
{
    private const string Code = "experience";

    /// <summary>The dimensions in the order shown.</summary>
    public static ImmutableArray<ExperienceDimension> Order { get; } =
        [ExperienceDimension.Emotion, ExperienceDimension.Efficiency, ExperienceDimension.Ease];

    /// <summary>Measures the dimensions by the tags of the wave's questions.</summary>
    public static ExperienceReading Of(Questionnaire questionnaire, ResponseColumns columns, Population population, DisclosureRule rule)
    {
        var cells = columns.CellsOf(population);
        ImmutableArray<IndexReading> dimensions = [.. Order.Select(dimension => IndexReading.Of(RecipeOf(dimension, questionnaire), questionnaire, columns, population, rule))];
        var all = IndexRecipe.OfEqualWeights(Code, Tagged(questionnaire));
        return new(dimensions, IndexReading.Of(all, questionnaire, Mean(dimensions, questionnaire, columns, cells)));
    }

    /// <summary>A year without answers here.</summary>
    public static ExperienceReading Nothing(Questionnaire questionnaire) => new(
        [.. Order.Select(dimension => IndexReading.Of(RecipeOf(dimension, questionnaire), questionnaire, new Reading.NoData()))],
        IndexReading.Of(IndexRecipe.OfEqualWeights(Code, Tagged(questionnaire)), questionnaire, new Reading.NoData()));

    private static Reading Mean(ImmutableArray<IndexReading> dimensions, Questionnaire questionnaire, ResponseColumns columns, PopulationCells cells)
    {
        if (dimensions.Select(dimension => dimension.Reading).OfType<Reading.Suppressed>().FirstOrDefault() is { } hidden)
        {
            return hidden;
        }

        if (dimensions.Any(dimension => dimension.Reading is Reading.NoData))
        {
            return new Reading.NoData();
        }

        List<double[]> scores = [.. dimensions.Select(dimension => IndexMeasurer.Scores(dimension.Recipe, IndexMeasurer.ItemsOf(dimension.Recipe, questionnaire, columns), columns))];
        return IndexMeasurer.Report(MeanComposite.Of(SurveyDesign.Of(Weights(columns)), scores, cells.Selection), null);
    }

    private static double[] Weights(ResponseColumns columns)
    {
        if (columns.Weights.Length > 0)
        {
            return columns.Weights;
        }

        var equal = new double[columns.Count];
        Array.Fill(equal, 1);
        return equal;
    }

    private static IndexRecipe RecipeOf(ExperienceDimension dimension, Questionnaire questionnaire) =>
        IndexRecipe.OfEqualWeights(dimension.ToString().ToLowerInvariant(), Tagged(questionnaire).Where(question => question.Dimension == dimension));

    private static IEnumerable<Question> Tagged(Questionnaire questionnaire) =>
        questionnaire.Questions.Where(question => question is { IsRating: true, Dimension: not null });
}
