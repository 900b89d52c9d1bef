using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Scoring;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Tests.Scoring;

public class IndexRecipeTests
{
    private const byte CantSay = MissingCode.CantSay;
    private const byte NotAsked = MissingCode.NotAsked;

    [Theory]
    [InlineData(7, 6, 5, 250.0 / 3)]
    [InlineData(7, 6, CantSay, 550.0 / 6)]
    [InlineData(7, NotAsked, NotAsked, 100.0)]
    public void Ecsi_OneAnswerAmongEqualOnes_CountsByItsValidItems(byte overall, byte met, byte ideal, double score)
    {
        var reading = Measure(IndexRecipe.Ecsi, overall, met, ideal);

        Assert.Equal(31, reading.N);
        Assert.Equal(((30 * 50) + score) / 31, reading.Mean!.Value.Value, 10);
    }

    [Fact]
    public void Ecsi_LessThanHalfValid_IsLeftOut() => Assert.Equal(30, Measure(IndexRecipe.Ecsi, 7, CantSay, CantSay).N);

    [Fact]
    public void Weights_CountByTheirProportions()
    {
        var recipe = IndexRecipe.Create("own", 1, [new("OVERALL", 3), new("EXP_MET", 1)], 1).Value;

        Assert.Equal(((30 * 50) + 75) / 31.0, Measure(recipe, 7, 1, 4).Mean!.Value.Value, 10);
    }

    [Fact]
    public void Overall_KokoGrade_IsItsPublishedIndex()
    {
        // 1 025 grades with a mean of 6.23 (to two decimals) are 87.17 on 0-100.
        byte[] grades = [.. Enumerable.Repeat((byte)6, 789), .. Enumerable.Repeat((byte)7, 236)];
        var reading = IndexReading.Of(IndexRecipe.Overall, Asked, Columns.Of(1025, (Survey.OverallCode, grades)), Population.Everybody, DisclosureRule.Default);

        Assert.Equal(87.17, reading.Reading.Value!.Mean!.Value.Value, 2);
    }

    [Fact]
    public void Items_TheWaveDoesNotAsk_AreNamed()
    {
        var recipe = IndexRecipe.Create("own", 1, [new("OVERALL", 1), new("GONE", 1)], 0.5).Value;
        var columns = Columns.Of(30, (Survey.OverallCode, [.. Enumerable.Repeat((byte)7, 30)]));

        var reading = IndexReading.Of(recipe, Asked, columns, Population.Everybody, DisclosureRule.Default);

        Assert.Equal("GONE", Assert.Single(reading.Missing));
        Assert.Equal("OVERALL:1-7", Assert.Single(reading.Used));
        Assert.Equal(100, reading.Reading.Value!.Mean!.Value.Value, 10);
    }

    [Fact]
    public void Index_OfTooFew_IsHidden() => Assert.IsType<Reading.Suppressed>(IndexReading.Of(
        IndexRecipe.Overall, Asked, Columns.Of(4, (Survey.OverallCode, [7, 7, 7, 7])), Population.Everybody, DisclosureRule.Default).Reading);

    [Fact]
    public void Create_WrongRecipe_IsAnError()
    {
        Assert.False(IndexRecipe.Create("own", 1, [], 0.5).IsSuccess);
        Assert.False(IndexRecipe.Create("own", 1, [new("A", 1), new("a", 1)], 0.5).IsSuccess);
        Assert.False(IndexRecipe.Create("own", 1, [new("A", 0)], 0.5).IsSuccess);
        Assert.False(IndexRecipe.Create("own", 1, [new("A", double.NaN)], 0.5).IsSuccess);
        Assert.False(IndexRecipe.Create("own", 1, [new("A", 1)], 1.1).IsSuccess);
        Assert.False(IndexRecipe.Create("Not a key", 1, [new("A", 1)], 0.5).IsSuccess);
    }

    [Fact]
    public void Result_AnotherRecipeEarlier_BreaksTheLineAndIsRecomputedApart()
    {
        var old = Year(2019, IndexRecipe.Overall, 5);
        var now = Year(2020, IndexRecipe.Ecsi, 6);

        var result = IndexResult.Of(now.Index, old.Index, [old, now], [Year(2019, IndexRecipe.Ecsi, 5), now], 2.5);

        Assert.Equal(Verdict.NotComparable, result.Change!.Verdict);
        Assert.Equal([false, true], result.Trend.Select(point => point.BreaksBefore));
        Assert.Null(result.Standing);
        Assert.Equal([false, false], result.Recomputed.Select(point => point.BreaksBefore));
        Assert.Empty(IndexResult.Of(now.Index, null, [Year(2019, IndexRecipe.Ecsi, 5), now], [], 2.5).Recomputed);
    }

    private static IndexYear Year(int year, IndexRecipe recipe, byte grade)
    {
        byte[] grades = [.. Enumerable.Range(0, 60).Select(row => (byte)(grade + (row % 2)))];
        var columns = Columns.Of(60, ("OVERALL", grades), ("EXP_MET", grades), ("EXP_IDEAL", grades));
        return new(new(year), TrendSource.Measured, IndexReading.Of(recipe, Asked, columns, Population.Everybody, DisclosureRule.Default));
    }

    private static Questionnaire Asked { get; } = new([Columns.Rating(Survey.OverallCode, 1), Columns.Rating("EXP_MET", 2), Columns.Rating("EXP_IDEAL", 3)]);

    /// <summary>Thirty in the middle of the scale, and one in question.</summary>
    private static Measurement Measure(IndexRecipe recipe, byte overall, byte met, byte ideal)
    {
        var columns = Columns.Of(31, (Survey.OverallCode, Among(overall)), ("EXP_MET", Among(met)), ("EXP_IDEAL", Among(ideal)));
        return IndexReading.Of(recipe, Asked, columns, Population.Everybody, DisclosureRule.Default).Reading.Value!;
    }

    private static byte[] Among(byte value) => [value, .. Enumerable.Repeat((byte)4, 30)];
}
