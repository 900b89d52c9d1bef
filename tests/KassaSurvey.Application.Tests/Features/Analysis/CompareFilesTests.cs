using KassaSurvey.Application.Features.Analysis;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Tests.Features.Analysis;

public sealed class CompareFilesTests
{
    private static readonly Dictionary<string, AnswerScale> ZeroToTen = new() { ["LO_RECOMMEND"] = new(0, 10) };

    [Fact]
    public async Task Compare_TwoWavesWithSharedMembers_EqualsR()
    {
        var estimate = await ReferenceFiles.ExpectedAsync("synthetic_koko_reference.csv", "estimate");
        var error = await ReferenceFiles.ExpectedAsync("synthetic_koko_reference.csv", "se");
        var normalP = await ReferenceFiles.ExpectedAsync("synthetic_koko_reference.csv", "extra");

        var document = CompareFiles.Execute(Both(await ReferenceFiles.TwoWavesAsync())).Value;

        Assert.Equal(("2020", "2019", 143), (document.Current, document.Previous, document.MembersInBoth));
        Assert.Equal(ReferenceFiles.Items, document.Items.Select(item => item.Code));
        foreach (var item in document.Items)
        {
            ReferenceFiles.Close(estimate[$"yoy.cluster.{item.Code}"], item.Difference, 1e-8, item.Code);
            ReferenceFiles.Close(error[$"yoy.cluster.{item.Code}"], item.Se, 1e-8, item.Code);
            ReferenceFiles.Close(estimate[$"w.2020.{item.Code}"], item.Current.Mean, 1e-8, item.Code);
            ReferenceFiles.Close(error[$"w.2019.{item.Code}"], item.Previous.Se, 1e-8, item.Code);
            ReferenceFiles.Close(estimate[$"unw.2019.{item.Code}.n"], item.Previous.N, 0, item.Code);
            // R's reference takes the normal distribution; here it is Student's with 1 868 degrees of freedom.
            Assert.Equal(1868, item.Df);
            Assert.Equal(normalP[$"yoy.cluster.{item.Code}"], item.P!.Value, 3);
            Assert.Equal(estimate[$"yoy.adj.{item.Code}"], item.PAdjusted!.Value, 2);
        }

        Assert.Equal(
            ["Improved", "Unchanged", "Unchanged", "Inconclusive"],
            new[] { "Q_OVERALL", "A_SPEED", "A_WEB_EASE", "P_REACH" }.Select(code => document.Items.Single(item => item.Code == code).Verdict.ToString()));
        Assert.Empty(document.Warnings);
    }

    [Fact]
    public async Task Compare_WithoutMembers_EqualsRsIndependentWaves()
    {
        var error = await ReferenceFiles.ExpectedAsync("synthetic_koko_reference.csv", "se");

        var document = CompareFiles.Execute(Both(await ReferenceFiles.TwoWavesAsync()) with { Id = null }).Value;

        Assert.Equal((ComparisonTest.Welch, null), (document.Test, document.MembersInBoth));
        foreach (var item in document.Items)
        {
            var (now, then) = (error[$"w.2020.{item.Code}"], error[$"w.2019.{item.Code}"]);
            ReferenceFiles.Close(Math.Sqrt((now * now) + (then * then)), item.Se, 1e-8, item.Code);
        }
    }

    [Fact]
    public async Task Compare_TwoFiles_SaysTheSameAsOneFileWithAWaveColumn()
    {
        var one = CompareFiles.Execute(Both(await ReferenceFiles.TwoWavesAsync())).Value;
        var two = CompareFiles.Execute(Both(await ReferenceFiles.WaveAsync(2020)) with { Previous = await ReferenceFiles.WaveAsync(2019), WaveColumn = null }).Value;

        Assert.Equal(("2020.csv", "2019.csv", 143), (two.Current, two.Previous, two.MembersInBoth));
        Assert.Equal(one.Items.Select(item => (item.Difference, item.PAdjusted, item.Verdict)), two.Items.Select(item => (item.Difference, item.PAdjusted, item.Verdict)));
    }

    [Fact]
    public async Task Compare_OtherScaleAndMargin_AreTakenAsGiven()
    {
        var file = await ReferenceFiles.OfAsync("wave;WAIT\nold;2\nold;4\nold;6\nnew;6\nnew;8\nnew;10\n");
        var query = new CompareFiles.Query(file, ["WAIT"]) { WaveColumn = "wave", Between = ("old", "new"), Scale = new(1, 10), Margin = new(10, InScaleUnits: false) };

        var points = Assert.Single(CompareFiles.Execute(query).Value.Items);
        var units = Assert.Single(CompareFiles.Execute(query with { Margin = new(0.9, InScaleUnits: true) }).Value.Items);

        // R: t.test(c(6, 8, 10), c(2, 4, 6)): t = 2.4495, df = 4, p-value = 0.07048, 95 percent: -0.5337 8.5337.
        Assert.Equal(("1-10", 4.0, 4.0), (points.Scale, points.Difference, points.Df));
        Assert.Equal(0.07048, points.P!.Value, 5);
        Assert.Equal([-0.5339, 8.5339], points.Ci95!.Select(end => Math.Round(end, 4)));
        Assert.Equal(400.0 / 9, points.IndexDifference!.Value, 9);
        Assert.Equal(0.9, points.Margin!.Value, 12);
        Assert.Equal(points.EquivalenceP!.Value, units.EquivalenceP!.Value, 12);
    }

