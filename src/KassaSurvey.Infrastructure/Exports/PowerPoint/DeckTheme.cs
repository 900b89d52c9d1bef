using System.Xml.Linq;
using static KassaSurvey.Infrastructure.Exports.Office.OfficeXml;

namespace KassaSurvey.Infrastructure.Exports.PowerPoint;

/// <summary>The colours and fonts that a person who edits the deck is offered.</summary>
internal static class DeckTheme
{
    private const string Font = "Calibri";

    public static XElement Theme() => new(
        A + "theme", new XAttribute(XNamespace.Xmlns + "a", A.NamespaceName), new XAttribute("name", "KassaSurvey"),
        new XElement(
            A + "themeElements",
            new XElement(
                A + "clrScheme", new XAttribute("name", "KassaSurvey"),
                Colour("dk1", Ink), Colour("lt1", White), Colour("dk2", Deep), Colour("lt2", Tint),
                Colour("accent1", Deep), Colour("accent2", Past), Colour("accent3", "2F7F86"), Colour("accent4", "B5651D"),
                Colour("accent5", "6B5B95"), Colour("accent6", Soft), Colour("hlink", Deep), Colour("folHlink", Soft)),
            new XElement(A + "fontScheme", new XAttribute("name", "KassaSurvey"), Fonts("majorFont"), Fonts("minorFont")),
            new XElement(
                A + "fmtScheme", new XAttribute("name", "KassaSurvey"),
                new XElement(A + "fillStyleLst", Three(Placeholder)),
                new XElement(A + "lnStyleLst", Three(() => new XElement(A + "ln", new XAttribute("w", 9525), Placeholder()))),
                new XElement(A + "effectStyleLst", Three(() => new XElement(A + "effectStyle", new XElement(A + "effectLst")))),
                new XElement(A + "bgFillStyleLst", Three(Placeholder)))));

    private static XElement Colour(string name, string value) => new(A + name, new XElement(A + "srgbClr", new XAttribute("val", value)));

    private static XElement Fonts(string name) => new(
        A + name,
        new XElement(A + "latin", new XAttribute("typeface", Font)),
        new XElement(A + "ea", new XAttribute("typeface", "")),
        new XElement(A + "cs", new XAttribute("typeface", "")));

    private static XElement Placeholder() => new(A + "solidFill", new XElement(A + "schemeClr", new XAttribute("val", "phClr")));

    /// <summary>A theme has three of each: subtle, moderate and intense.</summary>
    private static IEnumerable<XElement> Three(Func<XElement> make) => [make(), make(), make()];
}
