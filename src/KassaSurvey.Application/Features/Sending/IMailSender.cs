namespace KassaSurvey.Application.Features.Sending;

/// <summary>Hands e-mail to a mail server.</summary>
public interface IMailSender
{
    /// <summary>True when a mail server is configured.</summary>
    bool IsSetUp { get; }

    /// <summary>Hands one message over. Expected failures are outcomes, not exceptions; what has begun is finished.</summary>
    Task<HandOver> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}

/// <summary>An e-mail ready to go.</summary>
/// <param name="To">Address of the member.</param>
/// <param name="FromName">The fund's name.</param>
/// <param name="ReplyTo">The fund's own address, or empty.</param>
/// <param name="Message">Subject and words.</param>
/// <param name="Language">Its language.</param>
/// <param name="Reference">Local part of the Message-ID.</param>
/// <param name="OptOutAddress">Where one POST ends all messages (RFC 8058); empty for a test.</param>
public sealed record OutgoingMail(
    string To, string FromName, string ReplyTo, ComposedMessage Message, string Language, string Reference, string OptOutAddress);
