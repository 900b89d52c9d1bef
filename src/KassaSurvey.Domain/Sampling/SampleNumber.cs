using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace KassaSurvey.Domain.Sampling;

/// <summary>
/// A member's place in the draw of a seed: a number that looks random and depends on nothing but the seed and the member number.
/// The n smallest of a stratum are a simple random sample without replacement (permanent random numbers: Ohlsson 1995,
/// "Coordination of samples using permanent random numbers", 9.2), whatever the order or the place the members are read from.
/// </summary>
public static class SampleNumber
{
    /// <summary>The place of a member: the first 64 bits of SHA-256 over the seed (8 bytes, big-endian) and the number in UTF-8.</summary>
    /// <param name="seed">The draw's seed.</param>
    /// <param name="memberNumber">The fund's own member number.</param>
    public static ulong Of(long seed, ReadOnlySpan<char> memberNumber)
    {
        Span<byte> text = stackalloc byte[sizeof(long) + Encoding.UTF8.GetMaxByteCount(memberNumber.Length)];
        BinaryPrimitives.WriteInt64BigEndian(text, seed);
        var length = sizeof(long) + Encoding.UTF8.GetBytes(memberNumber, text[sizeof(long)..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..length], hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
