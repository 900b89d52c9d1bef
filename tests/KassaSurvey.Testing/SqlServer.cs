using System.Reflection;
using KassaSurvey.Infrastructure.Persistence;
using Xunit;
using Xunit.Sdk;

namespace KassaSurvey.Testing;

/// <summary>The SQL Server that data tests may use, when there is one.</summary>
public static class SqlServer
{
    /// <summary>The environment variable with the connection string of a server where databases may be created and dropped.</summary>
    public const string Variable = "KASSA_TEST_SQLSERVER";

    /// <summary>Why a test is skipped, or null when there is a server.</summary>
    public static string? SkipReason { get; } = string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(Variable))
        ? $"No SQL Server: set {Variable} to a connection string of a server where databases may be created and dropped."
        : null;

    /// <summary>The connection string.</summary>
    public static string ConnectionString => Environment.GetEnvironmentVariable(Variable)
        ?? throw new InvalidOperationException(SkipReason);
}

/// <summary>A test on SQL Server; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SqlServerFactAttribute : FactAttribute
{
    public SqlServerFactAttribute() => Skip = SqlServer.SkipReason;
}

/// <summary>
/// Runs a <c>[Theory]</c> on SQLite: the method's only parameter is the provider's name.
/// Stands beside <see cref="OnSqlServerAttribute"/>, so that one of the two can be skipped and seen to be.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseSettings.Sqlite]];
}

/// <summary>Runs a <c>[Theory]</c> on SQL Server; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqlServerAttribute : DataAttribute
{
    public OnSqlServerAttribute() => Skip = SqlServer.SkipReason;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseSettings.SqlServer]];
}
