using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Invitations;

/// <summary>
/// What a fund's own service signs its members' links with. Like a link's token it is derived and never stored: the row holds a random
/// salt, and a new salt makes a new key and ends the old one.
/// </summary>
public sealed class PortalKey : IFundOwned
{
    private const int SaltSize = 16;

    private PortalKey()
    {
    }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>Random; says nothing of the key without the installation's link key.</summary>
    public byte[] Salt { get; private set; } = [];

    /// <summary>When the key was made.</summary>
    public DateTime MadeAt { get; private set; }

    /// <summary>Who made it.</summary>
    public string MadeBy { get; private set; } = "";

    /// <summary>The first key of a fund.</summary>
    public static PortalKey Create(FundId fund, string madeBy, DateTime madeAt)
    {
        var key = new PortalKey { FundId = fund };
        key.Renew(madeBy, madeAt);
        return key;
    }

    /// <summary>Makes a new key; links signed with the old one lead nowhere from now on.</summary>
    public void Renew(string madeBy, DateTime madeAt) =>
        (Salt, MadeBy, MadeAt) = (RandomNumberGenerator.GetBytes(SaltSize), madeBy, madeAt);

    /// <summary>The key as the fund's service holds it: 43 letters, digits, hyphens and underscores.</summary>
    /// <param name="linkKey">The installation's link key.</param>
    public string Text(ReadOnlySpan<byte> linkKey)
    {
        // The label keeps it from ever being another seal.
        Span<byte> message = stackalloc byte[7 + sizeof(long) + SaltSize];
        "portal:"u8.CopyTo(message);
        BinaryPrimitives.WriteInt64BigEndian(message[7..], FundId.Value);
        Salt.CopyTo(message[(7 + sizeof(long))..]);
        Span<byte> key = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(linkKey, message, key);
        return Base64Url.EncodeToString(key);
    }
}
