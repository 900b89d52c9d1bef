using FsCheck.Xunit;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Domain.Tests.Analysis;

public class DisclosureTests
{
    private const string Here = "here";

    private static readonly Population Some = Population.Everybody.With("place", Here);

    private static readonly Questionnaire Questionnaire = new(
    [
        Columns.Rating("RATE", 1, "AREA"),
        Question.Create(default, 2, new("YES", QuestionKind.YesNo, LocalizedText.Same("?"))),
        Question.Create(default, 3, new("MANY", QuestionKind.Multiple, LocalizedText.Same("?"))
        {
            Options = [new(1, "A", LocalizedText.Same("a")), new(2, "B", LocalizedText.Same("b"))],
        }),
        Question.Create(default, 4, new("COUNT", QuestionKind.Number, LocalizedText.Same("?"))),
    ]);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void Hides_AnySettingBelowTheFloor_IsTheFloor(int answers, bool hidden)
    {
        Assert.Equal(hidden, new DisclosureRule(0).Hides(answers));
        Assert.Equal(hidden, DisclosureRule.Default.Hides(answers));
    }

    [Theory]
    [InlineData(4, 100, SuppressionReason.TooFewAnswers)]
    [InlineData(96, 100, SuppressionReason.WouldRevealOthers)]
    [InlineData(99, 100, SuppressionReason.WouldRevealOthers)]
    public void Readings_SmallGroupOrSmallRest_AreHiddenInEveryKindOfQuestion(int here, int everybody, SuppressionReason reason)
    {
        var readings = WaveReadings.Of(Questionnaire, Rows(here, everybody), Some, DisclosureRule.Default);

        Assert.All(All(readings), reading => Assert.Equal(new Reading.Suppressed(reason), reading));
        Assert.Null(readings.Responses);
    }

    [Theory]
    [InlineData(5, 100)]
    [InlineData(95, 100)]
    [InlineData(100, 100)]
    public void Readings_LargeGroupAndLargeOrNoRest_AreShown(int here, int everybody)
    {
        var readings = WaveReadings.Of(Questionnaire, Rows(here, everybody), Some, DisclosureRule.Default);

        Assert.All(All(readings), reading => Assert.Equal(here, reading.Value!.N));
        Assert.Equal(here, readings.Responses);
    }

    [Fact]
    public void Readings_NobodyAnswered_IsNoDataAndNothingHidden()
    {
        var readings = WaveReadings.Of(Questionnaire, Rows(0, 100), Some, DisclosureRule.Default);

        Assert.All(All(readings), reading => Assert.IsType<Reading.NoData>(reading));
    }

    [Fact]
    public void Suppressed_CarriesTheReasonAndNothingElse()
    {
        var properties = typeof(Reading.Suppressed).GetProperties().Where(property => property.Name != nameof(Reading.Value));

        Assert.Equal(nameof(Reading.Suppressed.Reason), Assert.Single(properties).Name);
        Assert.Null(new Reading.Suppressed(SuppressionReason.TooFewAnswers).Value);
    }

    [Fact]
    public void Suppressed_InOneYear_LeavesNoChangeToReadItBackFrom()
    {
        var current = WaveReadings.Of(Questionnaire, Rows(4, 100), Some, DisclosureRule.Default);
        var previous = WaveReadings.Of(Questionnaire, Rows(50, 100), Some, DisclosureRule.Default);

        var questions = new ResultsComposer(current, previous, [], Some, Wave.DefaultMarginIndexPoints).Questions();

        Assert.All(questions, question => Assert.Null(question.Change));
    }

    /// <summary>For any wave, group and rule: what is shown has enough answers, and so has what one gets by subtracting it.</summary>
    [Property]
    public void Readings_AnyGroup_ShowOnlyWhatTheRuleAllowsAndMoreRuleNeverShowsMore(ulong seed)
    {
        var random = new SeededGenerator(seed);
        var everybody = random.NextInt(60);
        var wave = Rows(everybody == 0 ? 0 : random.NextInt(everybody + 1), everybody, random);
        var minimum = 5 + random.NextInt(20);
        var lenient = WaveReadings.Of(Questionnaire, wave, Some, new(minimum));
        var strict = WaveReadings.Of(Questionnaire, wave, Some, new(minimum + 1 + random.NextInt(5)));
        var whole = WaveReadings.Of(Questionnaire, wave, Population.Everybody, new(minimum));

        foreach (var question in Questionnaire.Questions)
        {
            if (lenient.Question(question.Code).Value is not { } shown)
            {
                Assert.Null(strict.Question(question.Code).Value);
                continue;
            }

            Assert.True(shown.N >= minimum);
            var rest = (whole.Question(question.Code).Value?.N ?? 0) - shown.N;
            Assert.True(rest == 0 || rest >= minimum, $"{question.Code}: {rest} others can be computed");
        }
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void Distribution_FewerThanTen_IsLeftOut(int answers, bool shown)
    {
        var readings = WaveReadings.Of(Questionnaire, Rows(answers, answers), Population.Everybody, DisclosureRule.Default);

        Assert.Equal(shown, !readings.Question("RATE").Value!.Distribution.IsEmpty);
        Assert.Equal(answers < DisclosureRule.FewAnswers, readings.Question("RATE").Value!.IsFewAnswers);
    }

    private static IEnumerable<Reading> All(WaveReadings readings) =>
        [.. Questionnaire.Questions.Select(question => readings.Question(question.Code)), readings.Area("AREA")];

    /// <summary>So many here and the rest elsewhere; everybody answers everything unless a generator leaves gaps.</summary>
    private static ResponseColumns Rows(int here, int everybody, SeededGenerator? gaps = null) => Columns
        .Of(
            everybody,
            ("RATE", Bytes(everybody, gaps, row => (byte)(1 + row % 7))),
            ("YES", Bytes(everybody, gaps, row => (byte)(row % 2))))
        .WithChoices("MANY", [.. Enumerable.Range(0, everybody).Select(row => gaps?.NextInt(4) == 0 ? MissingCode.AsChoices(MissingCode.LeftEmpty) : 1 + row % 3)])
        .WithNumbers("COUNT", [.. Enumerable.Range(0, everybody).Select(row => gaps?.NextInt(4) == 0 ? double.NaN : row)])
        .WithSegment("place", [.. Enumerable.Range(0, everybody).Select(row => row < here ? (byte)0 : (byte)1)], Here, "there");

    private static byte[] Bytes(int count, SeededGenerator? gaps, Func<int, byte> value) =>
        [.. Enumerable.Range(0, count).Select(row => gaps?.NextInt(4) == 0 ? MissingCode.CantSay : value(row))];
}
