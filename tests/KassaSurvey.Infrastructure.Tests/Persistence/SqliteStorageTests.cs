using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Infrastructure.Tests.Persistence;

public sealed class SqliteStorageTests
{
    [Fact]
    public async Task Answers_Table_KeepsNoHiddenOrder()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();

        var sql = await db.Database.SqlQuery<string>($"SELECT sql AS Value FROM sqlite_master WHERE name = 'Answers'").SingleAsync();

        Assert.EndsWith("WITHOUT ROWID", sql.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    public async Task Connection_Opened_IsDurable(string setting, string expected)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Fixed words of this test.
        command.CommandText = $"PRAGMA {setting}";
#pragma warning restore CA2100

        Assert.Equal(expected, Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture));
    }
}
