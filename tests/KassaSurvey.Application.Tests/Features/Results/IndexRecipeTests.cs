using KassaSurvey.Application.Features.Demonstration;
using KassaSurvey.Application.Features.Questionnaires;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Features.Waves;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Scoring;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Tests.Features.Results;

public sealed class IndexRecipeTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        var seal = new SealWave(_database.Database, TimeProvider.System);
        _ = (await new CreateDemonstration(_database.Database, seal, TimeProvider.System).ExecuteAsync(Viewer.Operator, CancellationToken.None)).Value;
    }

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task Years_RecipeOfTheSurveyChanged_KeepTheirs()
    {
        var before = await ReadAsync();

        var changed = await ChangeAsync("own", [new("OVERALL", 2), new("EXP_MET", 1)]);

        Assert.True(changed.IsSuccess);
        var after = await ReadAsync();
        Assert.Equal("overall/1", after.Current.Recipe.Key);
        Assert.Equal(before.Trend.AsEnumerable(), after.Trend.AsEnumerable());
        Assert.True(before.Trend.Length > 2);
        Assert.Empty(after.Recomputed);
        await using var db = _database.Open();
        var wave = Domain.Surveys.Wave.Create(await db.Surveys.SingleAsync(), new(2099));
        Assert.Equal("own/1", wave.IndexRecipe!.Key);
    }

    [Fact]
    public async Task Recipe_ChangedUnderTheSameName_IsTheNextVersion()
    {
        _ = await ChangeAsync("own", [new("OVERALL", 2), new("EXP_MET", 1)]);

        Assert.Equal("own/2", (await ChangeAsync("own", [new("OVERALL", 1), new("EXP_MET", 1)])).Value.Key);
        Assert.Equal("ecsi/1", (await ChangeAsync("ecsi", IndexRecipe.Ecsi.Items)).Value.Key);
        Assert.Equal("ecsi/2", (await ChangeAsync("ecsi", [new("OVERALL", 1)])).Value.Key);
    }

    private async Task<Domain.Primitives.Result<IndexRecipe>> ChangeAsync(string code, IReadOnlyList<IndexItem> items)
    {
        await using var db = _database.Open();
        var survey = await db.Surveys.SingleAsync();
        return await new ChangeIndexRecipe(_database.Database).ExecuteAsync(
            Viewer.Operator, new(survey.Id, code, items, 0.5), CancellationToken.None);
    }

    private async Task<IndexResult> ReadAsync()
    {
        using var waves = new MeasuredWaves();
        var query = new GetResults.Query(CreateDemonstration.FundKey, CreateDemonstration.SurveyKey, 2020, null, Population.Everybody);
        var results = await new GetResults(_database.Database, waves).ExecuteAsync(Viewer.Operator, query, CancellationToken.None);
        return results.Value.Results.Index!;
    }
}
