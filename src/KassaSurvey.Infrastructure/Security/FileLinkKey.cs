using System.Security.Cryptography;
using KassaSurvey.Application.Features.Responding;

namespace KassaSurvey.Infrastructure.Security;

/// <summary>
/// The link key of this installation: from the configuration where several servers share one, else from a file in the data
/// folder that is made at the first start and that only the program's own account can read.
/// </summary>
public sealed class FileLinkKey : ILinkKey
{
    /// <summary>The configured key, base64.</summary>
    public const string Setting = "Security:LinkKey";

    /// <summary>The file's name in the data folder.</summary>
    public const string FileName = "link.key";

    private const int Length = 32;

    /// <summary>Reads or makes the key.</summary>
    /// <exception cref="InvalidOperationException">The configured key, or the file, is not base64 of 32 bytes or more.</exception>
    public FileLinkKey(string? configured, string dataFolder) =>
        Key = string.IsNullOrWhiteSpace(configured)
            ? FromFile(Path.Combine(dataFolder, FileName))
            : Read(configured, Setting);

    /// <inheritdoc />
    public ReadOnlyMemory<byte> Key { get; }

    private static byte[] FromFile(string file)
    {
        if (!File.Exists(file))
        {
            Make(file);
        }

        return Read(File.ReadAllText(file), file);
    }

    /// <summary>
    /// A whole file appears under the final name or none: a crash half-way cannot leave a short key, and of two programs
    /// started at once the second finds the first one's.
    /// </summary>
    private static void Make(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var draft = $"{file}.{Path.GetRandomFileName()}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(draft, options))
        using (var writer = new StreamWriter(stream))
        {
            writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)));
            writer.Flush();
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }

    private static byte[] Read(string text, string source)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text.Trim(), bytes, out var length) || length < Length)
        {
            throw new InvalidOperationException($"{source} must hold at least {Length} bytes as base64.");
        }

        return bytes[..length];
    }
}
