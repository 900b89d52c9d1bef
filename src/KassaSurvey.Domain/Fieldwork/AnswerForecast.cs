namespace KassaSurvey.Domain.Fieldwork;

/// <summary>How many answers a wave will end with, if they come in as they did in an earlier wave.</summary>
/// <param name="Answers">The number expected at the end.</param>
/// <param name="LikeYear">The wave whose course it follows.</param>
public sealed record AnswerForecast(long Answers, int LikeYear)
{
    /// <summary>An earlier wave with fewer answers tells nothing about the course of another.</summary>
    public const int FewestAnswers = 100;

    /// <summary>Before this share of the earlier wave's answers had come in, every forecast is a guess.</summary>
    public const double EarliestShare = 0.1;

    /// <summary>Forecasts: answers so far divided by the share that the earlier wave had after as many days.</summary>
    /// <param name="soFar">Answers so far.</param>
    /// <param name="day">Days since the opening; 0 on the first.</param>
    /// <param name="earlierYear">The earlier wave.</param>
    /// <param name="earlierDays">Answers of the earlier wave by day since its opening.</param>
    /// <returns>Null when nothing can be said yet.</returns>
    public static AnswerForecast? Of(long soFar, int day, int earlierYear, IReadOnlyCollection<(int Day, long Answers)> earlierDays)
    {
        var total = earlierDays.Sum(each => each.Answers);
        if (soFar == 0 || total < FewestAnswers)
        {
            return null;
        }

        var share = (double)earlierDays.Where(each => each.Day <= day).Sum(each => each.Answers) / total;
        return share < EarliestShare ? null : new((long)Math.Round(soFar / share), earlierYear);
    }
}
