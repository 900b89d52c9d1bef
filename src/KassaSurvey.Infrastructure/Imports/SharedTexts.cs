using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace KassaSurvey.Infrastructure.Imports;

/// <summary>The texts that cells of a workbook share, held as UTF-8 in pieces: a million names take some 30 MB.</summary>
internal sealed class SharedTexts
{
    private const int PieceSize = 1 << 20;

    /// <summary>More text than this is in no member file.</summary>
    private const long MostBytes = 256L * PieceSize;

    private readonly List<byte[]> _pieces = [];
    private readonly List<long> _starts = [];
    private readonly List<int> _lengths = [];
    private long _bytes;
    private int _used = PieceSize;

    /// <summary>A text by its number; empty when there is none.</summary>
    public string this[int index] => index < _starts.Count
        ? Encoding.UTF8.GetString(_pieces[(int)(_starts[index] >> 32)], (int)_starts[index], _lengths[index])
        : "";

    public static SharedTexts Read(WorkbookPart workbook, XmlReaderSettings settings)
    {
        var texts = new SharedTexts();
        if (workbook.SharedStringTablePart is not { } part)
        {
            return texts;
        }

        using var content = part.GetStream(FileMode.Open, FileAccess.Read);
        using var xml = XmlReader.Create(content, settings);
        var text = new StringBuilder();
        var (wanted, phonetic) = (false, false);
        while (xml.Read())
        {
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "si"):
                    text.Clear();
                    if (xml.IsEmptyElement)
                    {
                        texts.Add("");
                    }

                    break;
                case (XmlNodeType.Element or XmlNodeType.EndElement, "rPh"):
                    // Phonetic hints beside a text are no part of it.
                    phonetic = xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
                    break;
                case (XmlNodeType.Element, "t"):
                    wanted = !xml.IsEmptyElement && !phonetic;
                    break;
                case (XmlNodeType.EndElement, "t"):
                    wanted = false;
                    break;
                case (XmlNodeType.EndElement, "si"):
                    texts.Add(text.ToString());
                    break;
                case (XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA, _) when wanted:
                    text.Append(xml.Value);
                    break;
            }
        }

        return texts;
    }

    private void Add(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        _bytes += length;
        if (length > PieceSize || _bytes > MostBytes)
        {
            throw new InvalidDataException("Too much text.");
        }

        if (_used + length > PieceSize)
        {
            _pieces.Add(new byte[PieceSize]);
            _used = 0;
        }

        Encoding.UTF8.GetBytes(text, _pieces[^1].AsSpan(_used));
        _starts.Add(((long)(_pieces.Count - 1) << 32) | (uint)_used);
        _lengths.Add(length);
        _used += length;
    }
}
