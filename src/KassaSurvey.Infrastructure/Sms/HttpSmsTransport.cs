using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using KassaSurvey.Application.Features.Sending;
using Microsoft.Extensions.Logging;

namespace KassaSurvey.Infrastructure.Sms;

/// <summary>Hands text messages to an HTTP gateway; the contract is in docs/sms-gateway.md.</summary>
public sealed class HttpSmsTransport : ISmsSender, IDisposable
{
    /// <summary>The header by which a gateway recognises a second sending.</summary>
    public const string IdempotencyHeader = "Idempotency-Key";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SmsSettings _settings;
    private readonly ILogger<HttpSmsTransport> _log;
    private readonly HttpClient _http;

    /// <summary>Prepares the connection.</summary>
    public HttpSmsTransport(SmsSettings settings, ILogger<HttpSmsTransport> log)
    {
        (_settings, _log) = (settings, log);
        _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false }) { Timeout = Patience };
    }

    /// <inheritdoc />
    public bool IsSetUp => Uri.TryCreate(_settings.Address, UriKind.Absolute, out _);

    /// <inheritdoc />
    public async Task<HandOver> SendAsync(string to, string text, string reference, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _settings.Address)
        {
            Content = JsonContent.Create(new Message(to, text, reference, _settings.Sender)),
        };
        request.Headers.Add(IdempotencyHeader, reference);
        if (_settings.Key.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _settings.Key);
        }

        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return new(HandOverOutcome.Accepted, await IdOfAsync(response, cancellationToken));
            }

            _log.LogWarning("The text message gateway answered {Status}", (int)response.StatusCode);
            return new(OutcomeOf(response.StatusCode));
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException)
        {
            _log.LogWarning("The text message gateway could not be used: {Failure}", failure.GetType().Name);
            // Should it have taken the message all the same, it recognises the second one by its key.
            return new(HandOverOutcome.NoServer);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    /// <summary>A wrong key is mended by people, and the messages wait for it.</summary>
    private static HandOverOutcome OutcomeOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.UnprocessableEntity => HandOverOutcome.NoSuchRecipient,
        HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge => HandOverOutcome.Refused,
        _ => HandOverOutcome.NotNow,
    };

    private static async Task<string> IdOfAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return (await response.Content.ReadFromJsonAsync<Accepted>(cancellationToken))?.Id is { Length: > 0 and <= 200 } id ? id : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private sealed record Message(string To, string Text, string Reference, string Sender);

    private sealed record Accepted(string? Id);
}
