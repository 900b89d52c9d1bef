using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Analysis.Drivers;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Domain.Tests.Analysis.Drivers;

/// <summary>Which models a wave has, on whom they stand, and that no two of them give away a few.</summary>
public class WaveDriverAnalysisTests
{
    private const int Respondents = 600;

    private static readonly Questionnaire Asked = new(
    [
        Columns.Rating(Survey.OverallCode, 1, "OVERALL"),
        Columns.Rating("HAN_SPEED", 2, "HANDLING"),
        Columns.Rating("DIG_EASE", 3, "DIGITAL"),
        Columns.Rating("INF_CLEAR", 4, "INFO"),
        Columns.Rating("STF_FRIENDLY", 5, "STAFF"),
        Columns.Rating("STF_EXPERT", 6, "STAFF"),
        Columns.Rating("PHO_REACH", 7, "PHONE"),
        Question.Create(default, 8, new("PHO_SOLVED", QuestionKind.Single, LocalizedText.Same("?"))
        {
            AreaCode = "PHONE",
            Options = [Option(1, "FIRST"), Option(2, "LATER"), Option(3, "NO"), Option(4, "CANTSAY") with { IsCantSay = true }],
        }),
    ]);

    [Fact]
    public void Telephone_Callers_AreAskedQuestionByQuestion()
    {
        var wave = Wave();
        var (solved, reach) = (wave.Codes["PHO_SOLVED"], wave.Codes["PHO_REACH"]);

        var telephone = Assert.Single(Analyse(wave, Survey.OverallCode).Models, model => model.IsByQuestion);

        Assert.Equal("PHONE", telephone.Area);
        Assert.Equal(["PHO_REACH", "STF_FRIENDLY", "STF_EXPERT", "PHO_SOLVED"], telephone.Drivers.AsEnumerable());
        Assert.Equal(reach.Count(value => value != MissingCode.NotAsked), telephone.Base);
        var reported = Assert.IsType<DriverReading.Reported>(telephone.Reading);
        // Can't say is no answer; the others are 100 when resolved on the first call, else 0.
        var known = solved.Where(value => value <= 3).ToList();
        Assert.Equal(known.Count, reported.Model.N);
        Assert.Equal(100.0 * known.Count(value => value == 1) / known.Count, Performance(reported, "PHO_SOLVED"), 1e-9);
    }

    [Fact]
    public void Telephone_OtherTargets_HaveNone() =>
        Assert.DoesNotContain(Analyse(Wave(), "DIG_EASE").Models, model => model.IsByQuestion);

    [Fact]
    public void Targets_WhoseCompleteRowsDifferByFew_AreNotBothShown()
    {
        // Three left the overall grade empty: the rows behind HAN_SPEED's model less those behind the overall grade's are those three.
        var wave = Wave(("OVERALL", 1, 3), ("DIG_EASE", 21, 5), ("INF_CLEAR", 31, 5));

        Assert.IsType<DriverReading.Reported>(Analyse(wave, Survey.OverallCode).Models[0].Reading);
        var other = Assert.IsType<DriverReading.Suppressed>(Analyse(wave, "HAN_SPEED").Models[0].Reading);
        Assert.Equal(SuppressionReason.WouldRevealOthers, other.Reason);
    }

    [Fact]
    public void Targets_WhoseCompleteRowsDifferByEnough_AreBothShown()
    {
        var wave = Wave(("OVERALL", 1, 5), ("DIG_EASE", 21, 5), ("INF_CLEAR", 31, 5));

        Assert.IsType<DriverReading.Reported>(Analyse(wave, Survey.OverallCode).Models[0].Reading);
        Assert.IsType<DriverReading.Reported>(Analyse(wave, "HAN_SPEED").Models[0].Reading);
    }

    private static double Performance(DriverReading.Reported reading, string code) =>
        reading.Drivers.Single(driver => driver.Code == code).Performance.Value;

    private static WaveDrivers Analyse(ResponseColumns wave, string target) =>
        WaveDriverAnalysis.Of(Asked, wave, Population.Everybody, DisclosureRule.Default, Asked.Find(target)!, DriverMethod.Lmg);

    /// <summary>Everybody rates the areas; every second was in contact and every fourth called; grades follow a common mood.</summary>
    private static ResponseColumns Wave(params (string Question, int First, int Count)[] gaps)
    {
        var random = new SeededGenerator(7);
        var columns = Asked.Questions.ToDictionary(question => question.Code, _ => new byte[Respondents]);
        for (var row = 0; row < Respondents; row++)
        {
            var mood = random.NextNormal();
            foreach (var question in Asked.Questions)
            {
                var isAsked = question.AreaCode switch { "STAFF" => row % 2 == 0, "PHONE" => row % 4 == 0, _ => true };
                columns[question.Code][row] = !isAsked ? MissingCode.NotAsked
                    : question.IsRating ? (byte)Math.Clamp(Math.Round(4 + mood + random.NextNormal()), 1, 7)
                    : row % 40 == 0 ? MissingCode.CantSay
                    : (byte)(mood + random.NextNormal() > 0 ? 1 : 2);
            }
        }

        foreach (var (question, first, count) in gaps)
        {
            Array.Fill(columns[question], MissingCode.LeftEmpty, first, count);
        }

        return Columns.Of(Respondents, [.. columns.Select(column => (column.Key, column.Value))]);
    }

    private static AnswerOption Option(int number, string code) => new(number, code, LocalizedText.Same(code));
}
