using System.Text;

namespace KassaSurvey.Application.Features.Imports;

/// <summary>Counts a file's lines byte by byte and tells where it stops being UTF-8 text.</summary>
internal sealed class CsvBytes
{
    private readonly Decoder _decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
    private bool _isText = true;
    private bool _afterReturn;
    private int _lineLength;

    /// <summary>SHA-256 of the file, hexadecimal, once it has been looked through.</summary>
    public string Sha256 { get; set; } = "";

    /// <summary>Bytes so far.</summary>
    public long Length { get; private set; }

    /// <summary>The current line, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The first line that is longer than a row can be; 0 when there is none.</summary>
    public int FirstTooLongLine { get; private set; }

    /// <summary>Takes the next bytes. False at the first byte that is not UTF-8 text; <see cref="Line"/> then tells the line.</summary>
    public bool Add(ReadOnlySpan<byte> bytes, bool isLast)
    {
        var good = FirstNotText(bytes, isLast);
        foreach (var letter in bytes[..good])
        {
            Count(letter);
        }

        Length += bytes.Length;
        return good == bytes.Length && _isText;
    }

    /// <summary>Where the bytes stop being UTF-8 text; their length when they do not.</summary>
    private int FirstNotText(ReadOnlySpan<byte> bytes, bool isLast)
    {
        Span<char> letters = stackalloc char[2048];
        var (offset, completed) = (0, false);
        try
        {
            while (!completed)
            {
                _decoder.Convert(bytes[offset..], letters, isLast, out var used, out _, out completed);
                offset += used;
            }
        }
        catch (DecoderFallbackException exception)
        {
            _isText = false;
            return Math.Clamp(offset + exception.Index, 0, bytes.Length);
        }

        // A text file has no zero bytes; UTF-16 has one beside every Latin letter.
        var zero = bytes.IndexOf((byte)0);
        _isText = zero < 0;
        return _isText ? bytes.Length : zero;
    }

    private void Count(byte letter)
    {
        var isBreak = letter == '\r' || (letter == '\n' && !_afterReturn);
        _afterReturn = letter == '\r';
        if (isBreak)
        {
            Line++;
            _lineLength = 0;
        }
        else if (letter != '\n' && ++_lineLength > CsvSource.LongestRow && FirstTooLongLine == 0)
        {
            FirstTooLongLine = Line;
        }
    }
}
