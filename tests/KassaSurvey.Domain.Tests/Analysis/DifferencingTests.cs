using System.Collections.Immutable;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Tests.Analysis;

/// <summary>No figure may be computed of too few by subtracting two that are shown.</summary>
public sealed class DifferencingTests
{
    private static readonly Questionnaire Asked = new(
    [
        Question.Create(default, 1, new("GRADE", QuestionKind.Scale, LocalizedText.Same("?")) { Scale = AnswerScale.OneToSeven }),
        Question.Create(default, 2, new("PICK", QuestionKind.Single, LocalizedText.Same("?"))
        {
            Options = [new(1, "ONE", LocalizedText.Same("1")), new(2, "TWO", LocalizedText.Same("2"))],
        }),
    ]);

    [Fact]
    public void Union_WithACategoryOfTooFew_IsHidden()
    {
        var wave = Wave(("north", "young", 12), ("south", "young", 2), ("west", "young", 20));

        Assert.IsType<Reading.Reported>(Grade(wave, Population.Everybody));
        Assert.IsType<Reading.Reported>(Grade(wave, Population.Everybody.With("region", "west")));
        var union = Assert.IsType<Reading.Suppressed>(Grade(wave, Population.Everybody.With("region", "north").With("region", "south")));
        Assert.Equal(SuppressionReason.WouldRevealOthers, union.Reason);
    }

    [Fact]
    public void Condition_ThatLeavesOutTooFewOfAShownGroup_IsHidden()
    {
        var wave = Wave(("north", "young", 12), ("north", "old", 3), ("south", "young", 20), ("south", "old", 20));
        var north = Population.Everybody.With("region", "north");

        Assert.IsType<Reading.Reported>(Grade(wave, north));
        Assert.IsType<Reading.Suppressed>(Grade(wave, north.With("age", "young")));
    }

    [Fact]
    public void Differences_OfAnyTwoShownConjunctions_AreNeverOfTooFew()
    {
        var wave = Wave(("north", "young", 9), ("north", "old", 4), ("south", "young", 7), ("south", "old", 11), ("west", "young", 3), ("west", "old", 6));
        var shown = (from region in new[] { "", "north", "south", "west" }
                     from age in new[] { "", "young", "old" }
                     let population = With(With(Population.Everybody, "region", region), "age", age)
                     where Grade(wave, population) is Reading.Reported
                     select (Region: region, Age: age, Rows: Rows(wave, region, age))).ToList();

        Assert.True(shown.Count > 3);
        // A group and the same group narrowed by one more condition.
        Assert.All(
            from wide in shown
            from narrow in shown
            where (wide.Region == narrow.Region || wide.Region == "") && (wide.Age == narrow.Age || wide.Age == "") && wide != narrow
                && (wide.Region == narrow.Region || wide.Age == narrow.Age)
            select wide.Rows - narrow.Rows,
            difference => Assert.False(difference is > 0 and < DisclosureRule.Floor));
    }

    [Fact]
    public void Categories_LookedAtOneAfterAnother_DoNotGiveTheSmallOneAway()
    {
        var wave = Wave(("north", "young", 20), ("south", "young", 25), ("west", "young", 3));

        Assert.IsType<Reading.Reported>(Grade(wave, Population.Everybody));
        Assert.IsType<Reading.Suppressed>(Grade(wave, Population.Everybody.With("region", "west")));
        Assert.IsType<Reading.Suppressed>(Grade(wave, Population.Everybody.With("region", "north")));
        Assert.IsType<Reading.Reported>(Grade(wave, Population.Everybody.With("region", "south")));
        Assert.IsType<Reading.Suppressed>(Grade(wave, Population.Everybody.With("region", "north").With("region", "south")));
    }

    [Fact]
    public void Categories_WithAFewWhoseCategoryIsUnknown_DoNotGiveThemAway()
    {
        var wave = Wave(("north", "young", 20), ("south", "young", 25), ("west", "young", 3));
        var (codes, categories) = wave.Segments["region"];
        codes.AsSpan().Replace((byte)categories.IndexOf("west"), SegmentColumn.Unknown);

        Assert.IsType<Reading.Suppressed>(Grade(wave, Population.Everybody.With("region", "north")));
        Assert.IsType<Reading.Reported>(Grade(wave, Population.Everybody.With("region", "south")));
    }

