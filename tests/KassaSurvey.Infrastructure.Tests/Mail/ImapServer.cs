using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace KassaSurvey.Infrastructure.Tests.Mail;

/// <summary>
/// A small IMAP server on loopback (of RFC 3501: sign in, select, search the unseen, fetch, store, sign out), for one inbox. It stands in
/// for a real one, so that the tests run on any machine.
/// </summary>
internal sealed partial class ImapServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    private ImapServer(string password, IEnumerable<string> mails)
    {
        (Password, Mails) = (password, [.. mails.Select(mail => Encoding.ASCII.GetBytes(mail.ReplaceLineEndings("\r\n")))]);
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Password { get; }

    /// <summary>The inbox; the n-th mail has the unique id n + 1.</summary>
    public IReadOnlyList<byte[]> Mails { get; }

    /// <summary>Unique ids of the mails marked as read.</summary>
    public HashSet<int> Seen { get; } = [];

    /// <summary>Every command as it came, without its tag.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>The connection breaks when this mail is asked for; null = never.</summary>
    public int? BreaksAt { get; set; }

    public static ImapServer Start(string password, params IEnumerable<string> mails) => new(password, mails);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
        _listener.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        await SayAsync(stream, "* OK ready");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            var (tag, command) = (line[..line.IndexOf(' ', StringComparison.Ordinal)], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            Commands.Add(command);
            if (Fetched().Match(command) is { Success: true } asked && Number(asked) == BreaksAt)
            {
                return;
            }

            await AnswerAsync(stream, command);
            await SayAsync(stream, $"{tag} {Outcome(command)}");
            if (command.StartsWith("LOGOUT", StringComparison.Ordinal))
            {
                return;
            }
        }
    }

    private string Outcome(string command) => command.Split(' ') switch
    {
        ["LOGIN", ..] when !command.Contains(Password, StringComparison.Ordinal) => "NO [AUTHENTICATIONFAILED] refused",
        ["SELECT", ..] => "OK [READ-WRITE] done",
        _ => "OK done",
    };

    private async Task AnswerAsync(NetworkStream stream, string command)
    {
        switch (command.Split(' '))
        {
            case ["CAPABILITY"]:
                await SayAsync(stream, "* CAPABILITY IMAP4rev1");
                break;
            case ["LIST", ..]:
                await SayAsync(stream, "* LIST (\\HasNoChildren) \"/\" INBOX");
                break;
            case ["SELECT", ..]:
                await SayAsync(stream, $"* FLAGS (\\Seen)\r\n* {Mails.Count} EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 1]\r\n* OK [PERMANENTFLAGS (\\Seen)]");
                break;
            case ["UID", "SEARCH", ..]:
                await SayAsync(stream, "* SEARCH" + string.Concat(Enumerable.Range(1, Mails.Count).Where(id => !Seen.Contains(id)).Select(id => $" {id}")));
                break;
            case ["UID", "FETCH", ..] when Fetched().Match(command) is { Success: true } asked:
                var id = Number(asked);
                await SayAsync(stream, string.Create(CultureInfo.InvariantCulture, $"* {id} FETCH (UID {id} BODY[] {{{Mails[id - 1].Length}}}"));
                await stream.WriteAsync(Mails[id - 1], _stop.Token);
                await SayAsync(stream, ")");
                break;
            case ["UID", "STORE", var stored, ..] when command.Contains("\\Seen", StringComparison.OrdinalIgnoreCase):
                Seen.Add(int.Parse(stored, CultureInfo.InvariantCulture));
                break;
            case ["LOGOUT"]:
                await SayAsync(stream, "* BYE");
                break;
        }
    }

    private static int Number(Match match) => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    private Task SayAsync(NetworkStream stream, string text) => stream.WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n"), _stop.Token).AsTask();

    [GeneratedRegex(@"^UID FETCH (\d+) \(.*BODY(?:\.PEEK)?\[\]")]
    private static partial Regex Fetched();
}
