using System.Collections.Immutable;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Domain.Tests.Analysis;

/// <summary>Results of a year whose questions are not all those of the year before.</summary>
public class ComparedYearsTests
{
    private static readonly string[] Codes = ["Q1", "Q2", "Q3"];

    [Fact]
    public void Question_Different_HasNoChangeAndNoHistory()
    {
        var result = Compose(("Q1", QuestionChange.Different)).Questions().Single(question => question.Question.Code == "Q1");

        Assert.Equal(QuestionChange.Different, result.ComparedAs);
        Assert.Equal((Verdict.NotComparable, (double?)null, (double?)null), (result.Change!.Verdict, result.Change.Delta, result.Change.IndexDelta));
        Assert.Equal([2020], result.Trend.Select(point => point.Year.Value));
        Assert.Null(result.Standing);
    }

    [Fact]
    public void Question_ScaleChanged_IsComparedAsAnIndexWithoutAVerdict()
    {
        var result = Compose(("Q1", QuestionChange.ScaleChanged)).Questions().Single(question => question.Question.Code == "Q1");

        Assert.Equal((Verdict.NotComparable, (double?)null), (result.Change!.Verdict, result.Change.Delta));
        Assert.NotNull(result.Change.IndexDelta);
        Assert.Equal([false, true], result.Trend.Select(point => point.BreaksBefore));
    }

    [Fact]
    public void Question_SmallEdit_IsComparedAndBreaksTheLine()
    {
        var (edited, same) = (Compose(("Q1", QuestionChange.SmallEdit)).Questions(), Compose().Questions());

        Assert.Equal(same[0].Change, edited[0].Change);
        Assert.Equal([false, true], edited[0].Trend.Select(point => point.BreaksBefore));
        Assert.Equal([false, false], same[0].Trend.Select(point => point.BreaksBefore));
    }

    [Fact]
    public void Question_Different_IsNoMemberOfTheFamilyOfTests()
    {
        var results = Compose(("Q1", QuestionChange.Different), ("Q2", QuestionChange.Different)).Questions();
        var alone = results.Single(question => question.Question.Code == "Q3").Change!;
        Assert.Equal(alone.Test!.Value.PValue, alone.AdjustedP!.Value, 12);
    }

    [Fact]
    public void Area_OneQuestionDifferent_IsComparedOnTheOthersAndSaysSo()
    {
        var area = Assert.Single(Areas(Compose(("Q1", QuestionChange.Different))));
        var without = Assert.Single(Areas(Compose(["Q2", "Q3"])));

        Assert.Equal(new ComparisonBasis(2, 3), area.Basis);
        Assert.Equal(new ComparisonBasis(2, 2), without.Basis);
        Assert.Equal(without.Change, area.Change);
        Assert.Equal((without.Current.Value!.Mean, without.Compared!.Value!.Mean), (area.Current.Value!.Mean, area.Compared!.Value!.Mean));
    }

    [Fact]
    public void Area_EveryQuestionDifferent_IsNotComparable()
    {
        var area = Assert.Single(Areas(Compose([.. Codes.Select(code => (code, QuestionChange.Different))])));

        Assert.Equal(new ComparisonBasis(0, 3), area.Basis);
        Assert.Equal((Verdict.NotComparable, (double?)null), (area.Change!.Verdict, area.Change.IndexDelta));
    }

    [Fact]
    public void Area_EveryScaleChanged_IsComparedAsAnIndex()
    {
        var area = Assert.Single(Areas(Compose([.. Codes.Select(code => (code, QuestionChange.ScaleChanged))])));

        Assert.Equal(new ComparisonBasis(3, 3), area.Basis);
        Assert.Equal(Verdict.NotComparable, area.Change!.Verdict);
        Assert.NotNull(area.Change.IndexDelta);
    }

    [Fact]
    public void Area_NothingChanged_IsComparedAsItIs()
    {
        var (known, unknown) = (Assert.Single(Areas(Compose())), Assert.Single(Areas(Compose(Codes, years: null))));

        Assert.True(known.Basis!.Value.IsWhole);
        Assert.Equal(unknown.Change, known.Change);
    }

    private static ImmutableArray<AreaResult> Areas(ResultsComposer composer)
    {
        var survey = Survey.Create(new(1), "survey", LocalizedText.Same("Survey"));
        return composer.Areas([ServiceArea.Create(survey, "AREA", 1, LocalizedText.Same("Area"))]);
    }

    private static ResultsComposer Compose(params (string Code, QuestionChange Change)[] changes) => Compose(Codes, new(
        new Comparability(Codes.Select(code => QuestionLink.Create(
            new(1), new(1), code, new(2019), new(2020),
            new(changes.Where(change => change.Code == code).Select(change => change.Change).DefaultIfEmpty(QuestionChange.Same).Single(), QuestionChange.Same)))),
        new(2020), new(2019)));

    private static ResultsComposer Compose(string[] codes) => Compose(codes, null);

    private static ResultsComposer Compose(string[] codes, ComparedYears? years)
    {
        // The same answers whichever questions are asked: each question has a seed of its own.
        var (previous, current) = (Year(codes, 100), Year(codes, 200));
        return new(
            current, previous, [new(new(2019), TrendSource.Measured, previous), new(new(2020), TrendSource.Measured, current)],
            Population.Everybody, 2.5, years);
    }

    private static WaveReadings Year(string[] codes, ulong seed) => WaveReadings.Of(
        new([.. codes.Select((code, i) => Columns.Rating(code, i + 1, "AREA"))]),
        Columns.Of(300, [.. codes.Select(code => (code, Columns.Ratings(new SeededGenerator(seed + code[1]), 300)))]),
        Population.Everybody, DisclosureRule.Default);
}
