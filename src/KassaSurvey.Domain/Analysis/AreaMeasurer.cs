using KassaSurvey.Domain.Analysis.Disclosure;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Domain.Analysis;

/// <summary>
/// Scores a service area: each respondent's mean over the area's ratings when at least half of those asked have a valid answer,
/// then the mean over respondents. Ratings on one scale keep it; ratings on different scales meet on 0-100.
/// </summary>
internal static class AreaMeasurer
{
    public static AnswerScale ScaleOf(IReadOnlyList<Question> ratings) =>
        ratings.All(rating => rating.Scale == ratings[0].Scale) ? ratings[0].Scale!.Value : AnswerScale.Index;

    public static Reading Measure(IReadOnlyList<Question> ratings, ResponseColumns columns, PopulationCells cells, DisclosureRule rule)
    {
        var answers = ratings.Where(rating => columns.Codes.ContainsKey(rating.Code)).ToList();
        if (answers.Count == 0)
        {
            return new Reading.NoData();
        }

        var scale = ScaleOf(answers);
        RangeColumn[] ranges = [.. answers.Select(rating => Range(columns.Codes[rating.Code], rating.Scale!.Value))];
        var mean = RowMean.Of(ranges, MissingCode.NotAsked, columns.Weights, cells.Selection, columns.Count);
        return cells.Hide(mean.N, FigureAnswers.OfMeans(ranges, MissingCode.NotAsked), rule)
            ?? new Reading.Reported(new(mean.N, 0, 0)
            {
                Scale = scale,
                Mean = mean,
                Index = mean.Scaled(scale.Minimum, 100.0 / scale.Width),
            });
    }

    private static RangeColumn Range(byte[] values, AnswerScale scale) => new(values, (byte)scale.Minimum, (byte)scale.Maximum);
}
