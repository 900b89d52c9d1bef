using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Analysis.Disclosure;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Tests.Analysis;

/// <summary>Where a few all say the same, a figure says what each of them said (statistics.md 6.1).</summary>
public sealed class GroupDisclosureTests
{
    private const byte Six = 6;

    private static readonly Reading Alike = new Reading.Suppressed(SuppressionReason.AnsweredAlike);

    private static readonly Questionnaire Asked = new(
    [
        Columns.Rating(Survey.OverallCode, 1),
        Columns.Rating("A", 2, "AREA"),
        Question.Create(default, 3, new("YES", QuestionKind.YesNo, LocalizedText.Same("?"))),
        Question.Create(default, 4, new("MANY", QuestionKind.Multiple, LocalizedText.Same("?"))
        {
            Options = [new(1, "ONE", LocalizedText.Same("1")), new(2, "TWO", LocalizedText.Same("2"))],
        }),
        Question.Create(default, 5, new("COUNT", QuestionKind.Number, LocalizedText.Same("?"))),
    ]);

    [Theory]
    [InlineData(12)]
    [InlineData(29)]
    public void FewWhoAllSayTheSame_AreHiddenInEveryKindOfQuestion(int answers)
    {
        var readings = Read(Wave([.. Enumerable.Repeat(Six, answers)]));

        Assert.All(Asked.Questions, question => Assert.Equal(Alike, readings.Question(question.Code)));
        Assert.Equal(Alike, readings.Area("AREA"));
        Assert.Equal(answers, readings.Responses);
    }

    [Fact]
    public void OneWhoSaysSomethingElse_OrThirtyAnswers_ShowTheFigure()
    {
        var mixed = Read(Wave([.. Enumerable.Repeat(Six, 12), 5]));
        var many = Read(Wave([.. Enumerable.Repeat(Six, 30)]));

        Assert.All(Asked.Questions, question => Assert.Equal(13, mixed.Question(question.Code).Value!.N));
        Assert.All(Asked.Questions, question => Assert.Equal(30, many.Question(question.Code).Value!.N));
        Assert.Equal(6, many.Area("AREA").Value!.Mean!.Value.Value);
    }

    [Fact]
    public void OptionThatAllOfAFewChose_WhileTheRestDiffers_HidesTheOptionsOnly()
    {
        // Everybody chose ONE (bit 0), some TWO besides.
        int[] few = [.. Enumerable.Range(0, 20).Select(row => row % 2 == 0 ? 1 : 3)];
        int[] many = [.. few, .. few];

        Assert.Empty(Read(Columns.Of(20).WithChoices("MANY", few)).Question("MANY").Value!.Options);
        Assert.Equal([1.0, 0.5], Read(Columns.Of(40).WithChoices("MANY", many)).Question("MANY").Value!.Options.Select(option => option.Share));
    }

    [Fact]
    public void Breakdown_HidesTheGroup_AndAnotherThatItCouldBeComputedFrom()
    {
        var wave = ByRegion(("a", 12, _ => Six), ("b", 20, Varied), ("c", 40, Varied));
        var cells = BreakdownReadings.Of(Asked, wave, SegmentGroups.Of("region", wave, DisclosureRule.Default), null, DisclosureRule.Default).Figures;

        foreach (var code in new[] { Survey.OverallCode, "AREA" })
        {
            Assert.Equal(
                [typeof(Reading.Suppressed), typeof(Reading.Suppressed), typeof(Reading.Reported)], cells[code].Select(cell => cell.GetType()));
            Assert.Equal(cells[code][0], cells[code][1]);
        }
    }

    [Fact]
    public void Filter_ThatWouldLeaveThemToBeComputed_IsHidden()
    {
        var two = ByRegion(("a", 12, _ => Six), ("b", 20, Varied));
        var three = ByRegion(("a", 12, _ => Six), ("b", 20, Varied), ("c", 40, Varied));

        Assert.Equal(Alike, Overall(two, "a"));
        Assert.Equal(new Reading.Suppressed(SuppressionReason.WouldRevealOthers), Overall(two, "b"));
        // With a third region the smallest of the others is hidden beside them, as the breakdown hides it.
        Assert.Equal(Alike, Overall(three, "a"));
        Assert.Equal(new Reading.Suppressed(SuppressionReason.WouldRevealOthers), Overall(three, "b"));
        Assert.Equal(40, Overall(three, "c").Value!.N);
    }

    [Fact]
    public void AreaOfSeveralRatings_IsAlikeWhenTheMeansAre()
    {
        Questionnaire asked = new([Columns.Rating("A", 1, "AREA"), Columns.Rating("B", 2, "AREA")]);
        // 5 and 7, 7 and 5, 6 and can't say: nobody's answers are another's, and everybody's mean is 6.
        byte[] first = [.. Enumerable.Range(0, 12).Select(row => (byte)(row % 3 == 0 ? 5 : row % 3 == 1 ? 7 : 6))];
        byte[] second = [.. Enumerable.Range(0, 12).Select(row => row % 3 == 0 ? (byte)7 : row % 3 == 1 ? (byte)5 : MissingCode.CantSay)];

        var readings = WaveReadings.Of(asked, Columns.Of(12, ("A", first), ("B", second)), Population.Everybody, DisclosureRule.Default);

        Assert.Equal(Alike, readings.Area("AREA"));
        Assert.NotNull(readings.Question("A").Value);
    }

    private static Reading Overall(ResponseColumns wave, string region) =>
        WaveReadings.Of(Asked, wave, Population.Everybody.With("region", region), DisclosureRule.Default).Question(Survey.OverallCode);

    private static WaveReadings Read(ResponseColumns wave) => WaveReadings.Of(Asked, wave, Population.Everybody, DisclosureRule.Default);

    private static byte Varied(int row) => (byte)(3 + (row % 5));

    private static ResponseColumns ByRegion(params (string Name, int Count, Func<int, byte> Grade)[] regions) =>
        Wave([.. regions.SelectMany(region => Enumerable.Range(0, region.Count).Select(region.Grade))])
            .WithSegment("region", [.. regions.SelectMany((region, place) => Enumerable.Repeat((byte)place, region.Count))], [.. regions.Select(region => region.Name)]);

    /// <summary>The grade as rating, as yes from 6 on, as one of two choices, and as a number.</summary>
    private static ResponseColumns Wave(byte[] grades) => Columns
        .Of(grades.Length, (Survey.OverallCode, grades), ("A", grades), ("YES", [.. grades.Select(grade => (byte)(grade >= Six ? 1 : 0))]))
        .WithChoices("MANY", [.. grades.Select(grade => grade >= Six ? 1 : 2)])
        .WithNumbers("COUNT", [.. grades.Select(grade => (double)grade)]);
}
