using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace KassaSurvey.Application.Features.Imports;

/// <summary>The ids that a file has used so far, as 128-bit fingerprints: about 40 bytes an id however long it is.</summary>
internal sealed class SeenIds
{
    private readonly Dictionary<UInt128, int> _lines = [];

    /// <summary>Remembers an id; case does not matter, as it does not to SQL Server.</summary>
    /// <returns>The line where it was first seen, or 0 when it is new.</returns>
    public int Add(ReadOnlySpan<char> id, int line)
    {
        var fingerprint = Fingerprint(id);
        return _lines.TryAdd(fingerprint, line) ? 0 : _lines[fingerprint];
    }

    /// <summary>True when the file has used the id.</summary>
    public bool Contains(ReadOnlySpan<char> id) => _lines.ContainsKey(Fingerprint(id));

    private static UInt128 Fingerprint(ReadOnlySpan<char> id)
    {
        Span<char> upper = stackalloc char[ImportRowReader.LongestId];
        upper = upper[..id.ToUpperInvariant(upper)];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(upper), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
