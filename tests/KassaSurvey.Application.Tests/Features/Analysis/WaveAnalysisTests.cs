using KassaSurvey.Application.Features.Analysis;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Features.Waves;
using KassaSurvey.Application.Tests.Features.Imports;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Tests.Features.Analysis;

/// <summary>The analyses on waves of a real database, imported as an analyst would.</summary>
public sealed class WaveAnalysisTests : IAsyncLifetime
{
    private readonly MeasuredWaves _waves = new();
    private ImportBench _bench = null!;

    public async Task InitializeAsync() => _bench = await ImportBench.CreateAsync();

    public async Task DisposeAsync()
    {
        _waves.Dispose();
        await _bench.DisposeAsync();
    }

    [Fact]
    public async Task Compare_TwoImportedWaves_EqualsR()
    {
        var estimate = await ReferenceFiles.ExpectedAsync("synthetic_koko_reference.csv", "estimate");
        var error = await ReferenceFiles.ExpectedAsync("synthetic_koko_reference.csv", "se");
        await ImportSyntheticAsync(2019, weighted: true);
        await ImportSyntheticAsync(2020, weighted: true);

        var document = await CompareAsync(2020, "q_overall", "A_SPEED");

        Assert.Equal(("2020", "2019", true), (document.Current, document.Previous, document.Weighted));
        Assert.Equal(["Q_OVERALL", "A_SPEED"], document.Items.Select(item => item.Code));
        foreach (var item in document.Items)
        {
            var (now, then) = (error[$"w.2020.{item.Code}"], error[$"w.2019.{item.Code}"]);
            ReferenceFiles.Close(estimate[$"w.2020.{item.Code}"] - estimate[$"w.2019.{item.Code}"], item.Difference, 1e-8, item.Code);
            ReferenceFiles.Close(Math.Sqrt((now * now) + (then * then)), item.Se, 1e-8, item.Code);
        }
    }

    [Fact]
    public async Task Compare_WaveOfTooFew_IsHiddenToo()
    {
        await _bench.ImportAsync("Q1\n1\n2\n3\n4\n", ImportBench.Creating(2019));
        await _bench.ImportAsync("Q1\n5\n6\n7\n6\n5\n7\n", ImportBench.Creating(2020));

        var item = Assert.Single((await CompareAsync(2020)).Items);

        Assert.Equal((6L, null, SuppressionReason.TooFewAnswers), (item.Current.N, item.Previous.N, item.Previous.Suppressed));
        Assert.Equal((null, null, null, null), (item.Previous.Mean, item.Difference, item.P, item.Verdict));
    }

    [Fact]
    public async Task Compare_WhatIsNotThere_IsSaid()
    {
        await _bench.ImportAsync("Q1\n5\n6\n7\n6\n5\n", ImportBench.Creating(2020));
        var useCase = new CompareWaves(_bench.Database.Database, _waves);

        async Task<string> ErrorAsync(CompareWaves.Query query) =>
            Assert.Single((await useCase.ExecuteAsync(Viewer.Operator, query, CancellationToken.None)).Errors).ToString();

        Assert.Equal("Analysis.NothingToCompare(2020)", await ErrorAsync(Query(2020)));
        Assert.Equal("Wave.YearNotFound(member-satisfaction, 2021)", await ErrorAsync(Query(2021)));
        Assert.Equal("Wave.FundNotFound(kok)", await ErrorAsync(Query(2020) with { FundKey = "kok" }));
        await _bench.ImportAsync("Q1\n5\n6\n7\n6\n5\n", ImportBench.Creating(2019));
        Assert.Equal("Analysis.UnknownItemNear(Q2, Q1)", await ErrorAsync(Query(2020, "Q2")));
    }

    [Fact]
    public async Task Weigh_Segments_ShowsTheWeightsAndStoresNothing()
    {
        var raked = (await ReferenceFiles.WaveAsync(2020)).Numbers("w_raked");
        await ImportSyntheticAsync(2020, weighted: false);

        var document = await WeighAsync(await ReferenceFiles.MarginsAsync(), null);

        Assert.Null(document.SealedVersion);
        foreach (var (weight, expected) in document.Weights.Order().Zip(raked.Order()))
        {
            ReferenceFiles.Close(expected, weight, 1e-6);
        }

        await using var db = _bench.Database.Open();
        Assert.Equal(1, await db.SealedWaves.CountAsync());
    }

