using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Infrastructure.Exports.Office;
using static KassaSurvey.Infrastructure.Exports.Office.OfficeXml;
using static KassaSurvey.Infrastructure.Exports.PowerPoint.DeckXml;

namespace KassaSurvey.Infrastructure.Exports.PowerPoint;

/// <summary>A slide that is being put together: a title that says its message, things below it, a footer that frames the figures.</summary>
/// <param name="part">Where it is written.</param>
/// <param name="place">Its number, from 1.</param>
/// <param name="language">The language of its texts.</param>
internal sealed class DeckSlide(SlidePart part, int place, string language)
{
    private const int FooterSize = 1000;
    private const long LogoWidth = 2_400_000;
    private const long LogoHeight = 800_000;
    private const long LogoTop = 500_000;
    private const long LogoGround = 110_000;

    private readonly List<XElement> _shapes = [];

    private int NextId => _shapes.Count + 2;

    /// <summary>The title. Every slide has one: it is what a screen reader and the outline read first.</summary>
    public void Title(string text, DeckBox? box = null, int? size = null, string? colour = null) =>
        Add("Title", new XElement(P + "ph", new XAttribute("type", "title")), box, [Paragraph(text, size, colour)]);

    /// <summary>The footer and the slide's number. Sizes are said again: not every program takes a footer's from the layout.</summary>
    public void Footer(string text)
    {
        Add("Footer", new XElement(P + "ph", new XAttribute("type", "ftr"), new XAttribute("idx", 11)), null, [Paragraph(text, FooterSize, Soft)]);
        var number = new XElement(
            A + "p", new XElement(A + "pPr", new XAttribute("algn", "r")),
            new XElement(
                A + "fld", new XAttribute("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"), new XAttribute("type", "slidenum"), Run(FooterSize, Soft),
                new XElement(A + "t", place.ToString(CultureInfo.InvariantCulture))));
        Add("Slide number", new XElement(P + "ph", new XAttribute("type", "sldNum"), new XAttribute("idx", 12)), null, [number]);
    }

    /// <summary>Paragraphs in a box.</summary>
    public void Text(DeckBox box, IEnumerable<string> paragraphs, int size, string colour, bool isList = false) =>
        Add("Text", null, box, [.. paragraphs.Select(text => Paragraph(text, size, colour, isList))]);

    /// <summary>A box of one colour without words.</summary>
    public void Band(DeckBox box, string colour) => _shapes.Add(new(
        P + "sp",
        new XElement(P + "nvSpPr", DeckShell.Named(NextId, "Band"), new XElement(P + "cNvSpPr"), new XElement(P + "nvPr")),
        new XElement(P + "spPr", Place(A, box), Rectangle(), Fill(colour), new XElement(A + "ln", new XElement(A + "noFill")))));

    /// <summary>The fund's logo in the upper right corner on a white ground. What slides cannot show (WebP) is left out.</summary>
    public void Logo(LogoFile logo, string description)
    {
        if (logo.MediaType is not ("image/png" or "image/jpeg"))
        {
            return;
        }

        var picture = part.AddImagePart(logo.MediaType);
        using (var bytes = new MemoryStream([.. logo.Bytes]))
        {
            picture.FeedData(bytes);
        }

        var scale = Math.Min(LogoWidth / (double)logo.Width, LogoHeight / (double)logo.Height);
        var box = new DeckBox(Width - Margin - (long)(logo.Width * scale), LogoTop, (long)(logo.Width * scale), (long)(logo.Height * scale));
        Band(new(box.Left - LogoGround, box.Top - LogoGround, box.Width + (2 * LogoGround), box.Height + (2 * LogoGround)), White);
        _shapes.Add(new(
            P + "pic",
            new XElement(
                P + "nvPicPr", DeckShell.Named(NextId, "Logo", description),
                new XElement(P + "cNvPicPr", new XElement(A + "picLocks", new XAttribute("noChangeAspect", "1"))), new XElement(P + "nvPr")),
            new XElement(
                P + "blipFill", new XElement(A + "blip", new XAttribute(R + "embed", part.GetIdOfPart(picture))),
                new XElement(A + "stretch", new XElement(A + "fillRect"))),
            new XElement(P + "spPr", Place(A, box), Rectangle())));
    }

