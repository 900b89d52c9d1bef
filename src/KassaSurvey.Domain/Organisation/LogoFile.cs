using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Organisation;

/// <summary>
/// A fund's logo as it is served: what it is was read from its first bytes, never from a file's name. Pictures that can carry script
/// (SVG) are not taken.
/// </summary>
/// <param name="MediaType"><c>image/png</c>, <c>image/jpeg</c> or <c>image/webp</c>.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Bytes">The file.</param>
public sealed record LogoFile(string MediaType, int Width, int Height, ImmutableArray<byte> Bytes)
{
    /// <summary>The largest file, in bytes: the member's first page with everything on it is promised within 30 KB.</summary>
    public const int LargestBytes = 16 * 1024;

    /// <summary>The largest side, in pixels.</summary>
    public const int LargestSide = 1200;

    private const int VersionBytes = 6;

    /// <summary>Changes with the picture; part of its address, so that browsers may keep it for good.</summary>
    public string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes.AsSpan()).AsSpan(0, VersionBytes));

    /// <summary>Reads a file.</summary>
    /// <returns>The logo, or <c>Face.PictureTooLarge</c>, <c>Face.NotAPicture</c> or <c>Face.PictureTooWide</c>.</returns>
    public static Result<LogoFile> Read(ReadOnlySpan<byte> file)
    {
        if (file.Length > LargestBytes)
        {
            return FaceErrors.PictureTooLarge(LargestBytes / 1024);
        }

        var (type, width, height) = Measure(file);
        if (width <= 0 || height <= 0)
        {
            return FaceErrors.NotAPicture;
        }

        return Math.Max(width, height) > LargestSide
            ? FaceErrors.PictureTooWide(LargestSide)
            : new LogoFile(type, width, height, [.. file]);
    }

    private static (string Type, int Width, int Height) Measure(ReadOnlySpan<byte> file)
    {
        if (IsPng(file))
        {
            return ("image/png", BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]));
        }

        if (file.Length > 30 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8))
        {
            var (width, height) = MeasureWebP(file[12..]);
            return ("image/webp", width, height);
        }

        var (across, down) = file.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]) ? MeasureJpeg(file) : (0, 0);
        return ("image/jpeg", across, down);
    }

    private static bool IsPng(ReadOnlySpan<byte> file) =>
        file.Length > 24 && file.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) && file[12..].StartsWith("IHDR"u8);

    /// <summary>The three forms of WebP hold the size in three places: lossy frame, lossless header, extended canvas.</summary>
    private static (int Width, int Height) MeasureWebP(ReadOnlySpan<byte> chunk)
    {
        if (chunk.StartsWith("VP8X"u8))
        {
            return (1 + Read24(chunk[12..]), 1 + Read24(chunk[15..]));
        }

        if (chunk.StartsWith("VP8L"u8) && chunk[8] == 0x2f)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(chunk[9..]);
            return (1 + (int)(bits & 0x3fff), 1 + (int)((bits >> 14) & 0x3fff));
        }

        return chunk.StartsWith("VP8 "u8) && chunk.Length >= 18
            ? (BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]) & 0x3fff, BinaryPrimitives.ReadUInt16LittleEndian(chunk[16..]) & 0x3fff)
            : (0, 0);
    }

    private static int Read24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    /// <summary>Goes from segment to segment to the frame header, which holds the size.</summary>
    private static (int Width, int Height) MeasureJpeg(ReadOnlySpan<byte> file)
    {
        var at = 2;
        while (at + 9 < file.Length && file[at] == 0xff)
        {
            var kind = file[at + 1];
            if (kind is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }

        return (0, 0);
    }
}
