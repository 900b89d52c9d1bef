using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace KassaSurvey.Domain.Invitations;

/// <summary>
/// An id and a keyed seal over it (HMAC-SHA-256, 128 bits), as text. Each purpose has a label of its own in the seal, so that a token made
/// for one purpose is a forgery for every other.
/// </summary>
internal static class SealedId
{
    /// <summary>Length of every sealed id in characters (base64url of 24 bytes).</summary>
    public const int Length = 32;

    private const int SealLength = 16;
    private const int LongestLabel = 16;

    public static string Of(long id, ReadOnlySpan<byte> label, ReadOnlySpan<byte> key)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long) + SealLength];
        BinaryPrimitives.WriteInt64BigEndian(bytes, id);
        Seal(bytes[..sizeof(long)], label, key, bytes[sizeof(long)..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a sealed id. Compares in constant time; returns false for anything but a genuine one.</summary>
    public static bool TryRead(string? token, ReadOnlySpan<byte> label, ReadOnlySpan<byte> key, out long id)
    {
        id = 0;
        Span<byte> bytes = stackalloc byte[sizeof(long) + SealLength];
        if (token is not { Length: Length }
            // Not TryDecode: that one throws at a letter outside the alphabet.
            || Base64Url.DecodeFromChars(token, bytes, out _, out var written) != OperationStatus.Done
            || written != bytes.Length)
        {
            return false;
        }

        Span<byte> seal = stackalloc byte[SealLength];
        Seal(bytes[..sizeof(long)], label, key, seal);
        if (!CryptographicOperations.FixedTimeEquals(seal, bytes[sizeof(long)..]))
        {
            return false;
        }

        id = BinaryPrimitives.ReadInt64BigEndian(bytes);
        return true;
    }

    private static void Seal(ReadOnlySpan<byte> id, ReadOnlySpan<byte> label, ReadOnlySpan<byte> key, Span<byte> seal)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(key.Length, 32);
        Span<byte> message = stackalloc byte[LongestLabel + sizeof(long)];
        label.CopyTo(message);
        id.CopyTo(message[label.Length..]);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, message[..(label.Length + id.Length)], hash);
        hash[..SealLength].CopyTo(seal);
    }
}
