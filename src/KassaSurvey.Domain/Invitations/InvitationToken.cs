using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Invitations;

/// <summary>
/// The secret part of a member's link: the invitation's id and a keyed seal over it (HMAC-SHA-256, 128 bits).
/// It is derived, never stored: a copy of the database opens no link, and a forged link costs no query.
/// </summary>
public static class InvitationToken
{
    /// <summary>Length of every token in characters (base64url of 24 bytes).</summary>
    public const int Length = 32;

    private const int SealLength = 16;

    /// <summary>The token of an invitation.</summary>
    /// <param name="invitation">The invitation.</param>
    /// <param name="key">The installation's link key, at least 32 bytes.</param>
    public static string Of(InvitationId invitation, ReadOnlySpan<byte> key)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long) + SealLength];
        BinaryPrimitives.WriteInt64BigEndian(bytes, invitation.Value);
        Seal(bytes[..sizeof(long)], key, bytes[sizeof(long)..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a token. Compares in constant time; returns false for anything but a genuine token.</summary>
    public static bool TryRead(string? token, ReadOnlySpan<byte> key, out InvitationId invitation)
    {
        invitation = default;
        Span<byte> bytes = stackalloc byte[sizeof(long) + SealLength];
        if (token is not { Length: Length }
            // Not TryDecode: that one throws at a letter outside the alphabet.
            || Base64Url.DecodeFromChars(token, bytes, out _, out var written) != OperationStatus.Done
            || written != bytes.Length)
        {
            return false;
        }

        Span<byte> seal = stackalloc byte[SealLength];
        Seal(bytes[..sizeof(long)], key, seal);
        if (!CryptographicOperations.FixedTimeEquals(seal, bytes[sizeof(long)..]))
        {
            return false;
        }

        invitation = new(BinaryPrimitives.ReadInt64BigEndian(bytes));
        return true;
    }

    private static void Seal(ReadOnlySpan<byte> id, ReadOnlySpan<byte> key, Span<byte> seal)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(key.Length, 32);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, id, hash);
        hash[..SealLength].CopyTo(seal);
    }
}
