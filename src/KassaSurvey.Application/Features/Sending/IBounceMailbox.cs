namespace KassaSurvey.Application.Features.Sending;

/// <summary>The mailbox that bounces and complaints come back to.</summary>
public interface IBounceMailbox
{
    /// <summary>True when a mailbox is configured.</summary>
    bool IsSetUp { get; }

    /// <summary>Hands over the reports that have come since, each before its mail is marked as read.</summary>
    Task ReadAsync(Func<DeliveryReport, Task> take, CancellationToken cancellationToken);
}
