using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace KassaSurvey.Infrastructure.Persistence;

/// <summary>Lets <c>dotnet ef</c> make SQLite migrations without starting the program.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteKassaDbContext>
{
    public SqliteKassaDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteKassaDbContext>().UseSqlite("Data Source=design-time.db").Options);
}

/// <summary>Lets <c>dotnet ef</c> make SQL Server migrations without a server.</summary>
internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerKassaDbContext>
{
    public SqlServerKassaDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerKassaDbContext>().UseSqlServer("Server=design-time", KassaSqlServer.Configure).Options);
}
