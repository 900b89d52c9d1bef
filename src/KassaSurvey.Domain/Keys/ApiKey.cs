using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Keys;

/// <summary>
/// A key with which one of a fund's own systems calls the program. The row holds a hash only: a copy of the database opens nothing. The
/// secret is 256 random bits, so one plain SHA-256 is enough; slow hashes are for secrets that people think of.
/// </summary>
public sealed class ApiKey : IFundOwned
{
    /// <summary>Longest name, in characters.</summary>
    public const int LongestName = 80;

    /// <summary>What every key begins with, so that a key which has leaked can be searched for.</summary>
    public const string Prefix = "kassa_";

    private const int SecretSize = 32;

    private ApiKey()
    {
    }

    /// <summary>Identity; the first eight bytes of the key as text.</summary>
    public ApiKeyId Id { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>What the fund calls it: the system that has it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it may do.</summary>
    public ApiScopes Scopes { get; private set; }

    /// <summary>SHA-256 of the secret part, 32 bytes.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>When it was made, UTC.</summary>
    public DateTime MadeAt { get; private set; }

    /// <summary>Who made it.</summary>
    public string MadeBy { get; private set; } = "";

    /// <summary>The last day it was used; null = never.</summary>
    public DateOnly? LastUsedOn { get; private set; }

    /// <summary>When it was ended, UTC; null while it is good.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>Who ended it; empty while it is good.</summary>
    public string RevokedBy { get; private set; } = "";

    /// <summary>Makes a key.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="name">What the fund calls it.</param>
    /// <param name="scopes">What it may do.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="at">When, UTC.</param>
    /// <returns>The row and the key as text, which is not kept; or <c>ApiKey.NoName</c>, <c>ApiKey.NameTooLong</c>, <c>ApiKey.NoScope</c>.</returns>
    public static Result<(ApiKey Row, string Text)> Make(FundId fund, string name, ApiScopes scopes, string by, DateTime at)
    {
        var called = name.Trim();
        if (called.Length is 0 or > LongestName)
        {
            return called.Length == 0 ? Error.Of("ApiKey.NoName") : Error.Of("ApiKey.NameTooLong", LongestName);
        }

        if (scopes == ApiScopes.None)
        {
            return Error.Of("ApiKey.NoScope");
        }

        Span<byte> bytes = stackalloc byte[sizeof(long) + SecretSize];
        var id = NewId.Of<ApiKeyId>();
        BinaryPrimitives.WriteInt64BigEndian(bytes, id.Value);
        RandomNumberGenerator.Fill(bytes[sizeof(long)..]);
        var row = new ApiKey
        {
            Id = id, FundId = fund, Name = called, Scopes = scopes, Hash = SHA256.HashData(bytes[sizeof(long)..]), MadeAt = at, MadeBy = by,
        };
        return (row, Prefix + Base64Url.EncodeToString(bytes));
    }

    /// <summary>Reads which key a text says it is. That it is that key, <see cref="IsOpenedBy"/> tells.</summary>
    /// <returns>False for anything that cannot be a key.</returns>
    public static bool TryRead(string text, out ApiKeyId id, out byte[] secretHash)
    {
        (id, secretHash) = (default, []);
        Span<byte> bytes = stackalloc byte[sizeof(long) + SecretSize];
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || text.Length > 100
            || Base64Url.DecodeFromChars(text.AsSpan(Prefix.Length), bytes, out _, out var written) != OperationStatus.Done
            || written != bytes.Length)
        {
            return false;
        }

        (id, secretHash) = (new(BinaryPrimitives.ReadInt64BigEndian(bytes)), SHA256.HashData(bytes[sizeof(long)..]));
        return true;
    }

    /// <summary>True when the secret is this key's and the key is good; compared in constant time.</summary>
    public bool IsOpenedBy(byte[] secretHash) => CryptographicOperations.FixedTimeEquals(Hash, secretHash) && RevokedAt is null;

    /// <summary>Ends it for good; a key that has been ended stays as it was ended.</summary>
    public void Revoke(string by, DateTime at)
    {
        if (RevokedAt is null)
        {
            (RevokedAt, RevokedBy) = (at, by);
        }
    }
}
