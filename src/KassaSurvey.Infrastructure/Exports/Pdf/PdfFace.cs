using KassaSurvey.Infrastructure.Exports.Pdf.Format;

namespace KassaSurvey.Infrastructure.Exports.Pdf;

/// <summary>The report's typefaces, sizes and colours: one family, two weights, one calm hue.</summary>
internal sealed class PdfFace
{
    public static readonly PdfColour Deep = new(0x1D, 0x4E, 0x5F);
    public static readonly PdfColour Tint = new(0xE8, 0xF0, 0xF2);
    public static readonly PdfColour Ink = new(0x1F, 0x29, 0x33);
    public static readonly PdfColour Soft = new(0x52, 0x60, 0x6D);
    public static readonly PdfColour Past = new(0x8A, 0x97, 0xA3);
    public static readonly PdfColour Rule = new(0xCB, 0xD5, 0xDB);
    public static readonly PdfColour White = new(0xFF, 0xFF, 0xFF);

    private static readonly Lazy<TrueTypeFace> Regular = new(() => Load("Inter-Regular"));
    private static readonly Lazy<TrueTypeFace> SemiBold = new(() => Load("Inter-SemiBold"));

    private readonly PdfFont _regular = new("F1", "Inter-Regular", Regular.Value);
    private readonly PdfFont _bold = new("F2", "Inter-SemiBold", SemiBold.Value);

    public IReadOnlyList<PdfFont> Fonts => [_regular, _bold];

    public PdfType CoverTitle => new(_bold, 34);

    public PdfType CoverText => new(_regular, 13);

    public PdfType Headline => new(_bold, 15);

    public PdfType Heading => new(_bold, 18);

    public PdfType Subheading => new(_bold, 10.5);

    public PdfType Body => new(_regular, 10.5);

    public PdfType Cell => new(_regular, 8);

    public PdfType CellHeading => new(_bold, 7.5);

    public PdfType Small => new(_regular, 7.5);

    private static TrueTypeFace Load(string name)
    {
        using var font = typeof(PdfFace).Assembly.GetManifestResourceStream(name + ".ttf")
            ?? throw new InvalidOperationException($"The font {name} is missing from the program.");
        var bytes = new byte[font.Length];
        font.ReadExactly(bytes);
        return new(bytes);
    }
}

/// <summary>A typeface at a size.</summary>
internal readonly record struct PdfType(PdfFont Font, double Size)
{
    public double WidthOf(string text) => Font.WidthOf(text, Size);
}
