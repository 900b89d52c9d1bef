using System.Text.Json;
using KassaSurvey.Application.Features.Demonstration;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Features.Waves;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Tests.Features.Waves;

public sealed class CloseWaveTests : IAsyncLifetime
{
    private readonly MeasuredWaves _waves = new();
    private TestDatabase _database = null!;
    private SealWave _seal = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _seal = new(_database.Database, TimeProvider.System);
        _ = (await new CreateDemonstration(_database.Database, _seal, TimeProvider.System).ExecuteAsync(Viewer.Operator, CancellationToken.None)).Value;
    }

    public async Task DisposeAsync()
    {
        _waves.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Results_LiveAndSealed_AreIdentical()
    {
        var live = await ReadAsync(Population.Everybody);
        var liveOfSegment = await ReadAsync(Population.Everybody.With("region", "Uusimaa"));

        var closed = await CloseAsync();

        Assert.Equal(24, closed.Responses);
        Assert.Equal(Figures(live), Figures(await ReadAsync(Population.Everybody)));
        Assert.Equal(Figures(liveOfSegment), Figures(await ReadAsync(Population.Everybody.With("region", "Uusimaa"))));
    }

    [Fact]
    public async Task Seal_TamperedColumn_IsRefused()
    {
        await CloseAsync();
        await using (var db = _database.Open())
        {
            await db.Database.ExecuteSqlAsync($"UPDATE SealedColumns SET Content = zeroblob(24) WHERE Code = 'OVERALL' AND length(Content) = 24");
        }

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(Population.Everybody));
        Assert.Contains("hash", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_Twice_IsAnError()
    {
        await CloseAsync();

        await using var db = _database.Open();
        var wave = await db.Waves.SingleAsync(row => row.ClosesOn >= DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        var again = await new CloseWave(_database.Database, _seal, TimeProvider.System).ExecuteAsync(Viewer.Operator, wave.Id, CancellationToken.None);
        Assert.Equal("Wave.NotOpen", Assert.Single(again.Errors).Code);
    }

    [Fact]
    public async Task Results_BeforeClosing_ClaimNothing()
    {
        var open = (await ReadAsync(Population.Everybody)).Results;
        await CloseAsync();
        var closed = (await ReadAsync(Population.Everybody)).Results;

        Assert.NotNull(open.Overall!.Compared);
        Assert.All(open.Questions, question => Assert.Null(question.Change));
        Assert.All(open.Areas, area => Assert.True(area is { Change: null, Standing: null }));
        Assert.Contains(closed.Questions, question => question.Change is not null);
    }

    [Fact]
    public async Task Closing_ByAManagerWhoReadsOnly_IsNotAllowed()
    {
        await using var db = _database.Open();
        var wave = await db.Waves.SingleAsync(row => row.Status == WaveStatus.Open);
        var manager = Viewer.Staff(wave.FundId, "manager", [Role.Manager]);

        var result = await new CloseWave(_database.Database, _seal, TimeProvider.System).ExecuteAsync(manager, wave.Id, CancellationToken.None);

        Assert.Equal("Access.NotAllowed", Assert.Single(result.Errors).Code);
    }

    [Fact]
    public async Task Results_ToAnotherFund_DoNotExist()
    {
        await using var db = _database.Open();
        var other = Fund.Create("other", LocalizedText.Same("Other"), "sv", "x@example.org");
        db.Funds.Add(other);
        await db.SaveChangesAsync();

        var query = new GetResults.Query(CreateDemonstration.FundKey, CreateDemonstration.SurveyKey, 2020, null, Population.Everybody);
        var result = await new GetResults(_database.Database, _waves)
            .ExecuteAsync(Viewer.Staff(other.Id, "spy", Role.All), query, CancellationToken.None);

        Assert.Equal("Wave.FundNotFound", Assert.Single(result.Errors).Code);
    }

    /// <summary>The figures alone: what they prove is said of a closed wave only.</summary>
    private static string Figures(SurveyResults results) => JsonSerializer.Serialize(
        ResultsDocument.Of(results with { Results = results.Results.WithoutClaims() }) with { DataVersion = "", Preliminary = false }, ResultsJson.Options);

    private async Task<SealWave.Sealed> CloseAsync()
    {
        await using var db = _database.Open();
        var wave = await db.Waves.SingleAsync(row => row.Status == WaveStatus.Open);
        return (await new CloseWave(_database.Database, _seal, TimeProvider.System).ExecuteAsync(Viewer.Operator, wave.Id, CancellationToken.None)).Value;
    }

    private async Task<SurveyResults> ReadAsync(Population population)
    {
        var query = new GetResults.Query(
            CreateDemonstration.FundKey, CreateDemonstration.SurveyKey, TimeProvider.System.GetUtcNow().Year, 2020, population);
        return (await new GetResults(_database.Database, _waves).ExecuteAsync(Viewer.Operator, query, CancellationToken.None)).Value;
    }
}
