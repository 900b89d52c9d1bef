using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Infrastructure.Mail;
using MailKit.Security;

namespace KassaSurvey.Infrastructure.Tests.Mail;

/// <summary>Bounces are read from an IMAP inbox, each once, also when the connection or the program breaks in the middle.</summary>
public sealed class ImapBounceMailboxTests
{
    private const string Letter =
        """
        From: member@example.org
        To: survey@fund.example
        Subject: Thank you

        I am away until Monday.
        """;

    [Fact]
    public async Task Read_InboxOfBouncesAndLetters_TakesTheReportsAndMarksAllAsRead()
    {
        await using var server = ImapServer.Start("secret", Bounce("ONE", "failed", "5.1.1"), Letter, Bounce("TWO", "delayed", "4.4.1"));

        Assert.Equal([new("ONE", DeliveryNews.NoSuchRecipient), new("TWO", DeliveryNews.Delayed)], await ReadAsync(server, "secret"));

        Assert.Equal([1, 2, 3], server.Seen.Order());
        Assert.DoesNotContain(server.Commands, command => command.Contains("EXPUNGE", StringComparison.Ordinal) || command.Contains("\\Deleted", StringComparison.Ordinal));
        Assert.Contains("LOGOUT", server.Commands);
        Assert.Empty(await ReadAsync(server, "secret"));
    }

    [Fact]
    public async Task Read_ConnectionBreaks_GoesOnWhereItStoppedTheNextTime()
    {
        await using var server = ImapServer.Start("secret", Bounce("ONE", "failed", "5.1.1"), Bounce("TWO", "failed", "5.7.1"));
        server.BreaksAt = 2;
        var taken = new List<DeliveryReport>();
        await Assert.ThrowsAnyAsync<Exception>(() => ReadAsync(server, "secret", report => { taken.Add(report); return Task.CompletedTask; }));
        Assert.Equal("ONE", Assert.Single(taken).Reference);

        server.BreaksAt = null;
        Assert.Equal([new("TWO", DeliveryNews.Failed)], await ReadAsync(server, "secret"));
    }

    [Fact]
    public async Task Read_ReportNotTaken_StaysUnread()
    {
        await using var server = ImapServer.Start("secret", Bounce("ONE", "failed", "5.1.1"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(server, "secret", _ => throw new InvalidOperationException("The database is away.")));
        Assert.Empty(server.Seen);
        Assert.Equal("ONE", Assert.Single(await ReadAsync(server, "secret")).Reference);
    }

    [Fact]
    public async Task Read_WrongPassword_IsRefusedAndReadsNothing()
    {
        await using var server = ImapServer.Start("secret", Bounce("ONE", "failed", "5.1.1"));
        await Assert.ThrowsAsync<AuthenticationException>(() => ReadAsync(server, "guess"));
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("SELECT", StringComparison.Ordinal));
    }

    [Fact]
    public void IsSetUp_WithoutAHost_IsFalse() => Assert.False(new ImapBounceMailbox(new MailSettings()).IsSetUp);

    private static async Task<List<DeliveryReport>> ReadAsync(ImapServer server, string password)
    {
        var taken = new List<DeliveryReport>();
        await ReadAsync(server, password, report => { taken.Add(report); return Task.CompletedTask; });
        return taken;
    }

    private static Task ReadAsync(ImapServer server, string password, Func<DeliveryReport, Task> take) => new ImapBounceMailbox(new MailSettings
    {
        Bounces = new() { Host = "127.0.0.1", Port = server.Port, Security = MailSecurity.None, User = "bounces", Password = password },
    }).ReadAsync(take, CancellationToken.None);

    private static string Bounce(string reference, string action, string status) =>
        $"""
        From: postmaster@provider.example
        To: survey@fund.example
        Subject: Delivery Status Notification
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        What became of your message.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; provider.example

        Final-Recipient: rfc822; member@example.org
        Action: {action}
        Status: {status}

        --b
        Content-Type: text/rfc822-headers

        Message-ID: <{reference}@fund.example>
        Subject: How did we serve you?

        --b--
        """;
}
