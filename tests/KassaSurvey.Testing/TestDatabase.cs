using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Infrastructure.Persistence;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace KassaSurvey.Testing;

/// <summary>A real database of one test: a SQLite file in the temporary folder, or a database of its own on the SQL Server given.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    // Migrating takes longer than most tests: one file is migrated a run, and each test gets a copy.
    private static readonly Lazy<Task<string>> Template = new(MigrateTemplateAsync);

    private readonly string? _folder;

    private TestDatabase(DatabaseSettings settings, string? folder)
    {
        Settings = settings;
        Database = new KassaDatabase(settings);
        _folder = folder;
    }

    /// <summary>The database, as use cases take it.</summary>
    public IKassaDatabase Database { get; }

    /// <summary>How it is reached: for tests that start the whole program on it.</summary>
    public DatabaseSettings Settings { get; }

    /// <summary>The SQLite file; throws on SQL Server.</summary>
    public string File => new SqliteConnectionStringBuilder(Settings.ConnectionString).DataSource;

    /// <summary>A fresh migrated SQLite database.</summary>
    public static async Task<TestDatabase> CreateAsync()
    {
        var template = await Template.Value;
        var folder = Directory.CreateTempSubdirectory("kassa-test-").FullName;
        var file = Path.Combine(folder, "kassa.db");
        System.IO.File.Copy(template, file);
        return new(SqliteAt(file), folder);
    }

    /// <summary>A fresh migrated database of the provider that a test on both is given.</summary>
    public static async Task<TestDatabase> CreateAsync(string provider)
    {
        if (provider == DatabaseSettings.Sqlite)
        {
            return await CreateAsync();
        }

        var connection = new SqlConnectionStringBuilder(SqlServer.ConnectionString)
        {
            InitialCatalog = $"kassa_test_{Guid.NewGuid():N}",
        };
        var database = new TestDatabase(
            new() { Provider = DatabaseSettings.SqlServer, ConnectionString = connection.ConnectionString }, folder: null);
        await database.Database.MigrateAsync(CancellationToken.None);
        return database;
    }

    /// <summary>A context that sees every fund.</summary>
    public KassaDbContext Open() => Database.For(Viewer.Operator);

    /// <summary>Every row of every table, as the file holds it: rows by column name, tables by name. SQLite only.</summary>
    public async Task<SortedDictionary<string, List<Dictionary<string, object>>>> DumpAsync()
    {
        await using var connection = new SqliteConnection(Settings.ConnectionString);
        await connection.OpenAsync();
        var tables = new SortedDictionary<string, List<Dictionary<string, object>>>(StringComparer.Ordinal);
        foreach (var table in await ReadAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table'"))
        {
            var name = (string)table["name"];
            tables[name] = await ReadAsync(connection, $"SELECT * FROM \"{name}\"");
        }

        return tables;
    }

    public async ValueTask DisposeAsync()
    {
        (Database as IDisposable)?.Dispose();
        if (_folder is null)
        {
            await using var context = Open();
            await context.Database.EnsureDeletedAsync();
            return;
        }

        await using (var connection = new SqliteConnection(Settings.ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<List<Dictionary<string, object>>> ReadAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names come from the database itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Dictionary<string, object>>();
        while (await reader.ReadAsync())
        {
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetValue));
        }

        return rows;
    }

    private static DatabaseSettings SqliteAt(string file) => new() { ConnectionString = $"Data Source={file}" };

    private static async Task<string> MigrateTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("kassa-test-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var settings = SqliteAt(Path.Combine(folder, "kassa.db"));
        await new KassaDatabase(settings).MigrateAsync(CancellationToken.None);
        // Closing the last connection moves the write-ahead log into the file, so that the copy is whole.
        await using var connection = new SqliteConnection(settings.ConnectionString);
        SqliteConnection.ClearPool(connection);
        return connection.DataSource;
    }
}
