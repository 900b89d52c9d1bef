using System.Collections.Concurrent;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace KassaSurvey.Web.Tests.Endpoints;

/// <summary>The whole program on a database of its own, with an open wave and a clock that stands inside it.</summary>
public sealed class RespondingHost : WebApplicationFactory<Program>, IAsyncLifetime
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(number => (byte)number)];

    private TestDatabase _database = null!;
    private int _members;

    public ConcurrentQueue<string> Warnings { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 10, 12, 0, 0, TimeSpan.Zero));

    public TestSurvey Survey { get; private set; } = null!;

    public Wave Wave { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        Survey = await TestSurvey.AddAsync(_database);
        Wave = await Survey.AddOpenWaveAsync(2026, new(2026, 11, 1), new(2026, 11, 30));
    }

    /// <summary>A fresh member's token.</summary>
    public async Task<string> InviteAsync(string language = Languages.English, Wave? wave = null) =>
        InvitationToken.Of((await Survey.InviteAsync(wave ?? Wave, $"member-{Interlocked.Increment(ref _members)}", language)).Id, Key);

    /// <summary>The invitation behind a token.</summary>
    public InvitationId InvitationOf(string token) =>
        InvitationToken.TryRead(token, Key, out var invitation) ? invitation : throw new ArgumentException("Not a token.", nameof(token));

    /// <summary>The token of an invitation.</summary>
    public string TokenOf(InvitationId invitation) => InvitationToken.Of(invitation, Key);

    /// <summary>The token that says "no more messages".</summary>
    public string OptOutTokenOf(InvitationId invitation) => OptOutToken.Of(invitation, Key);

    /// <summary>What a message is called outside.</summary>
    public string ReferenceOf(OutboxMessageId message) => MessageReference.Of(message, Key);

    /// <summary>A browser of its own: own cookies, redirects seen.</summary>
    public MemberBrowser NewBrowser() => new(CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true }));

    public KassaDbContext Open() => _database.Open();

    /// <summary>Every row of the database as text.</summary>
    public async Task<string> DumpAsync() => string.Join('\n', (await _database.DumpAsync()).Select(table =>
        $"{table.Key}: {string.Join(';', table.Value.Select(row => string.Join(',', row.Values.Select(value => value is byte[] bytes ? Convert.ToHexString(bytes) : value))))}"));

    /// <summary>A member of another fund, whose survey asks the same.</summary>
    public async Task<string> InviteElsewhereAsync()
    {
        var survey = await TestSurvey.AddAsync(_database, $"other-{Interlocked.Increment(ref _members)}");
        var wave = await survey.AddOpenWaveAsync(2026, new(2026, 11, 1), new(2026, 11, 30));
        return InvitationToken.Of((await survey.InviteAsync(wave, "1", Languages.English)).Id, Key);
    }

    /// <summary>Every row that answering can write, to see whether anything was written.</summary>
    public async Task<string> FingerprintAsync()
    {
        await using var db = Open();
        var invitations = await db.Invitations.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
        return string.Join(';', invitations.Select(row => $"{row.Id.Value} {row.Status} {row.OpenResponseId}"))
            + $"|{await db.Responses.CountAsync()}|{await db.Answers.CountAsync()}";
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<IKassaDatabase>().AddSingleton(_database.Database);
            services.RemoveAll<ILinkKey>().AddSingleton<ILinkKey>(new FixedKey());
            services.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<ILoggerProvider>(new WarningLog(Warnings));
        });
    }

    private sealed class FixedKey : ILinkKey
    {
        public ReadOnlyMemory<byte> Key => RespondingHost.Key;
    }

    private sealed class WarningLog(ConcurrentQueue<string> warnings) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) =>
            // Where the key ring lives and that nobody has signed up yet is the host's business, not the answering pages';
            // the test server has no body size to limit.
            categoryName.StartsWith("Microsoft.AspNetCore.DataProtection", StringComparison.Ordinal)
            || categoryName is "Microsoft.AspNetCore.Routing.EndpointRoutingMiddleware" or "KassaSurvey.Web.Security.SetupCode"
                ? Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance
                : this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                warnings.Enqueue($"{formatter(state, exception)} {exception}");
            }
        }

        public void Dispose()
        {
        }
    }
}
