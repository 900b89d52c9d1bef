using System.Collections.Concurrent;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.People;
using KassaSurvey.Application.Features.Setup;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace KassaSurvey.Web.Tests.Security;

/// <summary>The whole program on an empty database of its own.</summary>
public sealed class SiteHost : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string SetupCode = "ABCDE-FGHJK";
    public const string AdminEmail = "admin@fund.example";
    public const string Password = "A-long-password-1";

    private TestDatabase _database = null!;

    /// <summary>Everything logged, as it would be written.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public KassaDbContext Open() => _database.Open();

    public StaffBrowser NewBrowser() => new(CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true }));

    /// <summary>Sets the fund up, with one admin.</summary>
    public async Task SetUpAsync()
    {
        var done = await Services.GetRequiredService<SetUpFund>().ExecuteAsync(
            Viewer.Operator,
            new("Example fund", "example", "fi", "survey@fund.example", "Aino Admin", AdminEmail, Password),
            CancellationToken.None);
        Assert.Empty(done.Errors);
    }

    /// <summary>The admin as the use cases see them.</summary>
    public async Task<Viewer> AdminAsync()
    {
        await using var context = Open();
        return Viewer.Staff((await context.Users.SingleAsync(user => user.Email == AdminEmail)).FundId, "admin", [Role.Admin]);
    }

    /// <summary>Adds a person and tells the one-time password.</summary>
    public async Task<AddPerson.Added> AddAsync(string email, params string[] roles)
    {
        var added = await Services.GetRequiredService<AddPerson>().ExecuteAsync(
            await AdminAsync(), new("Person", email, roles), CancellationToken.None);
        return added.Value;
    }

    /// <summary>Adds a person who has chosen a password of their own.</summary>
    public async Task AddSettledAsync(string email, params string[] roles)
    {
        var added = await AddAsync(email, roles);
        var changed = await Services.GetRequiredService<ChangeOwnPassword>().ExecuteAsync(
            new(added.Id, added.OneTimePassword, Password), CancellationToken.None);
        Assert.Empty(changed.Errors);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting(Web.Security.SetupCode.Setting, SetupCode);
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<IKassaDatabase>().AddSingleton(_database.Database);
            services.AddSingleton<ILoggerProvider>(new ListLog(Log));
        });
    }

    private sealed class ListLog(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
