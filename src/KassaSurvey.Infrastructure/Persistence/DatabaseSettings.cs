namespace KassaSurvey.Infrastructure.Persistence;

/// <summary>Which database the program keeps its data in.</summary>
public sealed class DatabaseSettings
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Database";

    /// <summary>Name of the connection string in the configuration.</summary>
    public const string ConnectionName = "Kassa";

    /// <summary>The embedded default.</summary>
    public const string Sqlite = "Sqlite";

    /// <summary>SQL Server 2019 or newer.</summary>
    public const string SqlServer = "SqlServer";

    /// <summary><see cref="Sqlite"/> or <see cref="SqlServer"/>.</summary>
    public string Provider { get; set; } = Sqlite;

    /// <summary>Connection string; for SQLite the default is a file in the data folder.</summary>
    public string ConnectionString { get; set; } = "Data Source=data/kassa.db";

    /// <summary>Brings SQL Server up to date at start; SQLite always is.</summary>
    public bool MigrateOnStart { get; set; }

    /// <summary>Most statements in one batch of changes.</summary>
    public int MaxBatchSize { get; set; } = 200;
}
