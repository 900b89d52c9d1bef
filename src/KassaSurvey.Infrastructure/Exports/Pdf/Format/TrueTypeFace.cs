using System.Buffers.Binary;
using System.Text;

namespace KassaSurvey.Infrastructure.Exports.Pdf.Format;

/// <summary>What a PDF needs of a TrueType font: widths, the glyph of a character, its measures. OpenType specification, tables by name.</summary>
internal sealed class TrueTypeFace
{
    private readonly byte[] _data;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<char, ushort> _glyphs = [];
    private readonly int _metrics;

    public TrueTypeFace(byte[] data)
    {
        _data = data;
        var count = U16(4);
        for (var i = 0; i < count; i++)
        {
            var entry = 12 + (16 * i);
            _tables[Encoding.ASCII.GetString(data, entry, 4)] = ((int)U32(entry + 8), (int)U32(entry + 12));
        }

        UnitsPerEm = U16(At("head") + 18);
        HasLongOffsets = S16(At("head") + 50) != 0;
        GlyphCount = U16(At("maxp") + 4);
        _metrics = U16(At("hhea") + 34);
        ReadCharacters();
    }

    public int UnitsPerEm { get; }

    public bool HasLongOffsets { get; }

    public int GlyphCount { get; }

    public double Ascent => Thousandths(S16(At("hhea") + 4));

    public double Descent => Thousandths(S16(At("hhea") + 6));

    public double CapHeight => Thousandths(S16(At("OS/2") + 88));

    public double[] Box => [.. Enumerable.Range(0, 4).Select(i => Thousandths(S16(At("head") + 36 + (2 * i))))];

    /// <summary>The character's glyph; 0, the empty box, when the font lacks it.</summary>
    public ushort GlyphOf(char character) => _glyphs.GetValueOrDefault(character);

    /// <summary>The glyph's width in thousandths of the type size.</summary>
    public double WidthOf(ushort glyph) => Thousandths(U16(At("hmtx") + (4 * Math.Min(glyph, _metrics - 1))));

    public ReadOnlySpan<byte> Table(string name) => _tables.TryGetValue(name, out var table) ? _data.AsSpan(table.Offset, table.Length) : [];

    private double Thousandths(int units) => units * 1000.0 / UnitsPerEm;

    private int At(string table) => _tables[table].Offset;

    /// <summary>The character map of the basic plane (format 4): segments of characters, each with a shift or a list of glyphs.</summary>
    private void ReadCharacters()
    {
        var map = At("cmap");
        var subtable = Enumerable.Range(0, U16(map + 2))
            .Select(i => map + (int)U32(map + 4 + (8 * i) + 4))
            .First(offset => U16(offset) == 4);
        var segments = U16(subtable + 6) / 2;
        var ends = subtable + 14;
        var starts = ends + (2 * segments) + 2;
        var shifts = starts + (2 * segments);
        var ranges = shifts + (2 * segments);
        for (var segment = 0; segment < segments; segment++)
        {
            var range = U16(ranges + (2 * segment));
            int start = U16(starts + (2 * segment)), end = U16(ends + (2 * segment));
            for (var code = start; code <= end && code != 0xFFFF; code++)
            {
                var glyph = range == 0
                    ? code + U16(shifts + (2 * segment))
                    : U16(ranges + (2 * segment) + range + (2 * (code - start))) is var listed and not 0 ? listed + U16(shifts + (2 * segment)) : 0;
                _glyphs[(char)code] = (ushort)glyph;
            }
        }
    }

    private ushort U16(int offset) => BinaryPrimitives.ReadUInt16BigEndian(_data.AsSpan(offset));

    private short S16(int offset) => BinaryPrimitives.ReadInt16BigEndian(_data.AsSpan(offset));

    private uint U32(int offset) => BinaryPrimitives.ReadUInt32BigEndian(_data.AsSpan(offset));
}
