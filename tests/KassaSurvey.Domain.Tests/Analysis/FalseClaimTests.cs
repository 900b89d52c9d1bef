using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Domain.Tests.Analysis;

/// <summary>The product's promise by simulation: when nothing changed, at most one report in twenty says that something did.</summary>
public class FalseClaimTests
{
    private const int Pairs = 10_000;
    private const int Members = 150;

    private static readonly string[] Codes = [.. Enumerable.Range(1, 12).Select(number => $"Q{number}")];
    private static readonly Questionnaire Ratings = new(Codes.Select((code, index) => Columns.Rating(code, index + 1)));

    [Fact]
    public void Compare_TenThousandPairsOfEqualWaves_ClaimsAChangeInAtMostFivePercent()
    {
        var random = new SeededGenerator(20_261_122);
        var claims = 0;
        for (var pair = 0; pair < Pairs; pair++)
        {
            var (current, previous) = (Measured(random), Measured(random));
            var changes = YearOverYear.Compare(
                [.. Codes.Select(code => new YearPair(current.Question(code).Value, previous.Question(code).Value))],
                Wave.DefaultMarginIndexPoints);
            claims += changes.Any(change => change!.IsSure) ? 1 : 0;
        }

        // Three standard errors of a simulated 5 %. The floor shows that the test can claim at all.
        var error = 3 * Math.Sqrt(0.05 * 0.95 / Pairs);
        Assert.InRange(claims / (double)Pairs, 0.01, 0.05 + error);
    }

    private static WaveReadings Measured(SeededGenerator random) => WaveReadings.Of(
        Ratings, Columns.Of(Members, [.. Codes.Select(code => (code, Columns.Ratings(random, Members)))]), Population.Everybody, DisclosureRule.Default);
}
