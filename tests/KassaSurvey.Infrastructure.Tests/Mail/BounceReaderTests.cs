using System.Text;
using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Infrastructure.Mail;
using MimeKit;

namespace KassaSurvey.Infrastructure.Tests.Mail;

public sealed class BounceReaderTests
{
    [Theory]
    [InlineData("failed", "5.1.1", DeliveryNews.NoSuchRecipient)]
    [InlineData("failed", "5.1.10", DeliveryNews.NoSuchRecipient)]
    [InlineData("failed", "5.2.1", DeliveryNews.NoSuchRecipient)]
    [InlineData("failed", "5.2.2", DeliveryNews.Failed)]
    [InlineData("failed", "5.7.1", DeliveryNews.Failed)]
    [InlineData("failed", "4.4.7", DeliveryNews.Failed)]
    [InlineData("delayed", "4.4.1", DeliveryNews.Delayed)]
    [InlineData("delivered", "2.0.0", DeliveryNews.Delivered)]
    public void Read_OfADeliveryStatusNotification_SaysWhatBecameOfWhichMessage(string action, string status, DeliveryNews news) =>
        Assert.Equal(new("REFERENCE", news), BounceReader.Read(Mail(Notification(action, status, "message/rfc822"))));

    [Fact]
    public void Read_OfANotificationWithHeadersAlone_FindsTheMessage() =>
        Assert.Equal(new("REFERENCE", DeliveryNews.NoSuchRecipient), BounceReader.Read(Mail(Notification("failed", "5.1.1", "text/rfc822-headers"))));

    [Fact]
    public void Read_OfAComplaint_SaysSo() => Assert.Equal(new("REFERENCE", DeliveryNews.Complaint), BounceReader.Read(Mail(
        """
        From: fbl@provider.example
        To: survey@fund.example
        Subject: complaint
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=feedback-report; boundary="b"

        --b
        Content-Type: text/plain

        This is a report.
        --b
        Content-Type: message/feedback-report

        Feedback-Type: abuse
        User-Agent: Provider/1.0
        Version: 1

        --b
        Content-Type: message/rfc822

        From: survey@fund.example
        Message-ID: <REFERENCE@fund.example>

        words
        --b--
        """)));

    [Theory]
    [InlineData("From: member@example.org\nSubject: Out of office\n\nI am away until Monday.")]
    [InlineData("Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: text/plain\n\nno\n--b--")]
    [InlineData("")]
    public void Read_OfAnythingElse_SaysNothing(string mail) => Assert.Null(BounceReader.Read(Mail(mail.Length == 0 ? "\n" : mail)));

    private static string Notification(string action, string status, string returned) =>
        $"""
        From: MAILER-DAEMON@mx.example
        To: survey@fund.example
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        I'm sorry.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example

        Final-Recipient: rfc822; member@example.org
        Action: {action}
        Status: {status}

        --b
        Content-Type: {returned}

        From: survey@fund.example
        To: member@example.org
        Message-ID: <REFERENCE@fund.example>

        --b--
        """;

    private static MimeMessage Mail(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")));
        return MimeMessage.Load(stream);
    }
}
