using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Invitations;

/// <summary>
/// The secret part of a member's link: the invitation's id and a keyed seal over it (HMAC-SHA-256, 128 bits).
/// It is derived, never stored: a copy of the database opens no link, and a forged link costs no query.
/// </summary>
public static class InvitationToken
{
    /// <summary>Length of every token in characters (base64url of 24 bytes).</summary>
    public const int Length = SealedId.Length;

    /// <summary>The token of an invitation.</summary>
    /// <param name="invitation">The invitation.</param>
    /// <param name="key">The installation's link key, at least 32 bytes.</param>
    public static string Of(InvitationId invitation, ReadOnlySpan<byte> key) => SealedId.Of(invitation.Value, [], key);

    /// <summary>Reads a token. Compares in constant time; returns false for anything but a genuine token.</summary>
    public static bool TryRead(string? token, ReadOnlySpan<byte> key, out InvitationId invitation)
    {
        var isGenuine = SealedId.TryRead(token, [], key, out var id);
        invitation = new(id);
        return isGenuine;
    }
}
