using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Sending;

/// <summary>
/// What a message is called outside: the local part of its Message-ID, the key that a gateway is given. It is derived from the outbox row, so
/// that a second sending of the row is recognised as the same message, and a forged report of its delivery is not believed.
/// </summary>
public static class MessageReference
{
    /// <summary>The reference of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="key">The installation's link key, at least 32 bytes.</param>
    public static string Of(OutboxMessageId message, ReadOnlySpan<byte> key) => SealedId.Of(message.Value, "message"u8, key);

    /// <summary>Reads a reference. Compares in constant time; returns false for anything but a genuine one.</summary>
    public static bool TryRead(string? reference, ReadOnlySpan<byte> key, out OutboxMessageId message)
    {
        var isGenuine = SealedId.TryRead(reference, "message"u8, key, out var id);
        message = new(id);
        return isGenuine;
    }
}
