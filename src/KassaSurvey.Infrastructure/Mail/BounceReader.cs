using KassaSurvey.Application.Features.Sending;
using MimeKit;

namespace KassaSurvey.Infrastructure.Mail;

/// <summary>Reads what a mail that came back says: delivery status notifications (RFC 3464) and complaints (RFC 5965).</summary>
public static class BounceReader
{
    private const int ReasonOfAddress = 1;

    /// <summary>The report in a mail; null when it is none, or not of a message that names its reference.</summary>
    public static DeliveryReport? Read(MimeMessage mail)
    {
        if (mail.Body is not MultipartReport report || ReferenceIn(report) is not { } reference)
        {
            return null;
        }

        if (report.OfType<MessageFeedbackReport>().Any())
        {
            return new(reference, DeliveryNews.Complaint);
        }

        return report.OfType<MessageDeliveryStatus>().SelectMany(status => status.StatusGroups)
            .Select(group => NewsOf(group["Action"], group["Status"])).FirstOrDefault(news => news is not null) is { } told
            ? new(reference, told)
            : null;
    }

    /// <summary>5.1.x speaks of the address, 5.2.1 of a mailbox that is gone; other permanent failures say nothing against the address.</summary>
    private static DeliveryNews? NewsOf(string? action, string? status) => (action?.Trim().ToLowerInvariant(), status?.Trim().Split('.')) switch
    {
        ("delivered" or "relayed", _) => DeliveryNews.Delivered,
        ("delayed", _) => DeliveryNews.Delayed,
        ("failed", ["5", var subject, ..]) when subject == $"{ReasonOfAddress}" => DeliveryNews.NoSuchRecipient,
        ("failed", ["5", "2", "1", ..]) => DeliveryNews.NoSuchRecipient,
        ("failed", _) => DeliveryNews.Failed,
        _ => null,
    };

    /// <summary>The returned message, or its headers alone, with the Message-ID that it was sent with.</summary>
    private static string? ReferenceIn(MultipartReport report)
    {
        foreach (var part in report)
        {
            if (part is MessagePart { Message.MessageId: { } id })
            {
                return id.Split('@')[0];
            }
        }

        return null;
    }
}
