using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Analysis.Disclosure;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Domain.Scoring;

/// <summary>
/// Scores an index: each respondent's weighted mean of the valid ratings, each on 0-100, when enough of those asked have a valid answer;
/// then the (survey-weighted) mean over respondents.
/// </summary>
internal static class IndexMeasurer
{
    /// <summary>The least share of valid answers by which service areas are scored.</summary>
    private const double AreaShare = 0.5;

    /// <summary>The recipe's ratings that the wave has answers to, with their weights.</summary>
    public static List<(Question Question, double Weight)> ItemsOf(IndexRecipe recipe, Questionnaire questionnaire, ResponseColumns columns) =>
    [
        .. recipe.Items.Select(item => (Question: questionnaire.Find(item.QuestionCode)!, item.Weight))
            .Where(item => item.Question is { IsRating: true } && columns.Codes.ContainsKey(item.Question.Code)),
    ];

    public static Reading Measure(
        IndexRecipe recipe, List<(Question Question, double Weight)> items, ResponseColumns columns, PopulationCells cells, DisclosureRule rule)
    {
        if (items.Count == 0)
        {
            return new Reading.NoData();
        }

        if (items.Count == 1 || (recipe.MinimumShare.Equals(AreaShare) && items.TrueForAll(item => item.Weight.Equals(items[0].Weight))))
        {
            // The rule of a service area, which needs no score kept for each response.
            var area = AreaMeasurer.Measure([.. items.Select(item => item.Question)], columns, cells, rule);
            return area.Value?.Index is { } index ? Report(index, null) : area;
        }

        var scores = Scores(recipe, items, columns);
        var mean = MeanEstimate.FromValues(scores, columns.Weights, cells.Selection, columns.Count);
        return Report(mean, cells.Hide(mean.N, FigureAnswers.Of(scores), rule));
    }

    public static Reading Report(Estimate index, Reading? hidden) => hidden
        ?? new Reading.Reported(new(index.N, 0, 0) { Scale = AnswerScale.Index, Mean = index, Index = index });

    /// <summary>One score 0-100 per response; NaN without enough valid answers.</summary>
    public static double[] Scores(IndexRecipe recipe, List<(Question Question, double Weight)> items, ResponseColumns columns)
    {
        var sums = new double[columns.Count];
        var valid = new double[columns.Count];
        var asked = new double[columns.Count];
        foreach (var (question, weight) in items)
        {
            Add(columns.Codes[question.Code], question.Scale!.Value, weight, sums, valid, asked);
        }

        for (var row = 0; row < sums.Length; row++)
        {
            // A hair's breadth for the rounding of weights that do not add up exactly.
            var counts = valid[row] > 0 && valid[row] >= (recipe.MinimumShare * asked[row]) - 1e-9;
            sums[row] = counts ? sums[row] / valid[row] : double.NaN;
        }

        return sums;
    }

    private static void Add(ReadOnlySpan<byte> values, AnswerScale scale, double weight, Span<double> sums, Span<double> valid, Span<double> asked)
    {
        Span<double> score = stackalloc double[256];
        for (var value = 0; value < score.Length; value++)
        {
            score[value] = scale.Contains(value) ? scale.ToIndex(value) : double.NaN;
        }

        for (var row = 0; row < values.Length; row++)
        {
            var value = values[row];
            asked[row] += value == MissingCode.NotAsked ? 0 : weight;
            if (!double.IsNaN(score[value]))
            {
                sums[row] += weight * score[value];
                valid[row] += weight;
            }
        }
    }
}