    [Theory]
    [InlineData(PValueAdjustment.Holm)]
    [InlineData(PValueAdjustment.Bh)]
    [InlineData(PValueAdjustment.None)]
    public async Task Compare_Adjustment_IsMadeOverAllItems(PValueAdjustment adjustment)
    {
        var column = adjustment switch { PValueAdjustment.Holm => "estimate", PValueAdjustment.Bh => "extra", _ => "" };
        var prefix = adjustment == PValueAdjustment.None ? "yoy.cluster." : "yoy.adj.";
        var expected = await ReferenceFiles.ExpectedAsync("synthetic_koko_reference.csv", column.Length == 0 ? "extra" : column);

        var document = CompareFiles.Execute(Both(await ReferenceFiles.TwoWavesAsync()) with { Adjust = adjustment }).Value;

        Assert.All(document.Items, item => Assert.Equal(expected[prefix + item.Code], item.PAdjusted!.Value, 2));
    }

    [Fact]
    public async Task Compare_CellsThatAreNoNumbers_AreLeftOutAndListed()
    {
        var file = await ReferenceFiles.OfAsync("wave,Q,w\n1,5,1\n1,good,1\n1,7,\n2,6,1\n2,\"4,5\",-1\n2,7,1\n1,6,1\n" + string.Concat(Enumerable.Repeat("2,x,1\n", 30)));

        var document = CompareFiles.Execute(new(file, ["Q"]) { WaveColumn = "wave", Weight = "w" }).Value;

        var item = Assert.Single(document.Items);
        Assert.Equal((2L, 6.5, 2L, 5.5), (item.Current.N, item.Current.Mean, item.Previous.N, item.Previous.Mean));
        Assert.Equal(DataFile.LongestList, document.Warnings.Count(warning => warning.Code == "Analysis.LeftOut"));
        Assert.Equal("Analysis.MoreLeftOut(file.csv, 14)", document.Warnings[^1].ToString());
    }

    [Fact]
    public async Task Compare_OneRespondentOrEqualAnswers_SaysNothingItCannot()
    {
        var one = await ReferenceFiles.OfAsync("wave,Q,R\n1,5,4\n2,6,4\n2,7,4\n1,,4\n");

        var document = CompareFiles.Execute(new(one, ["Q", "R"]) { WaveColumn = "wave" }).Value;

        Assert.All(document.Items, item => Assert.Equal((null, null, Verdict.Inconclusive), (item.P, item.EquivalenceP, item.Verdict)));
        Assert.Equal("Analysis.TooFewToTest(Q)", Assert.Single(document.Warnings).ToString());
    }

    [Theory]
    [InlineData("wave,Q\n1,5\n2,6\n", "Qu", "Analysis.UnknownColumnNear(file.csv, Qu, Q)")]
    [InlineData("wave,Q\n1,5\n2,8\n", "Q", "Analysis.BadFile")]
    [InlineData("wave,Q\n1,5\n1,6\n", "Q", "Analysis.NotTwoWaves(file.csv, wave, 1)")]
    [InlineData("wave,Q\n1,5\n2,6\n10,6\n", "Q", "Analysis.NotTwoWaves(file.csv, wave, 1, 2, 10)")]
    public async Task Compare_BadFile_IsRefused(string csv, string item, string error)
    {
        var result = CompareFiles.Execute(new(await ReferenceFiles.OfAsync(csv), [item]) { WaveColumn = "wave" });

        Assert.StartsWith(error, Assert.Single(result.Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_ZeroWeights_AreRefused()
    {
        var file = await ReferenceFiles.OfAsync("wave,Q,w\n1,5,0\n2,6,0\n");

        var result = CompareFiles.Execute(new(file, ["Q"]) { WaveColumn = "wave", Weight = "w" });

        Assert.Equal("Analysis.NoWeight(file.csv, w)", Assert.Single(result.Errors).ToString());
    }

    private static CompareFiles.Query Both(DataFile file) => new(file, ReferenceFiles.Items)
    {
        WaveColumn = "wave", Weight = "w_raked", Id = "member", Scales = ZeroToTen,
    };
}
