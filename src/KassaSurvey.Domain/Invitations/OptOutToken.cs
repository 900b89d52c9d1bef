using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Invitations;

/// <summary>
/// The secret part of a member's "no more messages" link. Derived like <see cref="InvitationToken"/>, for a purpose of its own: mail
/// programs and providers hold it, and it must not open the questionnaire.
/// </summary>
public static class OptOutToken
{
    /// <summary>The token of an invitation.</summary>
    /// <param name="invitation">The invitation.</param>
    /// <param name="key">The installation's link key, at least 32 bytes.</param>
    public static string Of(InvitationId invitation, ReadOnlySpan<byte> key) => SealedId.Of(invitation.Value, "opt out"u8, key);

    /// <summary>Reads a token. Compares in constant time; returns false for anything but a genuine token.</summary>
    public static bool TryRead(string? token, ReadOnlySpan<byte> key, out InvitationId invitation)
    {
        var isGenuine = SealedId.TryRead(token, "opt out"u8, key, out var id);
        invitation = new(id);
        return isGenuine;
    }
}
