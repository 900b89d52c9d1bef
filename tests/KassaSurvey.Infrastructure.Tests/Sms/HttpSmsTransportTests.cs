using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Infrastructure.Sms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace KassaSurvey.Infrastructure.Tests.Sms;

/// <summary>Text messages to a real HTTP gateway on loopback that keeps the contract of docs/sms-gateway.md.</summary>
public sealed class HttpSmsTransportTests : IAsyncLifetime
{
    private const string Words = "Esimerkkikassa: miten palvelimme sinua? Svara på svenska: åäö 👍";

    private readonly ConcurrentQueue<Posted> _posted = new();
    private readonly ConcurrentDictionary<string, string> _taken = new();
    private Func<HttpContext, Task>? _answer;
    private WebApplication _gateway = null!;

    private string Address => _gateway.Urls.Single() + "/messages";

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _gateway = builder.Build();
        _gateway.MapPost("/messages", TakeAsync);
        await _gateway.StartAsync();
    }

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task Send_ToAGateway_PostsWhatTheContractSays()
    {
        using var transport = Transport(Address);

        var said = await transport.SendAsync("+358401234567", Words, "REFERENCE", CancellationToken.None);

        Assert.Equal(new(HandOverOutcome.Accepted, "id-1"), said);
        var posted = Assert.Single(_posted);
        Assert.Equal(("Bearer key-of-the-fund", "REFERENCE", "application/json; charset=utf-8"), (posted.Authorization, posted.Key, posted.ContentType));
        using var body = JsonDocument.Parse(posted.Body);
        Assert.Equal(
            ["reference=REFERENCE", "sender=Kassa", "text=" + Words, "to=+358401234567"],
            body.RootElement.EnumerateObject().Select(field => $"{field.Name}={field.Value.GetString()}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Send_TheSameMessageAgain_IsKnownToTheGatewayByItsKey()
    {
        using var transport = Transport(Address);
        _answer = context =>
        {
            // It has taken the message, and the line breaks before it can say so.
            _taken.TryAdd(context.Request.Headers[HttpSmsTransport.IdempotencyHeader]!, "id-1");
            context.Abort();
            return Task.CompletedTask;
        };
        Assert.Equal(new(HandOverOutcome.NoServer), await transport.SendAsync("+358401234567", Words, "REFERENCE", CancellationToken.None));
        _answer = null;

        Assert.Equal(new(HandOverOutcome.Accepted, "id-1"), await transport.SendAsync("+358401234567", Words, "REFERENCE", CancellationToken.None));

        Assert.Equal(["REFERENCE", "REFERENCE"], _posted.Select(posted => posted.Key));
        Assert.Single(_taken);
    }

    [Theory]
    [InlineData(422, HandOverOutcome.NoSuchRecipient)]
    [InlineData(400, HandOverOutcome.Refused)]
    [InlineData(413, HandOverOutcome.Refused)]
    [InlineData(401, HandOverOutcome.NotNow)]
    [InlineData(429, HandOverOutcome.NotNow)]
    [InlineData(500, HandOverOutcome.NotNow)]
    [InlineData(302, HandOverOutcome.NotNow)]
    public async Task Send_GatewayRefuses_SaysWhetherAnotherTryIsWorthIt(int status, HandOverOutcome outcome)
    {
        using var transport = Transport(Address);
        _answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = Address;
            return Task.CompletedTask;
        };

        Assert.Equal(new(outcome), await transport.SendAsync("+358401234567", Words, "REFERENCE", CancellationToken.None));

        // A redirect is not followed: number and words go to the address that was set up, and nowhere else.
        Assert.Single(_posted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("{}")]
    [InlineData("""{ "id": null }""")]
    public async Task Send_TakenWithoutAnId_IsTaken(string answer)
    {
        using var transport = Transport(Address);
        _answer = async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(answer);
        };

        Assert.Equal(new(HandOverOutcome.Accepted, ""), await transport.SendAsync("+358401234567", Words, "REFERENCE", CancellationToken.None));
    }

    [Fact]
    public async Task Send_NobodyListens_SaysThatTheServerIsDown()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var transport = Transport($"http://127.0.0.1:{port}/messages");

        Assert.Equal(new(HandOverOutcome.NoServer), await transport.SendAsync("+358401234567", Words, "REFERENCE", CancellationToken.None));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("not an address", false)]
    [InlineData("https://gateway.example/messages", true)]
    public void IsSetUp_ByTheAddress(string address, bool isSetUp)
    {
        using var transport = Transport(address);
        Assert.Equal(isSetUp, transport.IsSetUp);
    }

    private static HttpSmsTransport Transport(string address) =>
        new(new SmsSettings { Address = address, Key = "key-of-the-fund", Sender = "Kassa" }, NullLogger<HttpSmsTransport>.Instance);

    /// <summary>Sends each message once: a known key is answered as before.</summary>
    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        string key = context.Request.Headers[HttpSmsTransport.IdempotencyHeader]!;
        _posted.Enqueue(new(context.Request.Headers.Authorization!, key, context.Request.ContentType!, await reader.ReadToEndAsync()));
        if (_answer is { } answer)
        {
            await answer(context);
            return;
        }

        await context.Response.WriteAsJsonAsync(new { id = _taken.GetOrAdd(key, _ => $"id-{_taken.Count + 1}") });
    }

    private sealed record Posted(string Authorization, string Key, string ContentType, string Body);
}
