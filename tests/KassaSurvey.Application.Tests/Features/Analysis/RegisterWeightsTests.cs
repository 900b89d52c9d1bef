using System.Collections.Immutable;
using KassaSurvey.Application.Features.Analysis;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Features.Waves;
using KassaSurvey.Application.Tests.Features.Imports;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sampling;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Tests.Features.Analysis;

/// <summary>Weights to the register as it was counted with the draw, on imported waves whose counts are known.</summary>
public sealed class RegisterWeightsTests : IAsyncLifetime
{
    private static readonly SampleDesign Simple = new() { Method = SampleMethod.SimpleRandom, Size = 100, Seed = 1 };

    private readonly MeasuredWaves _waves = new();
    private ImportBench _bench = null!;
    private Wave _wave = null!;

    public async Task InitializeAsync() => _bench = await ImportBench.CreateAsync();

    public async Task DisposeAsync()
    {
        _waves.Dispose();
        await _bench.DisposeAsync();
    }

    [Fact]
    public async Task Weigh_ThreeSegments_EqualsTheRakingOfR()
    {
        var raked = (await ReferenceFiles.WaveAsync(2020)).Numbers("w_raked");
        var estimate = await ReferenceFiles.ExpectedAsync("synthetic_koko_reference.csv", "estimate");
        var file = await ReferenceFiles.WaveAsync(2020);
        string[] columns = ["member", "age", "sex", "region", "Q_OVERALL"];
        var cells = columns.Select(file.Texts).ToArray();
        await ImportAsync(
            "response_id,segment:age,segment:sex,segment:region,Q_OVERALL\n"
            + string.Join('\n', Enumerable.Range(0, file.RowCount).Select(row => string.Join(',', cells.Select(column => column[row])))));
        var margins = await ReferenceFiles.MarginsAsync();
        var (variables, categories, totals) = (margins.Texts("variable"), margins.Texts("category"), margins.Numbers("total"));
        await CountAsync(Simple, [new("", 18_569, 1000)], [.. Enumerable.Range(0, margins.RowCount).Select(row => Count(variables[row], categories[row], (long)totals[row]))]);
        Assert.Equal(["age", "region", "sex"], (await ViewAsync()).Segments.AsEnumerable());

        var shown = (await WeighAsync([new("age"), new("sex"), new("region")])).Value.Weights!;

        foreach (var (weight, expected) in shown.Weights.Order().Zip(raked.Order()))
        {
            ReferenceFiles.Close(expected, weight, 1e-6);
        }

        // n·Σw²/(Σw)² and (Σw)²/Σw² of R's weights.
        ReferenceFiles.Close(raked.Length * raked.Sum(w => w * w) / Math.Pow(raked.Sum(), 2), shown.KishDesignEffect, 1e-6);
        ReferenceFiles.Close(Math.Pow(raked.Sum(), 2) / raked.Sum(w => w * w), shown.EffectiveSize, 1e-6);
        Assert.False((await ViewAsync()).IsWeighted);

        var stored = (await WeighAsync([new("age"), new("sex"), new("region")], "To the register")).Value;

        Assert.StartsWith("v2-", stored.Weights!.SealedVersion, StringComparison.Ordinal);
        var view = await ViewAsync();
        Assert.Equal((2, "To the register", true), (view.Version, view.Reason, view.IsWeighted));
        var results = (await new GetResults(_bench.Database.Database, _waves).ExecuteAsync(
            Viewer.Operator, new(ImportBench.Fund, ImportBench.Survey, 2020, null, Population.Everybody), CancellationToken.None)).Value.Results;
        Assert.True(results.IsWeighted);
        ReferenceFiles.Close(estimate["w.2020.Q_OVERALL"], results.Questions.Single(question => question.Question.Code == "Q_OVERALL").Current.Value!.Mean!.Value.Value, 1e-8);
        await using var db = _bench.Database.Open();
        Assert.Equal(2, await db.SealedWaves.CountAsync());
    }

