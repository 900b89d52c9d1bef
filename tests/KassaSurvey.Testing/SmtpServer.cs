using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KassaSurvey.Testing;

/// <summary>A message as the server took it.</summary>
/// <param name="From">Sender of the envelope.</param>
/// <param name="To">Recipients of the envelope.</param>
/// <param name="Content">Headers and body.</param>
public sealed record ReceivedMail(string From, IReadOnlyList<string> To, string Content);

/// <summary>A small real SMTP server on loopback (RFC 5321, without extensions): it keeps what it takes.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Reliability", "CA1001", Justification = "Sessions may still look at the source of the stop.")]
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    private SmtpServer()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>Everything taken, in order.</summary>
    public ConcurrentQueue<ReceivedMail> Received { get; } = new();

    /// <summary>What it says to a recipient; null or empty = it takes the message.</summary>
    public Func<string, string?> Refuse { get; set; } = _ => null;

    /// <summary>Called when a message has come whole and before it is acknowledged.</summary>
    public Func<ReceivedMail, Task> Taking { get; set; } = _ => Task.CompletedTask;

    /// <summary>Starts one on a free port.</summary>
    public static SmtpServer Start() => new();

    public async ValueTask DisposeAsync()
    {
        if (!_stop.IsCancellationRequested)
        {
            await _stop.CancelAsync();
            _listener.Stop();
            await _accepting;
        }
    }

    private async Task AcceptAsync()
    {
        var sessions = new List<Task>();
        try
        {
            while (true)
            {
                sessions.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(sessions);
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        using var client = connection;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.Latin1) { AutoFlush = true, NewLine = "\r\n" };
            await writer.WriteLineAsync("220 loopback ready");
            var (from, to) = ("", new List<string>());
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                switch (verb)
                {
                    case "MAIL":
                        (from, to) = (AddressIn(line), []);
                        await writer.WriteLineAsync("250 ok");
                        break;
                    case "RCPT":
                        var refusal = Refuse(AddressIn(line));
                        if (string.IsNullOrEmpty(refusal))
                        {
                            to.Add(AddressIn(line));
                        }

                        await writer.WriteLineAsync(string.IsNullOrEmpty(refusal) ? "250 ok" : refusal);
                        break;
                    case "DATA" when to.Count > 0:
                        await writer.WriteLineAsync("354 go on");
                        var mail = new ReceivedMail(from, to, await ReadContentAsync(reader));
                        Received.Enqueue(mail);
                        await Taking(mail);
                        await writer.WriteLineAsync($"250 taken {Received.Count}");
                        break;
                    case "QUIT":
                        await writer.WriteLineAsync("221 bye");
                        return;
                    case "DATA":
                        await writer.WriteLineAsync("503 no recipients");
                        break;
                    default:
                        await writer.WriteLineAsync("250 ok");
                        break;
                }
            }
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or SocketException)
        {
            // The client has gone, or the server stops.
        }
    }

    private static string AddressIn(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..].Split('>')[0];

    private async Task<string> ReadContentAsync(StreamReader reader)
    {
        var content = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line and not ".")
        {
            content.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        }

        return content.ToString();
    }
}
