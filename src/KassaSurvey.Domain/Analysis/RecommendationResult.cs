using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Analysis;

/// <summary>A recommendation question's score in one year's results: promoters less detractors, -100 to 100.</summary>
/// <param name="Current">This year; its mean is the score, on no answer scale.</param>
/// <param name="Compared">The compared year, or null.</param>
/// <param name="Change">The change of the score, or null when it cannot be stated. A family of its own: its p-value is not adjusted.</param>
public sealed record RecommendationResult(Measurement Current, Measurement? Compared, Change? Change)
{
    /// <summary>Points between the lowest and the highest score.</summary>
    private const double Width = 200;

    /// <summary>The score of a question that has one, or null.</summary>
    /// <param name="current">This year's reading of the question.</param>
    /// <param name="compared">The compared year's, or null.</param>
    /// <param name="change">How the question stands to itself in the compared year.</param>
    /// <param name="marginIndexPoints">Half-width of "unchanged" in index points; twice as many points of the score.</param>
    public static RecommendationResult? Of(Reading current, Reading? compared, QuestionChange change, double marginIndexPoints)
    {
        if (Scored(current) is not { } now)
        {
            return null;
        }

        var then = Scored(compared);
        var pair = new YearPair(now, then, change) { Margin = marginIndexPoints * Width / 100 };
        return new(now, then, YearOverYear.Compare([pair], marginIndexPoints)[0]);
    }

    private static Measurement? Scored(Reading? reading) => reading?.Value is { RecommendationScore: { } score } value
        ? new Measurement(value.N, value.CantSay, value.CantSayShare) { Mean = score }
        : null;
}
