using System.Text.RegularExpressions;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace KassaSurvey.Web.Tests.Conventions;

public sealed partial class DatabaseTests
{
    [Theory]
    [InlineData(DatabaseSettings.Sqlite)]
    [InlineData(DatabaseSettings.SqlServer)]
    public void Migrations_OfEachProvider_HoldTheWholeModel(string provider)
    {
        using var context = Open(provider);

        Assert.False(context.Database.HasPendingModelChanges(), "Run src/KassaSurvey.Infrastructure/Persistence/add-migration.sh");
    }

    [Fact]
    public void FundOwnedEntities_EachHaveAQueryFilter()
    {
        using var context = Open(DatabaseSettings.Sqlite);

        var owned = context.Model.GetEntityTypes().Where(entity => typeof(IFundOwned).IsAssignableFrom(entity.ClrType)).ToList();

        Assert.NotEmpty(owned);
        Assert.Empty(owned.Where(entity => entity.GetDeclaredQueryFilters().Count == 0).Select(entity => entity.ClrType.Name));
    }

    [Fact]
    public void SqlServerScript_UsesNothingNewerThan2019()
    {
        using var context = Open(DatabaseSettings.SqlServer);

        var script = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        Assert.Contains("CREATE TABLE [Responses]", script, StringComparison.Ordinal);
        Assert.DoesNotMatch(NewerThan2019(), script);
    }

    // No connection is opened: the model and the migrations are in the assembly.
    private static KassaDbContext Open(string provider) => new KassaDatabase(new()
    {
        Provider = provider,
        ConnectionString = provider == DatabaseSettings.Sqlite ? "Data Source=:memory:" : "Server=none",
    }).For(Viewer.Operator);

    /// <summary>Types, functions and operators that came with SQL Server 2022 and 2025.</summary>
    [GeneratedRegex(
        @"\]\s+json\b|\bvector\(|\bGREATEST\s*\(|\bLEAST\s*\(|\bIS\s+(NOT\s+)?DISTINCT\s+FROM\b|\bDATETRUNC\s*\(|\bGENERATE_SERIES\s*\(|\bJSON_(OBJECT|ARRAY|PATH_EXISTS|CONTAINS)\s*\(|\bREGEXP_|\bBIT_COUNT\s*\(|\bDATE_BUCKET\s*\(",
        RegexOptions.IgnoreCase)]
    private static partial Regex NewerThan2019();
}