    [Fact]
    public async Task Weigh_CombinationOfTwo_PostStratifiesByHand()
    {
        await ImportAsync("Q1,segment:region,segment:sex\n" + Rows(30, "5,Lappi,F") + Rows(10, "7,Lappi,M") + Rows(40, "6,Uusimaa,F") + Rows(20, "4,Uusimaa,M"));
        await CountAsync(
            Simple, [new("", 1000, 200)],
            [
                Count("region", "Lappi", 400), Count("region", "Uusimaa", 600), Count("sex", "F", 500), Count("sex", "M", 500),
                Pair("Lappi", "F", 150), Pair("Lappi", "M", 250), Pair("Uusimaa", "F", 350), Pair("Uusimaa", "M", 250),
            ]);

        // Asked for the other way round: the counts are kept in the order of the names.
        var weighed = (await WeighAsync([new("sex", "region")], trim: WeightTrim.None)).Value;

        Assert.Equal(
            ["F × Lappi 150 30", "F × Uusimaa 350 40", "M × Lappi 250 10", "M × Uusimaa 250 20"],
            weighed.Cells.Select(cell => $"{cell.Category} {cell.Members} {cell.Answers}"));
        Assert.Equal(["M × Lappi"], weighed.Cells.Where(cell => cell.IsThin).Select(cell => cell.Category));
        var document = weighed.Weights!;
        Assert.Equal((WeightingMethod.PostStratification, 25.0, 5.0), (document.Method, Math.Round(document.Largest, 9), Math.Round(document.Smallest, 9)));
        // Weights 5, 8.75, 25, 12.5: Σw² = 30·25 + 40·76.5625 + 10·625 + 20·156.25 = 13 187.5.
        Assert.Equal(1_000_000 / 13_187.5, document.EffectiveSize, 9);
        Assert.Equal(100 * 13_187.5 / 1_000_000, document.KishDesignEffect, 9);
    }

    [Fact]
    public async Task Weigh_EmptyCategory_WaitsForAChoiceAndNeverMergesByItself()
    {
        await ImportAsync("Q1,segment:region\n" + Rows(30, "5,Lappi") + Rows(50, "6,Uusimaa"));
        await CountAsync(Simple, [new("", 1000, 200)], [Count("region", "Kainuu", 100), Count("region", "Lappi", 300), Count("region", "Uusimaa", 600)]);

        var waiting = (await WeighAsync([new("region")])).Value;
        Assert.Null(waiting.Weights);
        Assert.Equal("Kainuu", Assert.Single(waiting.Cells, cell => cell.IsEmpty).Category);
        Assert.Equal([AnalysisErrors.EmptyCategories], (await WeighAsync([new("region")], "Weighted")).Errors);

        var merged = (await WeighAsync([new("region")], merges: [new("region", "Kainuu", "Lappi")])).Value;
        Assert.Equal(["Kainuu + Lappi 400 30", "Uusimaa 600 50"], merged.Cells.Select(cell => $"{cell.Category} {cell.Members} {cell.Answers}"));
        Assert.Equal((12.0, 13.333_333_333), (Math.Round(merged.Weights!.Smallest, 9), Math.Round(merged.Weights.Largest, 9)));
    }

    [Fact]
    public async Task Weigh_StrataDrawnUnequally_StartsFromTheChancesOfTheDraw()
    {
        await ImportAsync("Q1,segment:region,segment:sex\n" + Rows(20, "5,Lappi,F") + Rows(20, "7,Lappi,M") + Rows(20, "6,Uusimaa,F") + Rows(20, "4,Uusimaa,M"));
        var stratified = Simple with { Method = SampleMethod.Stratified, StratifyBy = ["region"] };
        await CountAsync(stratified, [new("Lappi", 200, 100), new("Uusimaa", 800, 100)], [Count("sex", "F", 500), Count("sex", "M", 500)]);

        var document = (await WeighAsync([new("sex")], trim: WeightTrim.None)).Value.Weights!;

        // A member of Uusimaa stands for four times as many as one of Lappi: 20 · (w + 4w) = 500.
        Assert.Equal((5.0, 20.0), (Math.Round(document.Smallest, 9), Math.Round(document.Largest, 9)));
    }

