using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Sending;

/// <summary>
/// One message to one member by one way: planned, sent at most once a step and way, and remembered. It holds neither the words nor the link:
/// both are made when it is sent, so nothing secret lies in the table.
/// </summary>
public sealed class OutboxMessage : IFundOwned
{
    /// <summary>How often a message is tried before it is given up.</summary>
    public const int MostAttempts = 6;

    /// <summary>How long a sender has for a message it has taken. A sender that died loses it after this time.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan[] BackOff =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4)];

    private OutboxMessage()
    {
    }

    /// <summary>Identity; the message's name outside is derived from it.</summary>
    public OutboxMessageId Id { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>The wave.</summary>
    public WaveId WaveId { get; private set; }

    /// <summary>The invitation it is about.</summary>
    public InvitationId InvitationId { get; private set; }

    /// <summary>The step of the plan: 0 is the invitation, 1 the first reminder.</summary>
    public int Step { get; private set; }

    /// <summary>The one way it goes; <see cref="ContactChannels.None"/> when no way led to the member.</summary>
    public ContactChannels Channel { get; private set; }

    /// <summary>The language it is written in.</summary>
    public string Language { get; private set; } = Languages.Finnish;

    /// <summary>Where it stands.</summary>
    public DeliveryStatus Status { get; private set; }

    /// <summary>Why it was not sent.</summary>
    public SkipReason Reason { get; private set; }

    /// <summary>How often it has been tried.</summary>
    public int Attempts { get; private set; }

    /// <summary>Not before this time, UTC.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>The sender that has taken it; empty when none has.</summary>
    public string LeaseOwner { get; private set; } = "";

    /// <summary>Until when it is that sender's, UTC.</summary>
    public DateTime? LeaseUntil { get; private set; }

    /// <summary>When it was handed over, UTC.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>What the server or gateway called it.</summary>
    public string ProviderReference { get; private set; } = "";

    /// <summary>Grows with each change: two senders cannot both change one state.</summary>
    public int Revision { get; private set; }

    /// <summary>A message to be sent.</summary>
    public static OutboxMessage Plan(
        FundId fund, WaveId wave, InvitationId invitation, int step, ContactChannels channel, string language, DateTime dueAt) => new()
        {
            Id = NewId.Of<OutboxMessageId>(), FundId = fund, WaveId = wave, InvitationId = invitation, Step = step, Channel = channel,
            Language = language, Status = DeliveryStatus.Planned, DueAt = dueAt,
        };

    /// <summary>A message that cannot be sent, kept with its reason.</summary>
    public static OutboxMessage NotSent(
        FundId fund, WaveId wave, InvitationId invitation, int step, string language, DateTime at, SkipReason reason) => new()
        {
            Id = NewId.Of<OutboxMessageId>(), FundId = fund, WaveId = wave, InvitationId = invitation, Step = step, Channel = ContactChannels.None,
            Language = language, Status = DeliveryStatus.Skipped, Reason = reason, DueAt = at,
        };

    /// <summary>Marks it as being handed over, before the first byte leaves. Only the sender that took it may.</summary>
    /// <returns>Done, or an error when it is not this sender's any more.</returns>
    public Result Begin(string owner, DateTime now)
    {
        if (LeaseOwner != owner || LeaseUntil < now || Status is not (DeliveryStatus.Planned or DeliveryStatus.Sending))
        {
            return SendingErrors.NotTaken;
        }

        (Status, LeaseUntil) = (DeliveryStatus.Sending, now + Lease);
        Attempts++;
        Revision++;
        return Result.Done;
    }

    /// <summary>It was handed over.</summary>
    public void MarkSent(DateTime now, string providerReference)
    {
        (SentAt, ProviderReference) = (now, providerReference);
        Settle(DeliveryStatus.Sent);
    }

    /// <summary>It could not be handed over now: tried again later, given up after the last try.</summary>
    public void PutOff(DateTime now)
    {
        if (Attempts >= MostAttempts)
        {
            Settle(DeliveryStatus.Failed);
            return;
        }

        DueAt = now + BackOff[Math.Clamp(Attempts - 1, 0, BackOff.Length - 1)];
        Settle(DeliveryStatus.Planned);
    }

    /// <summary>Nobody has seen anything of it, because the server could not be reached: it waits, and the try does not count.</summary>
    public void GiveBack(DateTime now)
    {
        Attempts -= Status == DeliveryStatus.Sending ? 1 : 0;
        DueAt = now + BackOff[0];
        Settle(DeliveryStatus.Planned);
    }

    /// <summary>It will never be sent: the condition for sending it holds no longer.</summary>
    public void Skip(SkipReason reason)
    {
        Reason = reason;
        Settle(DeliveryStatus.Skipped);
    }

    /// <summary>What became of it, as the server, the gateway or the member reports. A late report never makes a bad end good.</summary>
    public void Report(DeliveryStatus outcome)
    {
        if (Status is not (DeliveryStatus.BouncedPermanently or DeliveryStatus.OptedOut)
            && (outcome, Status) is not (DeliveryStatus.BouncedTemporarily, DeliveryStatus.Delivered))
        {
            Settle(outcome);
        }
    }

    private void Settle(DeliveryStatus status)
    {
        (Status, LeaseOwner, LeaseUntil) = (status, "", null);
        Revision++;
    }
}
