using System.CommandLine;
using KassaSurvey.Application;
using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Infrastructure;
using KassaSurvey.Infrastructure.Persistence;
using KassaSurvey.Web.Security;
using Microsoft.Data.Sqlite;

namespace KassaSurvey.Web.Commands;

/// <summary>What every verb stands on: the configured services, an up-to-date database, errors on standard error.</summary>
public sealed class CommandHost
{
    /// <summary>Points any verb at another SQLite file.</summary>
    public static Option<FileInfo?> Database { get; } = new("--database")
    {
        Description = "Work on this SQLite file instead of the configured database.",
        HelpName = "FILE",
        Recursive = true,
    };

    /// <summary>The settings that a verb's common options stand for, as configuration.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> SettingsOf(ParseResult parsed)
    {
        if (parsed.GetValue(Database) is { } file)
        {
            yield return new($"{DatabaseSettings.Section}:{nameof(DatabaseSettings.Provider)}", DatabaseSettings.Sqlite);
            yield return new(
                $"ConnectionStrings:{DatabaseSettings.ConnectionName}",
                new SqliteConnectionStringBuilder { DataSource = file.FullName }.ConnectionString);
            // The key of the links belongs to the database it was made for.
            yield return new(InfrastructureServices.DataFolderSetting, file.DirectoryName);
        }
    }

    /// <summary>Runs the work of a verb in a scope of its own.</summary>
    /// <returns>The work's exit code; 1 when it threw.</returns>
    public Task<int> RunAsync(ParseResult parsed, Func<IServiceProvider, CancellationToken, Task<int>> work) =>
        RunAsync(parsed, work, CancellationToken.None);

    /// <inheritdoc cref="RunAsync(ParseResult, Func{IServiceProvider, CancellationToken, Task{int}})"/>
    public Task<int> RunAsync(
        ParseResult parsed, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancellationToken) =>
        RunAsync(parsed, makesDatabase: true, work, cancellationToken);

    /// <summary>The same for a verb that only reads: a mistyped file name is told, not made into an empty database.</summary>
    public Task<int> ReadAsync(
        ParseResult parsed, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancellationToken) =>
        RunAsync(parsed, makesDatabase: false, work, cancellationToken);

    private static Task<int> RunAsync(
        ParseResult parsed, bool makesDatabase, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancellationToken) =>
        RunWithoutDatabaseAsync(
            async token =>
            {
                await using var services = Build(parsed);
                if (!makesDatabase && MissingFile(services.GetRequiredService<DatabaseSettings>()) is { } missing)
                {
                    await Console.Error.WriteLineAsync($"There is no database at {missing}. Name the file with --database, or make one with demo, migrate or an import.");
                    return CommandLine.Failed;
                }

                await DatabaseStart.PrepareAsync(services, token);
                await using var scope = services.CreateAsyncScope();
                return await work(scope.ServiceProvider, token);
            },
            cancellationToken);

    /// <summary>Runs work on files only: no database is opened, and none is made.</summary>
    /// <returns>The work's exit code; 1 when it threw.</returns>
    public static async Task<int> RunWithoutDatabaseAsync(Func<CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return CommandLine.Failed;
        }
#pragma warning disable CA1031 // The edge of the program: a script needs an exit code and one line, not a crash report.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return CommandLine.Failed;
        }
    }

    private static string? MissingFile(DatabaseSettings settings)
    {
        if (settings.Provider != DatabaseSettings.Sqlite)
        {
            return null;
        }

        var file = Path.GetFullPath(new SqliteConnectionStringBuilder(settings.ConnectionString).DataSource);
        return File.Exists(file) ? null : file;
    }

    private static ServiceProvider Build(ParseResult parsed)
    {
        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(SettingsOf(parsed))
            .Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.AddKassaLog())
            .AddLocalization()
            .AddKassaInfrastructure(configuration)
            .AddKassaUseCases()
            .AddSingleton<IMemberAddresses, SiteAddress>()
            .AddStaffAccounts()
            .BuildServiceProvider(validateScopes: true);
    }
}