    [Fact]
    public async Task Weigh_WhatCannotBe_IsSaid()
    {
        await ImportAsync("Q1,segment:region\n" + Rows(30, "5,Lappi") + Rows(2, "6,Uusimaa"));
        Assert.Equal([AnalysisErrors.NotInRegister("region")], (await WeighAsync([new("region")])).Errors);
        await CountAsync(Simple, [new("", 1000, 200)], [Count("region", "Lappi", 300), Count("region", "Uusimaa", 600)]);

        Assert.Equal([AnalysisErrors.NoMargins], (await WeighAsync([])).Errors);
        Assert.Equal([AnalysisErrors.BadTrim], (await WeighAsync([new("region")], trim: new(2, 5))).Errors);
        Assert.Equal([AnalysisErrors.BadReason(500)], (await WeighAsync([new("region")], " ")).Errors);
        Assert.Equal([AnalysisErrors.NotInRegister("union")], (await WeighAsync([new("union")])).Errors);
        // Two answers are too few to be counted, and the other count would give them away.
        Assert.All((await WeighAsync([new("region")])).Value.Cells, cell => Assert.Null(cell.Answers));
        var manager = Viewer.Staff(_wave.FundId, "Manager", [Role.Manager, Role.Analyst]);
        Assert.False((await Weighing.ExecuteAsync(manager, new(_wave.Id, [new("region")], [], WeightTrim.Default, null), CancellationToken.None)).IsSuccess);
        var other = Viewer.Staff(NewId.Of<FundId>(), "Other", [Role.SurveyManager]);
        Assert.Equal([SealErrors.NotClosed], (await Weighing.ExecuteAsync(other, new(_wave.Id, [new("region")], [], WeightTrim.Default, null), CancellationToken.None)).Errors);
    }

    private WeighToRegister Weighing => new(_bench.Database.Database, _waves, new SealWave(_bench.Database.Database, _bench.Time));

    private static string Rows(int count, string row) => string.Concat(Enumerable.Repeat(row + "\n", count));

    private RegisterCount Count(string segment, string category, long members) => RegisterCount.Of(_wave.FundId, _wave.Id, segment, category, members);

    private RegisterCount Pair(string region, string sex, long members) => RegisterCount.Of(_wave.FundId, _wave.Id, "region", region, members, "sex", sex);

    private async Task ImportAsync(string csv)
    {
        await _bench.ImportAsync(csv, ImportBench.Creating(2020));
        await using var db = _bench.Database.Open();
        _wave = await db.Waves.SingleAsync();
    }

    private async Task CountAsync(SampleDesign design, ImmutableArray<SampledStratum> strata, IEnumerable<RegisterCount> counts)
    {
        await using var db = _bench.Database.Open();
        var wave = await db.Waves.SingleAsync();
        db.Add(WaveSample.Of(wave, new("", [], 3, new(2020, 9, 1)), design, strata, "", "Sara", DateTime.UnixEpoch));
        db.AddRange(counts);
        await db.SaveChangesAsync();
    }

    private async Task<GetWeights.View> ViewAsync() =>
        (await new GetWeights(_bench.Database.Database, _waves).ExecuteAsync(Viewer.Operator, _wave.Id, CancellationToken.None)).Value;

    private Task<Result<RegisterWeighting>> WeighAsync(
        ImmutableArray<RegisterMargin> margins, string? reason = null, WeightTrim? trim = null, ImmutableArray<CategoryMerge>? merges = null) =>
        Weighing.ExecuteAsync(Viewer.Operator, new(_wave.Id, margins, merges ?? [], trim ?? WeightTrim.Default, reason), CancellationToken.None);
}
