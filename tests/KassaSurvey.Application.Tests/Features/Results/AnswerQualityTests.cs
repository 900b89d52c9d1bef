using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Features.Waves;
using KassaSurvey.Application.Tests.Features.Analysis;
using KassaSurvey.Application.Tests.Features.Imports;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Organisation;

namespace KassaSurvey.Application.Tests.Features.Results;

/// <summary>The synthetic wave 2020, in which 18 careless respondents were planted, imported with its durations.</summary>
public sealed class AnswerQualityTests : IAsyncLifetime
{
    /// <summary>The overall grade and the fourteen ratings of the reference; 17 items with the recommendation.</summary>
    private static readonly string[] Items =
    [
        "Q_OVERALL", "A_SPEED", "A_RELIAB", "A_DECISION", "A_WEB_EASE", "A_FORM", "A_INFO", "A_SITE", "A_SERVICE", "A_EXPERT",
        "IM_TRUST", "IM_MEMBER", "IM_FUTURE", "EX_MET", "EX_IDEAL", "LO_RECOMMEND",
    ];

    private static readonly string[] Codes =
    [
        "OVERALL", "HAN_SPEED", "HAN_RELIABLE", "HAN_DECISION", "DIG_EASE", "DIG_FORM", "INF_CLEAR", "INF_FIND", "STF_FRIENDLY", "STF_EXPERT",
        "IMG_TRUST", "IMG_SIDE", "IMG_FORWARD", "EXP_MET", "EXP_IDEAL", "LOY_RECOMMEND",
    ];

    private ImportBench _bench = null!;

    public async Task InitializeAsync()
    {
        _bench = await ImportBench.CreateAsync();
        var file = await ReferenceFiles.WaveAsync(2020);
        string[] columns = ["member", "duration_s", "region", .. Items];
        var cells = columns.Select(column => file.Texts(column)).ToArray();
        var rows = Enumerable.Range(0, cells[0].Length).Select(row => string.Join(',', cells.Select(column => column[row])));
        var report = await _bench.ImportAsync(
            string.Join('\n', rows.Prepend($"response_id,duration_s,segment:region,{string.Join(',', Codes)}")) + "\n");
        Assert.Equal((1025, 0), (report.NewRows, report.BadRows));
    }

    public Task DisposeAsync() => _bench.DisposeAsync().AsTask();

    [Fact]
    public async Task Quality_SyntheticWave_FindsThePlantedCareless()
    {
        var quality = (await ReadAsync()).Quality!;

        Assert.Equal((24L, 21L, 18L), (quality.StraightLiners, quality.Speeders, quality.Careless));
        Assert.Equal((1025L, 1025L, 325.0, 0L), (quality.Responses, quality.Timed, quality.MedianSeconds, quality.Unfinished));
        var speed = quality.Questions.Single(question => question.Code == "HAN_SPEED");
        Assert.Equal((1025L, (1025 - 994) / 1025.0, false), (speed.Asked, speed.LeftEmptyShare, speed.HasMuchCantSay));
    }

    [Fact]
    public async Task Results_WithoutCareless_AreThoseOfTheOthers()
    {
        var (with, without) = (await ReadAsync(), await ReadAsync(excludeCareless: true));

        Assert.Equal((1025L, 1007L), (with.Responses, without.Responses));
        Assert.Equal((6.230244, 6.222443), (Math.Round(Mean(with, "OVERALL"), 6), Math.Round(Mean(without, "OVERALL"), 6)));
        Assert.Equal((5.572435, 5.546107), (Math.Round(Mean(with, "HAN_SPEED"), 6), Math.Round(Mean(without, "HAN_SPEED"), 6)));
        Assert.Equal((994L, 976L), (with.Find("HAN_SPEED")!.Current.Value!.N, without.Find("HAN_SPEED")!.Current.Value!.N));
        Assert.Equal(with.Quality!.Careless, without.Quality!.Careless);
        Assert.True(without.IsWithoutCareless);
    }

    [Theory]
    [InlineData("UUS", true)]
    [InlineData("LAN", true)]
    [InlineData("ITA", false)]
    [InlineData("POH", false)]
    public async Task Results_WithoutCareless_AreHiddenWhereAHandfulWouldFollow(string region, bool isShown)
    {
        // Careless responses by region: 7, 5, 4 and 2. With fewer than five, with less without would give their answers away.
        var population = Population.Everybody.With("region", region);

        var (with, without) = (await ReadAsync(population), await ReadAsync(population, excludeCareless: true));

        Assert.IsType<Reading.Reported>(with.Overall!.Current);
        Assert.Equal(
            isShown ? null : SuppressionReason.WouldRevealOthers, (without.Overall!.Current as Reading.Suppressed)?.Reason);
        Assert.Equal(isShown, without.Responses is not null);
    }

    [Fact]
    public async Task Quality_OfAVersionSealedWithoutDurations_IsNotKnown()
    {
        await using (var db = _bench.Database.Open())
        {
            foreach (var response in db.Responses)
            {
                db.Entry(response).Property(row => row.DurationSeconds).CurrentValue = null;
            }

            await db.SaveChangesAsync();
        }

        var wave = await _bench.WaveAsync();
        _ = (await new SealWave(_bench.Database.Database, _bench.Time).ExecuteAsync(Viewer.Operator, wave.Id, "old", CancellationToken.None)).Value;

        var (with, without) = (await ReadAsync(), await ReadAsync(excludeCareless: true));

        Assert.Equal((24L, 0L, 0L, 0L), (with.Quality!.StraightLiners, with.Quality.Speeders, with.Quality.Careless, with.Quality.Timed));
        Assert.Null(with.Quality.MedianSeconds);
        Assert.Equal(with.Responses, without.Responses);
    }

    private static double Mean(WaveResults results, string code) => results.Find(code)!.Current.Value!.Mean!.Value.Value;

    private async Task<WaveResults> ReadAsync(Population? population = null, bool excludeCareless = false)
    {
        using var waves = new MeasuredWaves();
        var query = new GetResults.Query(ImportBench.Fund, ImportBench.Survey, 2020, null, population ?? Population.Everybody) { ExcludeCareless = excludeCareless };
        return (await new GetResults(_bench.Database.Database, waves).ExecuteAsync(Viewer.Operator, query, CancellationToken.None)).Value.Results;
    }
}