    /// <summary>A chart with its data; a person who clicks it edits the numbers.</summary>
    public void Chart(DeckBox box, OfficeChart chart)
    {
        var chartPart = part.AddNewPart<ChartPart>();
        var workbook = chartPart.AddNewPart<EmbeddedPackagePart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", null);
        using (var stream = workbook.GetStream(FileMode.Create, FileAccess.Write))
        {
            DeckWorkbook.Write(stream, chart);
        }

        chartPart.Fill(chart.Draw(DeckWorkbook.SheetName, 1, new XElement(
            C + "externalData", new XAttribute(R + "id", chartPart.GetIdOfPart(workbook)), new XElement(C + "autoUpdate", new XAttribute("val", 0)))));
        _shapes.Add(new(
            P + "graphicFrame",
            new XElement(P + "nvGraphicFramePr", DeckShell.Named(NextId, "Chart", chart.Description), new XElement(P + "cNvGraphicFramePr"), new XElement(P + "nvPr")),
            Place(P, box),
            new XElement(
                A + "graphic",
                new XElement(
                    A + "graphicData", new XAttribute("uri", C.NamespaceName),
                    new XElement(C + "chart", new XAttribute(XNamespace.Xmlns + "c", C.NamespaceName), new XAttribute(R + "id", part.GetIdOfPart(chartPart)))))));
    }

    /// <summary>A table whose first row is its heading.</summary>
    public void Table(DeckBox box, DeckTable table) => _shapes.Add(new(
        P + "graphicFrame",
        new XElement(
            P + "nvGraphicFramePr", DeckShell.Named(NextId, "Table", table.Description),
            new XElement(P + "cNvGraphicFramePr", new XElement(A + "graphicFrameLocks", new XAttribute("noGrp", "1"))), new XElement(P + "nvPr")),
        Place(P, box),
        new XElement(
            A + "graphic",
            new XElement(A + "graphicData", new XAttribute("uri", "http://schemas.openxmlformats.org/drawingml/2006/table"), table.Draw(box, language)))));

    /// <summary>Writes the slide.</summary>
    public void Close() => part.Fill(new XElement(
        P + "sld", Prefixes,
        new XElement(P + "cSld", DeckShell.Tree([.. _shapes])),
        new XElement(P + "clrMapOvr", new XElement(A + "masterClrMapping"))));

    private void Add(string name, XElement? holder, DeckBox? box, XElement[] paragraphs) => _shapes.Add(new(
        P + "sp",
        new XElement(
            P + "nvSpPr", DeckShell.Named(NextId, string.Create(CultureInfo.InvariantCulture, $"{name} {NextId}")),
            new XElement(P + "cNvSpPr", holder is null ? new XAttribute("txBox", "1") : new XElement(A + "spLocks", new XAttribute("noGrp", "1"))),
            new XElement(P + "nvPr", holder)),
        new XElement(P + "spPr", box is { } stands ? Place(A, stands) : null, holder is null ? Rectangle() : null),
        new XElement(
            P + "txBody",
            holder is null
                ? new XElement(A + "bodyPr", new XAttribute("wrap", "square"), new XAttribute("lIns", 0), new XAttribute("rIns", 0), new XElement(A + "normAutofit"))
                : new XElement(A + "bodyPr", new XElement(A + "normAutofit")),
            new XElement(A + "lstStyle"),
            paragraphs)));

    private XElement Paragraph(string text, int? size = null, string? colour = null, bool isList = false) => new(
        A + "p",
        isList ? new XElement(
            A + "pPr", new XAttribute("marL", 228_600), new XAttribute("indent", -228_600),
            new XElement(A + "spcAft", new XElement(A + "spcPts", new XAttribute("val", 600))), new XElement(A + "buChar", new XAttribute("char", "•"))) : null,
        new XElement(A + "r", Run(size, colour), new XElement(A + "t", Printable(text))));

    private XElement Run(int? size, string? colour) => new(
        A + "rPr", new XAttribute("lang", language), size is null ? null : new XAttribute("sz", size), colour is null ? null : Fill(colour),
        new XElement(A + "latin", new XAttribute("typeface", "+mn-lt")));

    private static XElement Rectangle() => new(A + "prstGeom", new XAttribute("prst", "rect"), new XElement(A + "avLst"));

}