    [Fact]
    public async Task Weigh_Sealed_ResultsAreWeightedFromThenOn()
    {
        var estimate = await ReferenceFiles.ExpectedAsync("synthetic_koko_reference.csv", "estimate");
        await ImportSyntheticAsync(2020, weighted: false);

        var document = await WeighAsync(await ReferenceFiles.MarginsAsync(), "Raked to the register of 31 May");

        Assert.StartsWith("v2-", document.SealedVersion, StringComparison.Ordinal);
        var results = (await new GetResults(_bench.Database.Database, _waves).ExecuteAsync(
            Viewer.Operator, new(ImportBench.Fund, ImportBench.Survey, 2020, null, Population.Everybody), CancellationToken.None)).Value.Results;
        Assert.Equal((true, document.SealedVersion), (results.IsWeighted, results.DataVersion));
        var overall = results.Questions.Single(question => question.Question.Code == "Q_OVERALL").Current.Value!.Mean!.Value;
        ReferenceFiles.Close(estimate["w.2020.Q_OVERALL"], overall.Value, 1e-8);
        await using var db = _bench.Database.Open();
        Assert.Equal(["import answers.csv", "Raked to the register of 31 May"], await db.SealedWaves.OrderBy(seal => seal.Version).Select(seal => seal.Reason).ToListAsync());
    }

    [Fact]
    public async Task Weigh_WhatCannotBe_IsSaid()
    {
        await _bench.ImportAsync("Q1,segment:sex\n" + string.Concat(Enumerable.Repeat("5,F\n", 8)) + "6,M\n6,M\n", ImportBench.Creating());
        var misspelt = await ReferenceFiles.OfAsync("variable,category,total\nsx,F,1\n");
        var margins = await ReferenceFiles.OfAsync("variable,category,total\nsex,F,50\nsex,M,50\n");

        var useCase = Weighing;
        Assert.Equal("Analysis.UnknownVariableNear(sx, sex)", Assert.Single((await useCase.ExecuteAsync(Viewer.Operator, Weights(misspelt, null), CancellationToken.None)).Errors).ToString());
        Assert.Equal("Analysis.BadReason(500)", Assert.Single((await useCase.ExecuteAsync(Viewer.Operator, Weights(margins, " "), CancellationToken.None)).Errors).ToString());

        // Two men are too few to be counted, and the women would give them away.
        Assert.All((await WeighAsync(margins, null)).Margins, category => Assert.Equal((null, null), (category.N, category.ShareBefore)));
    }

    private WeighWave Weighing => new(_bench.Database.Database, _waves, new SealWave(_bench.Database.Database, _bench.Time));

    private static WeighWave.Query Weights(DataFile margins, string? reason) => new(ImportBench.Fund, ImportBench.Survey, 2020, margins, WeightTrim.Default, reason);

    private static CompareWaves.Query Query(int year, params string[] items) =>
        new(ImportBench.Fund, ImportBench.Survey, year, null, items, PValueAdjustment.Holm, null);

    private async Task<WeightingDocument> WeighAsync(DataFile margins, string? reason) =>
        (await Weighing.ExecuteAsync(Viewer.Operator, Weights(margins, reason), CancellationToken.None)).Value;

    private async Task<ComparisonDocument> CompareAsync(int year, params string[] items) =>
        (await new CompareWaves(_bench.Database.Database, _waves).ExecuteAsync(Viewer.Operator, Query(year, items), CancellationToken.None)).Value;

    private async Task ImportSyntheticAsync(int year, bool weighted)
    {
        var file = await ReferenceFiles.WaveAsync(year);
        string[] columns = ["member", "age", "sex", "region", "Q_OVERALL", "A_SPEED", .. weighted ? ["w_raked"] : Array.Empty<string>()];
        var heading = "response_id,segment:age,segment:sex,segment:region,Q_OVERALL,A_SPEED" + (weighted ? ",weight" : "");
        var cells = columns.Select(file.Texts).ToArray();
        var rows = Enumerable.Range(0, file.RowCount).Select(row => string.Join(',', cells.Select(column => column[row])));
        var report = await _bench.ImportAsync(string.Join('\n', rows.Prepend(heading)), ImportBench.Creating(year));
        Assert.Equal(file.RowCount, report.NewRows);
    }
}
