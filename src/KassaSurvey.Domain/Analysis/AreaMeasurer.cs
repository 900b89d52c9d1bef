using KassaSurvey.Domain.Surveys;
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
        var scale = ScaleOf(ratings);
        var scores = Scores(ratings, columns, scale);
        var mean = MeanEstimate.FromValues(scores, columns.Weights, cells.Selection, columns.Count);
        return cells.Hide(mean.N, PopulationCells.Rows(columns.Count, row => !double.IsNaN(scores[row])), rule) ?? new Reading.Reported(new(mean.N, 0, 0)
        {
            Scale = scale,
            Mean = mean,
            Index = mean.Scaled(scale.Minimum, 100.0 / scale.Width),
        });
    }

    /// <summary>Each respondent's score on the scale; NaN with fewer than half of the asked ratings valid.</summary>
    internal static double[] Scores(IReadOnlyList<Question> ratings, ResponseColumns columns, AnswerScale scale)
    {
        var sums = new double[columns.Count];
        var valid = new byte[columns.Count];
        var asked = new byte[columns.Count];
        foreach (var rating in ratings)
        {
            if (columns.Codes.TryGetValue(rating.Code, out var values))
            {
                Add(values, rating.Scale!.Value, scale, sums, valid, asked);
            }
        }

        for (var row = 0; row < sums.Length; row++)
        {
            sums[row] = valid[row] > 0 && 2 * valid[row] >= asked[row] ? sums[row] / valid[row] : double.NaN;
        }

        return sums;
    }

    private static void Add(ReadOnlySpan<byte> values, AnswerScale own, AnswerScale common, Span<double> sums, Span<byte> valid, Span<byte> asked)
    {
        // One table look-up per answer instead of a conversion.
        Span<double> score = stackalloc double[256];
        for (var value = 0; value < score.Length; value++)
        {
            score[value] = !own.Contains(value) ? double.NaN : own == common ? value : own.ToIndex(value);
        }

        for (var row = 0; row < values.Length; row++)
        {
            var value = values[row];
            asked[row] += value == MissingCode.NotAsked ? (byte)0 : (byte)1;
            if (!double.IsNaN(score[value]))
            {
                sums[row] += score[value];
                valid[row]++;
            }
        }
    }
}
