using System.Collections.Immutable;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Scoring;

/// <summary>An index of one year and population, and what it rests on.</summary>
/// <param name="Recipe">How it was computed.</param>
/// <param name="Used">The questions that took part with the scale they were asked on, as "code:1-7".</param>
/// <param name="Missing">Questions of the recipe that the wave did not ask as ratings.</param>
/// <param name="Reading">The index; its mean is on 0-100.</param>
public sealed record IndexReading(IndexRecipe Recipe, ImmutableArray<string> Used, ImmutableArray<string> Missing, Reading Reading)
{
    /// <summary>Same recipe, same questions, same scales: two years with the same basis may be compared.</summary>
    public string Basis => $"{Recipe.Key}|{string.Join(',', Used)}";

    /// <summary>Measures the index over a wave's answers.</summary>
    public static IndexReading Of(
        IndexRecipe recipe, Questionnaire questionnaire, ResponseColumns columns, Population population, DisclosureRule rule)
    {
        var items = IndexMeasurer.ItemsOf(recipe, questionnaire, columns);
        return Of(recipe, questionnaire, IndexMeasurer.Measure(recipe, items, columns, columns.CellsOf(population), rule));
    }

    /// <summary>A year of which only published figures are known: an index of one question is that question's.</summary>
    public static IndexReading OfPublished(IndexRecipe recipe, WaveReadings published) => Of(
        recipe,
        published.Questionnaire,
        recipe.Items is [var only] && published.Question(only.QuestionCode).Value is { Index: { } index } figure
            ? new Reading.Reported(figure with { Scale = AnswerScale.Index, Mean = index })
            : new Reading.NoData());

    internal static IndexReading Of(IndexRecipe recipe, Questionnaire questionnaire, Reading reading) => new(
        recipe,
        [
            .. recipe.Items.Select(item => questionnaire.Find(item.QuestionCode)).OfType<Question>()
                .Where(question => question.IsRating).Select(question => $"{question.Code}:{question.Scale}"),
        ],
        [.. recipe.Items.Where(item => questionnaire.Find(item.QuestionCode) is not { IsRating: true }).Select(item => item.QuestionCode)],
        reading);
}
