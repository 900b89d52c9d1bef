using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Responding;

/// <summary>
/// What every form of a member carries back: proof that the page came from here and was made for this link. It is derived from the
/// link, so it needs no cookie, never goes stale on a page that lay open overnight, and tells nothing to who does not hold the link.
/// </summary>
public static class FormSeal
{
    /// <summary>Length of every seal in characters.</summary>
    public const int Length = 22;

    private const int Bytes = 16;

    /// <summary>The seal of an invitation's forms.</summary>
    public static string Of(InvitationId invitation, ReadOnlySpan<byte> key)
    {
        // The label keeps it from ever being the token's seal or the handle.
        Span<byte> message = stackalloc byte[4 + sizeof(long)];
        "form"u8.CopyTo(message);
        BinaryPrimitives.WriteInt64BigEndian(message[4..], invitation.Value);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, message, hash);
        return Base64Url.EncodeToString(hash[..Bytes]);
    }
}