    /// <summary>
    /// The sums and counts of all shown filters as equations in the unknown cells: solving them must leave every cell of too few
    /// undetermined. An attacker can do no more with means and numbers of answers.
    /// </summary>
    [Theory]
    [InlineData(20, 25, 3, 20, 25, 30)]
    [InlineData(20, 3, 17, 25, 12, 30)]
    [InlineData(2, 9, 14, 11, 22, 3)]
    [InlineData(4, 4, 4, 30, 30, 30)]
    [InlineData(1, 40, 40, 40, 40, 1)]
    public void Filters_AllTogether_DetermineNoCellOfTooFew(int northYoung, int southYoung, int westYoung, int northOld, int southOld, int westOld)
    {
        int[] cells = [northYoung, northOld, southYoung, southOld, westYoung, westOld];
        var wave = Wave(
            ("north", "young", northYoung), ("north", "old", northOld), ("south", "young", southYoung), ("south", "old", southOld),
            ("west", "young", westYoung), ("west", "old", westOld));
        string[] regions = ["north", "south", "west"];
        string[] ages = ["young", "old"];
        var shown = (
            from regionSet in Enumerable.Range(0, 8)
            from ageSet in Enumerable.Range(0, 4)
            let population = Chosen(Chosen(Population.Everybody, "region", regions, regionSet), "age", ages, ageSet)
            where Grade(wave, population) is Reading.Reported
            select Enumerable.Range(0, 6).Select(cell =>
                (regionSet == 0 || (regionSet >> (cell / 2) & 1) != 0) && (ageSet == 0 || (ageSet >> (cell % 2) & 1) != 0) ? 1.0 : 0.0).ToArray()).ToList();

        var solved = Determined(shown);

        Assert.All(Enumerable.Range(0, 6).Where(cell => cells[cell] is > 0 and < DisclosureRule.Floor), cell => Assert.False(solved[cell], $"cell {cell}"));
    }

    [Fact]
    public void Options_ChosenBySoFewThatItSaysWho_AreHiddenInASmallGroup()
    {
        var wave = Wave(("north", "young", 20), ("south", "young", 40));
        wave.Codes["PICK"].AsSpan(0, 2).Fill(2);

        var small = WaveReadings.Of(Asked, wave, Population.Everybody.With("region", "north"), DisclosureRule.Default).Question("PICK");
        var everybody = WaveReadings.Of(Asked, wave, Population.Everybody, DisclosureRule.Default).Question("PICK");

        Assert.Empty(small.Value!.Options);
        Assert.Equal(2, everybody.Value!.Options.Length);
    }

    private static Population Chosen(Population population, string segment, string[] values, int set) =>
        values.Where((_, i) => (set >> i & 1) != 0).Aggregate(population, (narrower, value) => narrower.With(segment, value));

    /// <summary>Which unknowns the equations fix, by Gauss and Jordan: those that end alone in their row.</summary>
    private static bool[] Determined(List<double[]> equations)
    {
        const double Nothing = 1e-9;
        var row = 0;
        for (var column = 0; column < 6 && row < equations.Count; column++)
        {
            var pivot = equations.FindIndex(row, equation => Math.Abs(equation[column]) > Nothing);
            if (pivot < 0)
            {
                continue;
            }

            (equations[row], equations[pivot]) = (equations[pivot], equations[row]);
            var scale = equations[row][column];
            equations[row] = [.. equations[row].Select(value => value / scale)];
            for (var other = 0; other < equations.Count; other++)
            {
                var factor = equations[other][column];
                if (other != row && Math.Abs(factor) > Nothing)
                {
                    equations[other] = [.. equations[other].Zip(equations[row], (value, above) => value - (factor * above))];
                }
            }

            row++;
        }

        return [.. Enumerable.Range(0, 6).Select(cell => equations.Exists(equation =>
            Math.Abs(equation[cell]) > Nothing && equation.Where((value, i) => i != cell && Math.Abs(value) > Nothing).Any() is false))];
    }

    private static Reading Grade(ResponseColumns wave, Population population) =>
        WaveReadings.Of(Asked, wave, population, DisclosureRule.Default).Question("GRADE");

    private static Population With(Population population, string segment, string value) => value.Length == 0 ? population : population.With(segment, value);

    private static int Rows(ResponseColumns wave, string region, string age) => Enumerable.Range(0, wave.Count).Count(row =>
        (region.Length == 0 || Category(wave, "region", row) == region) && (age.Length == 0 || Category(wave, "age", row) == age));

    private static string Category(ResponseColumns wave, string segment, int row) =>
        wave.Segments[segment].Categories[wave.Segments[segment].Codes[row]];

    private static ResponseColumns Wave(params (string Region, string Age, int Count)[] groups)
    {
        var rows = groups.SelectMany(group => Enumerable.Repeat((group.Region, group.Age), group.Count)).ToList();
        return new()
        {
            Count = rows.Count,
            DataVersion = "test",
            Codes = ImmutableSortedDictionary<string, byte[]>.Empty
                .Add("GRADE", [.. rows.Select((_, row) => (byte)(1 + (row % 7)))])
                .Add("PICK", [.. rows.Select(_ => (byte)1)]),
            Choices = ImmutableSortedDictionary<string, int[]>.Empty,
            Numbers = ImmutableSortedDictionary<string, double[]>.Empty,
            Segments = ImmutableSortedDictionary<string, SegmentColumn>.Empty
                .Add("region", Column([.. rows.Select(row => row.Region)]))
                .Add("age", Column([.. rows.Select(row => row.Age)])),
            Weights = [],
        };
    }

    private static SegmentColumn Column(List<string> values)
    {
        ImmutableArray<string> categories = [.. values.Distinct().Order(StringComparer.Ordinal)];
        return new([.. values.Select(value => (byte)categories.IndexOf(value))], categories);
    }
}
