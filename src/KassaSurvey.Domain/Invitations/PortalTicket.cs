using System.Security.Cryptography;
using System.Text;

namespace KassaSurvey.Domain.Invitations;

/// <summary>
/// What a fund's own service says of the member it sends: who, to which survey, until when. The contract stands in docs/portal-link.md.
/// </summary>
/// <param name="Fund">The fund's key.</param>
/// <param name="Member">The member's number in the fund.</param>
/// <param name="Survey">The survey's key; empty for whichever asks the member now.</param>
/// <param name="Expires">Until when it is good, in seconds since 1970-01-01 UTC.</param>
public sealed record PortalTicket(string Fund, string Member, string Survey, long Expires)
{
    /// <summary>The longest that a ticket may be good.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(10);

    private const string Version = "kassa-portal-1";

    /// <summary>The signature: HMAC-SHA-256 over <c>kassa-portal-1</c>, fund, member, survey and expiry, a line each, as 64 small hexadecimal digits.</summary>
    /// <param name="key">The fund's portal key as text.</param>
    public string Sign(string key) => Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{Version}\n{Fund}\n{Member}\n{Survey}\n{Expires}")));

    /// <summary>True for the signature of this ticket, compared in constant time.</summary>
    public bool IsSigned(string key, string signature) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(key)), Encoding.UTF8.GetBytes(signature));

    /// <summary>True while the ticket is good: not over, and not made for longer than allowed.</summary>
    public bool IsCurrent(DateTimeOffset now) =>
        Expires > now.ToUnixTimeSeconds() && Expires <= now.Add(LongestLife).ToUnixTimeSeconds();

    /// <summary>True when no part can be taken for another: none holds a line's end.</summary>
    public bool IsPlain => !(Fund + Member + Survey).Any(char.IsControl);
}
