using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Responding;

/// <summary>
/// What stands in the address of the answering pages instead of the token: short, not secret, and no way back to the link.
/// It lets one browser hold the cookies of two members at once.
/// </summary>
public static class LinkHandle
{
    /// <summary>Length of every handle in characters.</summary>
    public const int Length = 8;

    /// <summary>The handle of an invitation.</summary>
    public static string Of(InvitationId invitation, ReadOnlySpan<byte> key)
    {
        // The label keeps a handle from ever being a piece of the token's own seal.
        Span<byte> message = stackalloc byte[6 + sizeof(long)];
        "handle"u8.CopyTo(message);
        BinaryPrimitives.WriteInt64BigEndian(message[6..], invitation.Value);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, message, hash);
        return Base64Url.EncodeToString(hash[..6]);
    }
}
