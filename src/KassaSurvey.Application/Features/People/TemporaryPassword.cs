using System.Security.Cryptography;

namespace KassaSurvey.Application.Features.People;

/// <summary>A password that another person has seen: good for one sign-in, at which an own one is chosen.</summary>
public static class TemporaryPassword
{
    /// <summary>The claim that an account carries while its password is temporary.</summary>
    public const string Claim = "kassa:temporary-password";

    // Without letters that are read as each other; a group of each kind satisfies every rule of passwords.
    private const string Lower = "abcdefghjkmnpqrstuvwxyz";
    private const string Upper = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Digits = "23456789";
    private const int GroupLength = 5;

    /// <summary>Makes one, about 85 bits strong.</summary>
    public static string Create() => string.Join(
        '-',
        RandomNumberGenerator.GetString(Upper, GroupLength),
        RandomNumberGenerator.GetString(Lower, GroupLength),
        RandomNumberGenerator.GetString(Digits, GroupLength),
        RandomNumberGenerator.GetString(Lower, GroupLength));
}
