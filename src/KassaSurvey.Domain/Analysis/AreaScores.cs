using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Analysis;

/// <summary>
/// Each respondent's score of a service area, by the rule of <see cref="AreaMeasurer"/>: for analyses that need the respondents one by one.
/// </summary>
internal static class AreaScores
{
    /// <summary>One score per respondent on the common scale; NaN with fewer than half of the asked ratings valid.</summary>
    public static double[] Of(IReadOnlyList<Question> ratings, ResponseColumns columns, AnswerScale scale)
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
