using KassaSurvey.Application.Features.Sending;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;

namespace KassaSurvey.Infrastructure.Mail;

/// <summary>Reads the mailbox that bounces come back to over IMAP. What has been taken is marked as read and left where it is.</summary>
public sealed class ImapBounceMailbox(MailSettings settings) : IBounceMailbox
{
    private const int MostAtOnce = 500;

    /// <inheritdoc />
    public bool IsSetUp => settings.Bounces.Host.Length > 0;

    /// <inheritdoc />
    public async Task ReadAsync(Func<DeliveryReport, Task> take, CancellationToken cancellationToken)
    {
        var bounces = settings.Bounces;
        using var client = new ImapClient();
        await client.ConnectAsync(
            bounces.Host, bounces.Port, bounces.Security switch
            {
                MailSecurity.None => SecureSocketOptions.None,
                MailSecurity.StartTls => SecureSocketOptions.StartTls,
                _ => SecureSocketOptions.SslOnConnect,
            },
            cancellationToken);
        await client.AuthenticateAsync(bounces.User, bounces.Password, cancellationToken);
        var folder = client.Inbox;
        await folder.OpenAsync(FolderAccess.ReadWrite, cancellationToken);
        foreach (var id in (await folder.SearchAsync(SearchQuery.NotSeen, cancellationToken)).Take(MostAtOnce))
        {
            using var mail = await folder.GetMessageAsync(id, cancellationToken);
            if (BounceReader.Read(mail) is { } report)
            {
                await take(report);
            }

            // Afterwards: a crash in between reads it once more, and a second report changes nothing.
            await folder.AddFlagsAsync(id, MessageFlags.Seen, silent: true, cancellationToken);
        }

        await client.DisconnectAsync(quit: true, cancellationToken);
    }
}
