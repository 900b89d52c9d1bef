using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Sylvan.Data.Csv;

namespace KassaSurvey.Application.Features.Imports;

/// <summary>A CSV file that can be read several times. Looked through once as bytes: its hash, its encoding, its delimiter.</summary>
internal sealed class CsvSource
{
    /// <summary>The longest row, in characters. No row of a survey comes near; a file without line breaks does.</summary>
    public const int LongestRow = 1 << 20;

    private const int StartingBuffer = 1 << 16;

    private readonly Stream _content;
    private readonly CsvBytes _bytes;
    private readonly char _delimiter;

    private CsvSource(Stream content, CsvBytes bytes, char delimiter) => (_content, _bytes, _delimiter) = (content, bytes, delimiter);

    /// <summary>SHA-256 of the file, hexadecimal.</summary>
    public string Sha256 => _bytes.Sha256;

    /// <summary>The file's size.</summary>
    public long Length => _bytes.Length;

    /// <summary>Looks through the file.</summary>
    /// <param name="content">A stream that can seek; it stays open.</param>
    /// <param name="progress">Told the bytes looked through, now and then.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The file, or why it cannot be read as text at all.</returns>
    public static async Task<(CsvSource? Source, ImportIssue? Problem)> InspectAsync(
        Stream content, Action<long> progress, CancellationToken cancellationToken)
    {
        content.Position = 0;
        var bytes = new CsvBytes();
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 17);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                if (!bytes.Add(buffer.AsSpan(0, read), isLast: false))
                {
                    return (null, ImportIssue.Of(bytes.Line, ImportErrors.NotUtf8()));
                }

                progress(bytes.Length);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (!bytes.Add([], isLast: true))
        {
            return (null, ImportIssue.Of(bytes.Line, ImportErrors.NotUtf8()));
        }

        bytes.Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        return (new(content, bytes, await DetectDelimiterAsync(content, cancellationToken)), null);
    }

    /// <summary>Reads the file from its beginning.</summary>
    public CsvRows Open()
    {
        var options = new CsvDataReaderOptions
        {
            HasHeaders = false, Delimiter = _delimiter, Comment = '\0', CsvStyle = CsvStyle.Standard,
            BufferSize = StartingBuffer, MaxBufferSize = LongestRow,
        };
        return new(CsvDataReader.Create(OpenText(_content), options), _content, _bytes);
    }

    private static StreamReader OpenText(Stream content)
    {
        content.Position = 0;
        // This encoding skips its own byte order mark; detection of others is off, because only UTF-8 is taken.
        return new(content, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, StartingBuffer, leaveOpen: true);
    }

    /// <summary>The separator that stands most often in the heading, outside quotes.</summary>
    private static async Task<char> DetectDelimiterAsync(Stream content, CancellationToken cancellationToken)
    {
        var start = new char[StartingBuffer];
        using var reader = OpenText(content);
        var length = await reader.ReadBlockAsync(start, cancellationToken);
        ReadOnlySpan<char> candidates = [',', ';', '\t'];
        Span<int> counts = stackalloc int[3];
        var quoted = false;
        foreach (var letter in start.AsSpan(0, length).TrimStart("\r\n"))
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && letter is '\r' or '\n')
            {
                break;
            }
            else if (!quoted && candidates.IndexOf(letter) is >= 0 and var found)
            {
                counts[found]++;
            }
        }

        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }

        return candidates[best];
    }
}
