using System.Globalization;
using System.Text;

namespace KassaSurvey.Infrastructure.Exports.Pdf.Format;

/// <summary>A typeface within one document: it remembers which characters were written, and embeds those.</summary>
internal sealed class PdfFont(string resource, string name, TrueTypeFace face)
{
    private readonly SortedDictionary<ushort, char> _used = [];

    /// <summary>Its name in page content.</summary>
    public string Resource { get; } = resource;

    public double WidthOf(string text, double size) => text.Sum(character => face.WidthOf(face.GlyphOf(character))) * size / 1000;

    /// <summary>The text as glyph numbers in hexadecimal.</summary>
    public string Encode(string text)
    {
        var encoded = new StringBuilder(4 * text.Length);
        foreach (var character in text)
        {
            var glyph = face.GlyphOf(character);
            _used.TryAdd(glyph, character);
            encoded.Append(glyph.ToString("X4", CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }

    /// <summary>Writes the font: a composite font addressed by glyph number, with the way back from glyphs to characters.</summary>
    public int WriteTo(PdfFile file)
    {
        // Six letters and a plus mark a font as a part of the whole one.
        var fullName = "KASSAS+" + name;
        var subset = TrueTypeSubset.Of(face, _used.Keys);
        var program = file.AddStream(subset, string.Create(CultureInfo.InvariantCulture, $"/Length1 {subset.Length} "));
        var descriptor = file.Add(
            $"<< /Type /FontDescriptor /FontName /{fullName} /Flags 4 /FontBBox [{string.Join(' ', face.Box.Select(PdfFile.Number))}] /ItalicAngle 0 "
            + $"/Ascent {PdfFile.Number(face.Ascent)} /Descent {PdfFile.Number(face.Descent)} /CapHeight {PdfFile.Number(face.CapHeight)} /StemV 80 /FontFile2 {program} 0 R >>");
        var widths = string.Join(' ', _used.Keys.Select(glyph => $"{glyph} [{PdfFile.Number(face.WidthOf(glyph))}]"));
        var descendant = file.Add(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{fullName} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            + $"/FontDescriptor {descriptor} 0 R /DW 0 /W [{widths}] /CIDToGIDMap /Identity >>");
        var unicode = file.AddStream(Encoding.ASCII.GetBytes(CharacterMap()));
        return file.Add(
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{fullName} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>");
    }

    private string CharacterMap()
    {
        var map = new StringBuilder();
        map.Append("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n");
        map.Append("/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n");
        map.Append("1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        // The specification allows 100 entries a block.
        foreach (var block in _used.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (glyph, character) in block)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{(int)character:X4}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
