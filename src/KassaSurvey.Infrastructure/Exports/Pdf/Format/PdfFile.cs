using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace KassaSurvey.Infrastructure.Exports.Pdf.Format;

/// <summary>The objects of a PDF file and the table that finds them (ISO 32000-1, 7.5). The same objects give the same bytes.</summary>
internal sealed class PdfFile
{
    private readonly List<byte[]?> _objects = [];

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve()
    {
        _objects.Add(null);
        return _objects.Count;
    }

    public int Add(string content) => Set(Reserve(), content);

    public int Set(int number, string content)
    {
        _objects[number - 1] = Encoding.Latin1.GetBytes(content);
        return number;
    }

    /// <summary>A compressed stream.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="entries">Further entries of its dictionary.</param>
    /// <param name="isPacked">True when the bytes are compressed already, as the entries say.</param>
    public int AddStream(ReadOnlySpan<byte> content, string entries = "", bool isPacked = false)
    {
        using var packed = new MemoryStream();
        if (isPacked)
        {
            packed.Write(content);
        }
        else
        {
            using var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true);
            zip.Write(content);
        }

        using var whole = new MemoryStream();
        whole.Write(Encoding.Latin1.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"<< {(isPacked ? "" : "/Filter /FlateDecode ")}/Length {packed.Length} {entries}>>\nstream\n")));
        packed.WriteTo(whole);
        whole.Write("\nendstream"u8);
        var number = Reserve();
        _objects[number - 1] = whole.ToArray();
        return number;
    }

    /// <summary>A stream that programs find without unpacking.</summary>
    public int AddPlainStream(ReadOnlySpan<byte> content, string entries)
    {
        using var whole = new MemoryStream();
        whole.Write(Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<< {entries}/Length {content.Length} >>\nstream\n")));
        whole.Write(content);
        whole.Write("\nendstream"u8);
        var number = Reserve();
        _objects[number - 1] = whole.ToArray();
        return number;
    }

    /// <summary>The whole file.</summary>
    public byte[] Close(int catalog, int information)
    {
        using var file = new MemoryStream();
        // Bytes above 127 in a comment tell programs that the file is not text.
        file.Write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"u8);
        var offsets = new List<long>();
        for (var i = 0; i < _objects.Count; i++)
        {
            offsets.Add(file.Length);
            Write(string.Create(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n"));
            file.Write(_objects[i] ?? throw new InvalidOperationException($"Object {i + 1} was reserved and never written."));
            Write("\nendobj\n");
        }

        var start = file.Length;
        Write(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in offsets)
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        }

        Write(string.Create(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {_objects.Count + 1} /Root {catalog} 0 R /Info {information} 0 R >>\nstartxref\n{start}\n%%EOF\n"));
        return file.ToArray();

        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
    }

    /// <summary>A text for people, in any alphabet.</summary>
    public static string Text(string text) => "<FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text)) + ">";

    /// <summary>A number.</summary>
    public static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
