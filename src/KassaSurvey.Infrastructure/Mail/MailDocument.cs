using KassaSurvey.Application.Features.Sending;
using MimeKit;
using MimeKit.Text;

namespace KassaSurvey.Infrastructure.Mail;

/// <summary>An e-mail as it goes over the wire: text and HTML, one-click opt-out, nothing that tells when it was read.</summary>
internal static class MailDocument
{
    /// <summary>The document; null when the address is none.</summary>
    public static MimeMessage? Of(OutgoingMail mail, string from, DateTimeOffset at)
    {
        if (!MailboxAddress.TryParse(mail.To, out var to) || !MailboxAddress.TryParse(from, out var sender))
        {
            return null;
        }

        var document = new MimeMessage
        {
            Subject = mail.Message.Subject,
            Date = at,
            MessageId = $"{mail.Reference}@{sender.Domain}",
            Body = new MultipartAlternative
            {
                new TextPart(TextFormat.Plain) { Text = mail.Message.Text },
                new TextPart(TextFormat.Html) { Text = mail.Message.Html },
            },
        };
        document.From.Add(new MailboxAddress(mail.FromName, sender.Address));
        document.To.Add(to);
        if (MailboxAddress.TryParse(mail.ReplyTo, out var reply))
        {
            document.ReplyTo.Add(reply);
        }

        document.Body.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        if (mail.OptOutAddress.Length > 0)
        {
            document.Headers.Add(HeaderId.ListUnsubscribe, $"<{mail.OptOutAddress}>");
            document.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        return document;
    }
}
