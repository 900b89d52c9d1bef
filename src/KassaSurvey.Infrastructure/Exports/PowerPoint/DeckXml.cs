using System.Xml.Linq;
using static KassaSurvey.Infrastructure.Exports.Office.OfficeXml;

namespace KassaSurvey.Infrastructure.Exports.PowerPoint;

/// <summary>The sizes and the root of a deck's parts.</summary>
internal static class DeckXml
{
    /// <summary>Width of a 16:9 slide in EMU (914 400 to the inch).</summary>
    public const long Width = 12_192_000;

    /// <summary>Height of a slide.</summary>
    public const long Height = 6_858_000;

    /// <summary>White space at the sides.</summary>
    public const long Margin = 600_000;

    public static readonly XNamespace P = "http://schemas.openxmlformats.org/presentationml/2006/main";

    /// <summary>The declarations that a root element needs.</summary>
    public static object[] Prefixes =>
    [
        new XAttribute(XNamespace.Xmlns + "a", A.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "r", R.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "p", P.NamespaceName),
    ];

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
