using KassaSurvey.Application.Features.Demonstration;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Features.Waves;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Tests.Features.Results;

public sealed class MeasuredWavesTests : IAsyncLifetime
{
    private const int Readers = 20;

    private readonly MeasuredWaves _waves = new();
    private TestDatabase _database = null!;
    private WaveVersion _wave = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        var seal = new SealWave(_database.Database, TimeProvider.System);
        _ = (await new CreateDemonstration(_database.Database, seal, TimeProvider.System).ExecuteAsync(Viewer.Operator, CancellationToken.None)).Value;
        await using var db = _database.Open();
        var survey = await db.Surveys.Select(survey => survey.Id).FirstAsync();
        _wave = (await MeasuredWaves.ListAsync(db, survey, CancellationToken.None)).First(wave => wave.SealedVersion is not null);
    }

    public async Task DisposeAsync()
    {
        _waves.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Wave_ManyReadersAtOnce_IsLoadedOnce()
    {
        using var start = new Barrier(Readers);
        var found = await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return FindAsync(CancellationToken.None);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));

        // Each loading makes an object of its own, so one object means one loading.
        var wave = Assert.Single(found.Distinct());
        Assert.Single(found.Select(each => each!.Read(Population.Everybody, DisclosureRule.Default)).Distinct());
        Assert.Equal(_wave.DataVersion, wave!.Columns.DataVersion);
    }

    [Fact]
    public async Task Wave_ReaderWhoLeft_KeepsNobodyElseWaiting()
    {
        using var left = new CancellationTokenSource();
        await left.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FindAsync(left.Token));

        Assert.NotNull(await FindAsync(CancellationToken.None));
    }

    private async Task<MeasuredWave?> FindAsync(CancellationToken cancellationToken)
    {
        await using var db = _database.Open();
        return await _waves.FindAsync(db, _wave, cancellationToken);
    }
}
