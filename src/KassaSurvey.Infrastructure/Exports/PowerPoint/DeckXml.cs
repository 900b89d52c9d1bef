using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace KassaSurvey.Infrastructure.Exports.PowerPoint;

/// <summary>The namespaces, sizes and colours of a deck, and the way its parts are filled.</summary>
internal static class DeckXml
{
    /// <summary>Width of a 16:9 slide in EMU (914 400 to the inch).</summary>
    public const long Width = 12_192_000;

    /// <summary>Height of a slide.</summary>
    public const long Height = 6_858_000;

    /// <summary>White space at the sides.</summary>
    public const long Margin = 600_000;

    public const string Deep = "1D4E5F";
    public const string Tint = "E8F0F2";
    public const string Ink = "1F2933";
    public const string Soft = "52606D";
    public const string Past = "8A97A3";
    public const string White = "FFFFFF";

    public static readonly XNamespace P = "http://schemas.openxmlformats.org/presentationml/2006/main";
    public static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    public static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    public static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The declarations that a root element needs.</summary>
    public static object[] Prefixes =>
    [
        new XAttribute(XNamespace.Xmlns + "a", A.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "r", R.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "p", P.NamespaceName),
    ];

    /// <summary>Makes the element the whole content of a part.</summary>
    public static void Fill(this OpenXmlPart part, XElement root)
    {
        using var memory = new MemoryStream();
        new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), root).Save(memory, SaveOptions.DisableFormatting);
        memory.Position = 0;
        part.FeedData(memory);
    }

    /// <summary>A plain fill.</summary>
    public static XElement Fill(string colour) => new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", colour)));

    /// <summary>Where something stands on a slide.</summary>
    public static XElement Place(XNamespace ns, DeckBox box) => new(
        ns + "xfrm",
        new XElement(A + "off", new XAttribute("x", box.Left), new XAttribute("y", box.Top)),
        new XElement(A + "ext", new XAttribute("cx", box.Width), new XAttribute("cy", box.Height)));
}

/// <summary>A box on a slide, in EMU from the top left corner.</summary>
internal readonly record struct DeckBox(long Left, long Top, long Width, long Height)
{
    /// <summary>All of a slide between its title and its footer.</summary>
    public static DeckBox Body => new(DeckXml.Margin, 1_500_000, DeckXml.Width - (2 * DeckXml.Margin), 4_650_000);
}
