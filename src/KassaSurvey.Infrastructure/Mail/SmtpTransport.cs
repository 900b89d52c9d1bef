using System.Net.Sockets;
using KassaSurvey.Application.Features.Sending;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;

namespace KassaSurvey.Infrastructure.Mail;

/// <summary>Hands e-mail to an SMTP server over one kept connection.</summary>
public sealed class SmtpTransport(MailSettings settings, TimeProvider time, ILogger<SmtpTransport> log) : IMailSender, IDisposable
{
    /// <summary>Shorter than the lease of a message, so that nobody else takes it while this server still waits.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private SmtpClient? _client;
    private long _lastUse;

    /// <inheritdoc />
    public bool IsSetUp => settings.Host.Length > 0 && settings.From.Length > 0;

    /// <inheritdoc />
    public async Task<HandOver> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (MailDocument.Of(mail, settings.From, time.GetUtcNow()) is not { } document)
        {
            return new(HandOverOutcome.NoSuchRecipient);
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (await TryConnectAsync(cancellationToken) is not { } client)
            {
                return new(HandOverOutcome.NoServer);
            }

            var answer = await client.SendAsync(document, cancellationToken);
            _lastUse = time.GetTimestamp();
            return new(HandOverOutcome.Accepted, answer.Length > LongestReference ? answer[..LongestReference] : answer);
        }
        catch (SmtpCommandException refused)
        {
            // The server's words may name the member; its code does not.
            log.LogWarning("The mail server refused a message with {Status} ({Kind})", (int)refused.StatusCode, refused.ErrorCode);
            return new(OutcomeOf(refused));
        }
        catch (Exception failure) when (IsOfConnection(failure))
        {
            // It may have taken the message and been unable to say so.
            log.LogWarning("The connection to the mail server broke: {Failure}", failure.GetType().Name);
            Drop();
            return new(HandOverOutcome.NotNow);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Drop();
        _turn.Dispose();
    }

    private const int LongestReference = 200;

    private static HandOverOutcome OutcomeOf(SmtpCommandException refused) =>
        (int)refused.StatusCode < 500 ? HandOverOutcome.NotNow
        : refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted ? HandOverOutcome.NoSuchRecipient
        : HandOverOutcome.Refused;

    private static bool IsOfConnection(Exception failure) => failure is ProtocolException or CommandException or ServiceNotConnectedException
        or ServiceNotAuthenticatedException or AuthenticationException or SslHandshakeException or NotSupportedException or IOException or SocketException
        or TimeoutException or OperationCanceledException;

    private async Task<SmtpClient?> TryConnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ConnectAsync(cancellationToken);
        }
        catch (Exception failure) when (IsOfConnection(failure))
        {
            log.LogWarning("The mail server cannot be reached: {Failure}", failure.GetType().Name);
            Drop();
            return null;
        }
    }

    private async Task<SmtpClient> ConnectAsync(CancellationToken cancellationToken)
    {
        if (_client is { IsConnected: true } kept && (time.GetElapsedTime(_lastUse) < Idle || await AnswersAsync(kept, cancellationToken)))
        {
            return kept;
        }

        Drop();
        var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        _client = client;
        await client.ConnectAsync(
            settings.Host, settings.Port,
            settings.Security switch
            {
                MailSecurity.None => SecureSocketOptions.None,
                MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
                _ => SecureSocketOptions.StartTls,
            },
            cancellationToken);
        if (settings.User.Length > 0)
        {
            await client.AuthenticateAsync(settings.User, settings.Password, cancellationToken);
        }

        return client;
    }

    /// <summary>A server may have hung up meanwhile; better to learn it before a message is begun.</summary>
    private static async Task<bool> AnswersAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.NoOpAsync(cancellationToken);
            return true;
        }
        catch (Exception failure) when (IsOfConnection(failure))
        {
            return false;
        }
    }

    private void Drop()
    {
        _client?.Dispose();
        _client = null;
    }
}
