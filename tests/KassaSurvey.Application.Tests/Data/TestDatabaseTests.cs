using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Tests.Data;

public sealed class TestDatabaseTests
{
    [Theory]
    [OnSqlite]
    [OnSqlServer]
    public async Task TestDatabase_Created_IsMigratedAndItsOwn(string provider)
    {
        await using var first = await TestDatabase.CreateAsync(provider);
        await using var second = await TestDatabase.CreateAsync(provider);

        var survey = await TestSurvey.AddAsync(first);
        await survey.AddDraftAsync(2020);

        Assert.True(await first.Database.IsReadyAsync(CancellationToken.None));
        await using var one = first.Open();
        await using var other = second.Open();
        Assert.Equal(29, (await one.Waves.Include(wave => wave.Questions).SingleAsync()).Questions.Count);
        Assert.Empty(await other.Waves.ToListAsync());
    }
}
