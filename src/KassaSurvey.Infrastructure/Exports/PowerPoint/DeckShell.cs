using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using static KassaSurvey.Infrastructure.Exports.Office.OfficeXml;
using static KassaSurvey.Infrastructure.Exports.PowerPoint.DeckXml;

namespace KassaSurvey.Infrastructure.Exports.PowerPoint;

/// <summary>An empty presentation with its theme, master and one layout: title, footer and slide number in their places.</summary>
internal sealed class DeckShell
{
    private const uint FirstSlide = 256;

    private readonly PresentationPart _presentation;
    private readonly SlideLayoutPart _layout;
    private readonly SlideMasterPart _master;
    private readonly List<SlidePart> _slides = [];

    public DeckShell(PresentationDocument document)
    {
        _presentation = document.AddPresentationPart();
        _master = _presentation.AddNewPart<SlideMasterPart>();
        _layout = _master.AddNewPart<SlideLayoutPart>();
        _layout.AddPart(_master);
        _master.AddNewPart<ThemePart>().Fill(DeckTheme.Theme());
        _presentation.AddPart(_master.ThemePart!);
        _master.Fill(Master());
        _layout.Fill(new XElement(
            P + "sldLayout", Prefixes, new XAttribute("type", "titleOnly"), new XAttribute("preserve", "1"),
            new XElement(P + "cSld", new XAttribute("name", "Title"), Tree(Title(), Footer(), Number())),
            new XElement(P + "clrMapOvr", new XElement(A + "masterClrMapping"))));
    }

    /// <summary>Adds an empty slide.</summary>
    public DeckSlide AddSlide(string language)
    {
        var slide = _presentation.AddNewPart<SlidePart>();
        slide.AddPart(_layout);
        _slides.Add(slide);
        return new(slide, _slides.Count, language);
    }

    /// <summary>Writes the list of slides; nothing can be added afterwards.</summary>
    public void Close() => _presentation.Fill(new XElement(
        P + "presentation", Prefixes, new XAttribute("saveSubsetFonts", "1"),
        new XElement(P + "sldMasterIdLst", new XElement(P + "sldMasterId", new XAttribute("id", 2_147_483_648), new XAttribute(R + "id", _presentation.GetIdOfPart(_master)))),
        new XElement(
            P + "sldIdLst",
            _slides.Select((slide, i) => new XElement(P + "sldId", new XAttribute("id", FirstSlide + i), new XAttribute(R + "id", _presentation.GetIdOfPart(slide))))),
        new XElement(P + "sldSz", new XAttribute("cx", Width), new XAttribute("cy", Height)),
        new XElement(P + "notesSz", new XAttribute("cx", 6_858_000), new XAttribute("cy", 9_144_000))));

    /// <summary>The tree of shapes of a slide, layout or master.</summary>
    public static XElement Tree(params object[] shapes) => new(
        P + "spTree",
        new XElement(P + "nvGrpSpPr", Named(1, ""), new XElement(P + "cNvGrpSpPr"), new XElement(P + "nvPr")),
        new XElement(P + "grpSpPr"),
        shapes);

    /// <summary>The identity of a shape; what it says to those who cannot see it.</summary>
    public static XElement Named(int id, string name, string? description = null) => new(
        P + "cNvPr", new XAttribute("id", id), new XAttribute("name", name), description is null ? null : new XAttribute("descr", Printable(description)));

    private XElement Master() => new(
        P + "sldMaster", Prefixes,
        new XElement(
            P + "cSld",
            new XElement(P + "bg", new XElement(P + "bgPr", Fill(White), new XElement(A + "effectLst"))),
            Tree(Title(), Footer(), Number())),
        new XElement(
            P + "clrMap",
            new XAttribute("bg1", "lt1"), new XAttribute("tx1", "dk1"), new XAttribute("bg2", "lt2"), new XAttribute("tx2", "dk2"),
            new XAttribute("accent1", "accent1"), new XAttribute("accent2", "accent2"), new XAttribute("accent3", "accent3"),
            new XAttribute("accent4", "accent4"), new XAttribute("accent5", "accent5"), new XAttribute("accent6", "accent6"),
            new XAttribute("hlink", "hlink"), new XAttribute("folHlink", "folHlink")),
        new XElement(P + "sldLayoutIdLst", new XElement(P + "sldLayoutId", new XAttribute("id", 2_147_483_649), new XAttribute(R + "id", _master.GetIdOfPart(_layout)))),
        new XElement(P + "txStyles", Style("titleStyle", 2600, "b", Deep), Style("bodyStyle", 1600, null, Ink), Style("otherStyle", 1200, null, Ink)));

    private static XElement Style(string name, int size, string? weight, string colour) => new(
        P + name,
        new XElement(
            A + "lvl1pPr", new XAttribute("algn", "l"),
            new XElement(
                A + "defRPr", new XAttribute("sz", size), weight is null ? null : new XAttribute("b", "1"), Fill(colour),
                new XElement(A + "latin", new XAttribute("typeface", "+mn-lt")))));

    private static XElement Title() => Holder(2, "Title", "title", null, new(Margin, 380_000, Width - (2 * Margin), 1_000_000), "b", null);

    private static XElement Footer() => Holder(3, "Footer", "ftr", 11, new(Margin, 6_300_000, Width - (2 * Margin) - 900_000, 360_000), "ctr", 1000);

    private static XElement Number() => Holder(4, "Slide number", "sldNum", 12, new(Width - Margin - 800_000, 6_300_000, 800_000, 360_000), "ctr", 1000);

    private static XElement Holder(int id, string name, string type, int? index, DeckBox box, string anchor, int? size) => new(
        P + "sp",
        new XElement(
            P + "nvSpPr", Named(id, name), new XElement(P + "cNvSpPr", new XElement(A + "spLocks", new XAttribute("noGrp", "1"))),
            new XElement(P + "nvPr", new XElement(P + "ph", new XAttribute("type", type), index is null ? null : new XAttribute("idx", index)))),
        new XElement(P + "spPr", Place(A, box)),
        new XElement(
            P + "txBody",
            new XElement(A + "bodyPr", new XAttribute("lIns", 0), new XAttribute("rIns", 0), new XAttribute("anchor", anchor), new XElement(A + "normAutofit")),
            new XElement(
                A + "lstStyle",
                size is null ? null : new XElement(
                    A + "lvl1pPr", new XAttribute("algn", type == "sldNum" ? "r" : "l"), new XElement(A + "defRPr", new XAttribute("sz", size), Fill(Soft)))),
            new XElement(A + "p", new XElement(A + "endParaRPr"))));
}
