using KassaSurvey.Application.Features.Narrative;
using KassaSurvey.Statistics.Random;
using KassaSurvey.Testing;

namespace KassaSurvey.Application.Tests.Features.Narrative;

/// <summary>A fund where nothing ever changes: how often its report says that something did.</summary>
public sealed class FalseNarrativeTests
{
    private const int Runs = 10_000;

    /// <summary>Standard deviation of every rating in the laid-out year.</summary>
    private const double Deviation = 0.9;

    /// <summary>Families are tested at 5 % each.</summary>
    private const double Level = 0.05;

    private static readonly string[] OverallClaims =
    [
        NarrativeTexts.HeadlineImproved, NarrativeTexts.HeadlineSlightlyImproved, NarrativeTexts.HeadlineDeclined, NarrativeTexts.HeadlineSlightlyDeclined,
    ];

    private static readonly string[] TopicClaims =
    [
        NarrativeTexts.ImprovedAll, NarrativeTexts.ImprovedSome, NarrativeTexts.ImprovedOne, NarrativeTexts.MostImproved, NarrativeTexts.SlightlyImproved,
        NarrativeTexts.SlightlyDeclined, NarrativeTexts.Declined,
    ];

    private static readonly (string Code, double Grade)[] Grades =
    [
        ("OVERALL", 6.1), ("HAN_SPEED", 5.6), ("HAN_RELIABLE", 6.3), ("HAN_DECISION", 5.9), ("HAN_INFORMED", 5.6), ("DIG_EASE", 5.9), ("DIG_FORM", 5.8),
        ("INF_CLEAR", 5.8), ("INF_FIND", 5.7), ("STF_FRIENDLY", 6.2), ("STF_EXPERT", 6.1), ("PHO_REACH", 5.2), ("MSG_SPEED", 5.7),
    ];

    [Fact]
    public void Narrative_OfTenThousandYearsWithoutChange_ClaimsOneAtTheStatedRateAtMost()
    {
        var random = new SeededGenerator(20_261_123);
        var (overall, topics, records) = (0, 0, 0);
        for (var run = 0; run < Runs; run++)
        {
            var kinds = NarrativeFacts.Of(Year(random).Build()).Select(fact => fact.Fact.Kind).ToHashSet(StringComparer.Ordinal);
            overall += OverallClaims.Any(kinds.Contains) ? 1 : 0;
            topics += TopicClaims.Any(kinds.Contains) ? 1 : 0;
            records += kinds.Contains(NarrativeTexts.RecordBest) ? 1 : 0;
        }

        // Three standard errors of a simulated 5 %; the floor shows that the test can claim at all.
        var error = 3 * Math.Sqrt(Level * (1 - Level) / Runs);
        Assert.InRange(overall / (double)Runs, 0.01, Level + error);
        Assert.InRange(topics / (double)Runs, 0.01, Level + error);
        Assert.InRange(records / (double)Runs, 0, Level + error);
    }

    /// <summary>Each year's figure is the same truth and the error of its sample.</summary>
    private static ReportedYear Year(SeededGenerator random)
    {
        var year = new ReportedYear { Earlier = [.. Enumerable.Range(0, 8).Select(_ => Drawn(Grades[0].Grade, 1000))] };
        foreach (var (code, grade) in Grades)
        {
            year.With(code, Drawn(grade, 1000), Drawn(grade, 1025));
        }

        return year;

        double Drawn(double truth, int n) => truth + (random.NextNormal() * Deviation / Math.Sqrt(n));
    }
}
