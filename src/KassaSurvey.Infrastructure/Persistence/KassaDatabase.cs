using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Infrastructure.Persistence.Answering;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace KassaSurvey.Infrastructure.Persistence;

/// <summary>The one database behind <see cref="IKassaDatabase"/>, on the configured provider.</summary>
public sealed class KassaDatabase : IKassaDatabase, IDisposable
{
    private readonly DbContextOptions<SqliteKassaDbContext>? _sqlite;
    private readonly DbContextOptions<SqlServerKassaDbContext>? _sqlServer;

    /// <summary>Prepares the options once; contexts are cheap after that.</summary>
    /// <exception cref="InvalidOperationException">The provider is not one of the two.</exception>
    public KassaDatabase(DatabaseSettings settings)
    {
        switch (settings.Provider)
        {
            case DatabaseSettings.Sqlite:
                CreateFolderOf(settings.ConnectionString);
                _sqlite = new DbContextOptionsBuilder<SqliteKassaDbContext>()
                    .UseSqlite(settings.ConnectionString, sqlite => sqlite.MaxBatchSize(settings.MaxBatchSize))
                    .AddInterceptors(new SqliteDurability())
                    .ReplaceService<IMigrationsSqlGenerator, KassaSqliteMigrations>()
                    .Options;
                Answers = new SqliteAnswerStore(settings.ConnectionString);
                break;
            case DatabaseSettings.SqlServer:
                _sqlServer = new DbContextOptionsBuilder<SqlServerKassaDbContext>()
                    .UseSqlServer(settings.ConnectionString, sqlServer =>
                    {
                        KassaSqlServer.Configure(sqlServer);
                        sqlServer.MaxBatchSize(settings.MaxBatchSize);
                    })
                    .Options;
                Answers = new EntityAnswerStore(this);
                break;
            default:
                throw new InvalidOperationException(
                    $"Database:Provider is '{settings.Provider}'; it must be '{DatabaseSettings.Sqlite}' or '{DatabaseSettings.SqlServer}'.");
        }
    }

    /// <inheritdoc />
    public IAnswerStore Answers { get; }

    /// <inheritdoc />
    public KassaDbContext For(Viewer viewer)
    {
        KassaDbContext context = _sqlite is not null ? new SqliteKassaDbContext(_sqlite) : new SqlServerKassaDbContext(_sqlServer!);
        return context.ActAs(viewer);
    }

    /// <inheritdoc />
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var context = For(Viewer.Operator);
        await context.Database.MigrateAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        await using var context = For(Viewer.Operator);
        return await context.Database.CanConnectAsync(cancellationToken)
            && !(await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
    }

    /// <inheritdoc />
    public Task BulkInsertAsync(
        KassaDbContext context, IReadOnlyCollection<Response> responses, IReadOnlyCollection<Answer> answers, CancellationToken cancellationToken) =>
        _sqlite is not null
            ? SqliteBulkInsert.InsertAsync(context, responses, answers, cancellationToken)
            : SqlServerBulkInsert.InsertAsync(context, responses, answers, cancellationToken);

    /// <inheritdoc />
    public Task BulkInsertAsync<TEntity>(KassaDbContext context, IReadOnlyCollection<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class =>
        _sqlite is not null
            ? SqliteBulkInsert.InsertTableAsync(context, rows, cancellationToken)
            : SqlServerBulkInsert.CopyAsync(context, rows, cancellationToken);

    /// <inheritdoc />
    public void Dispose() => (Answers as IDisposable)?.Dispose();

    private static void CreateFolderOf(string connectionString)
    {
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && file != ":memory:")
        {
            Directory.CreateDirectory(folder);
        }
    }
}
