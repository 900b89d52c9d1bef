using System.Security.Cryptography;

namespace KassaSurvey.Domain.Releases;

/// <summary>A file of a release, byte for byte as it was frozen.</summary>
public sealed class ReleaseFile
{
    private ReleaseFile()
    {
    }

    /// <summary>The release.</summary>
    public Primitives.ReportReleaseId ReleaseId { get; private set; }

    /// <summary>The language of its texts.</summary>
    public string Language { get; private set; } = "";

    /// <summary>The format's name, such as pdf.</summary>
    public string Format { get; private set; } = "";

    /// <summary>What it is called when it is saved.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Its media type.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>How many bytes.</summary>
    public int Size { get; private set; }

    /// <summary>SHA-256 of the bytes, in lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>The bytes.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>Freezes a file.</summary>
    public static ReleaseFile Of(Primitives.ReportReleaseId release, string language, string format, string name, string contentType, byte[] content) => new()
    {
        ReleaseId = release,
        Language = language,
        Format = format,
        Name = name,
        ContentType = contentType,
        Size = content.Length,
        Sha256 = HashOf(content),
        Content = content,
    };

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
