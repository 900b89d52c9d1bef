namespace KassaSurvey.Application.Features.Sending;

/// <summary>Hands text messages to a gateway.</summary>
public interface ISmsSender
{
    /// <summary>True when a gateway is configured.</summary>
    bool IsSetUp { get; }

    /// <summary>Hands one message over. The reference lets the gateway recognise a second sending.</summary>
    Task<HandOver> SendAsync(string to, string text, string reference, CancellationToken cancellationToken);
}
