using System.Buffers.Binary;
using System.Text;

namespace KassaSurvey.Infrastructure.Exports.Pdf.Format;

/// <summary>A font with the outlines of the used glyphs only. Glyphs keep their numbers; the others become empty.</summary>
internal static class TrueTypeSubset
{
    private const int MoreComponents = 0x20;
    private const int WideArguments = 0x01;
    private const int OneScale = 0x08;
    private const int TwoScales = 0x40;
    private const int Matrix = 0x80;

    // All that a PDF viewer reads of an embedded TrueType font addressed by glyph number.
    private static readonly string[] Kept = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

    public static byte[] Of(TrueTypeFace face, IEnumerable<ushort> used)
    {
        var glyphs = WithComponents(face, used);
        using var outlines = new MemoryStream();
        var offsets = new byte[4 * (face.GlyphCount + 1)];
        for (var glyph = 0; glyph < face.GlyphCount; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(offsets.AsSpan(4 * glyph), (uint)outlines.Length);
            if (glyphs.Contains((ushort)glyph))
            {
                outlines.Write(Outline(face, glyph));
                while (outlines.Length % 4 != 0)
                {
                    outlines.WriteByte(0);
                }
            }
        }

        BinaryPrimitives.WriteUInt32BigEndian(offsets.AsSpan(4 * face.GlyphCount), (uint)outlines.Length);
        var head = face.Table("head").ToArray();
        // The new offsets are all long ones.
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        return Assemble(Kept.Select(name => (name, name switch
        {
            "glyf" => outlines.ToArray(),
            "loca" => offsets,
            "head" => head,
            _ => face.Table(name).ToArray(),
        })).Where(table => table.Item2.Length > 0).ToList());
    }

    private static HashSet<ushort> WithComponents(TrueTypeFace face, IEnumerable<ushort> used)
    {
        var glyphs = new HashSet<ushort> { 0 };
        var waiting = new Stack<ushort>(used);
        while (waiting.TryPop(out var glyph))
        {
            if (glyphs.Add(glyph))
            {
                foreach (var component in Components(Outline(face, glyph)))
                {
                    waiting.Push(component);
                }
            }
        }

        return glyphs;
    }

    /// <summary>The parts of a composed glyph: ä is a and two dots.</summary>
    private static List<ushort> Components(ReadOnlySpan<byte> outline)
    {
        var parts = new List<ushort>();
        if (outline.Length < 10 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
        {
            return parts;
        }

        var at = 10;
        int flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            parts.Add(BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]));
            at += 4 + ((flags & WideArguments) != 0 ? 4 : 2)
                + ((flags & OneScale) != 0 ? 2 : (flags & TwoScales) != 0 ? 4 : (flags & Matrix) != 0 ? 8 : 0);
        }
        while ((flags & MoreComponents) != 0);
        return parts;
    }

    private static ReadOnlySpan<byte> Outline(TrueTypeFace face, int glyph)
    {
        var offsets = face.Table("loca");
        var (from, to) = face.HasLongOffsets
            ? ((int)BinaryPrimitives.ReadUInt32BigEndian(offsets[(4 * glyph)..]), (int)BinaryPrimitives.ReadUInt32BigEndian(offsets[(4 * (glyph + 1))..]))
            : (2 * BinaryPrimitives.ReadUInt16BigEndian(offsets[(2 * glyph)..]), 2 * BinaryPrimitives.ReadUInt16BigEndian(offsets[(2 * (glyph + 1))..]));
        return face.Table("glyf")[from..to];
    }

    private static byte[] Assemble(List<(string Name, byte[] Content)> tables)
    {
        var offset = 12 + (16 * tables.Count);
        var file = new byte[offset + tables.Sum(table => (table.Content.Length + 3) / 4 * 4)];
        var power = (int)Math.Log2(tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)((16 * tables.Count) - (16 << power)));
        for (var i = 0; i < tables.Count; i++)
        {
            var entry = file.AsSpan(12 + (16 * i));
            Encoding.ASCII.GetBytes(tables[i].Name, entry);
            tables[i].Content.CopyTo(file, offset);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Checksum(file.AsSpan(offset, (tables[i].Content.Length + 3) / 4 * 4)));
            BinaryPrimitives.WriteUInt32BigEndian(entry[8..], (uint)offset);
            BinaryPrimitives.WriteUInt32BigEndian(entry[12..], (uint)tables[i].Content.Length);
            offset += (tables[i].Content.Length + 3) / 4 * 4;
        }

        return file;
    }

    private static uint Checksum(ReadOnlySpan<byte> content)
    {
        var sum = 0u;
        for (var at = 0; at < content.Length; at += 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(content[at..]));
        }

        return sum;
    }
}
