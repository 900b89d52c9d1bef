using System.Xml.Linq;
using static KassaSurvey.Infrastructure.Exports.Office.OfficeXml;

namespace KassaSurvey.Infrastructure.Exports.PowerPoint;

/// <summary>A table of texts.</summary>
/// <param name="Description">What it holds, for those who cannot see it.</param>
/// <param name="Headings">The headings of its columns.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Widths">The columns' shares of the width.</param>
/// <param name="IsText">Which columns are text, and left-aligned.</param>
internal sealed record DeckTable(
    string Description, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<double> Widths, IReadOnlyList<bool> IsText)
{
    /// <summary>Rows that fit on a slide in a size that can be read from the last chair.</summary>
    public const int MostRows = 12;

    private const long RowHeight = 340_000;

    public XElement Draw(DeckBox box, string language) => new(
        A + "tbl",
        new XElement(A + "tblPr", new XAttribute("firstRow", "1")),
        new XElement(A + "tblGrid", Widths.Select(width => new XElement(A + "gridCol", new XAttribute("w", (long)(box.Width * width / Widths.Sum()))))),
        Row(Headings, isHeading: true, language),
        Rows.Select(row => Row(row, isHeading: false, language)));

    private XElement Row(IReadOnlyList<string> cells, bool isHeading, string language) => new(
        A + "tr", new XAttribute("h", RowHeight), cells.Select((cell, column) => Cell(cell, IsText[column], isHeading, language)));

    private static XElement Cell(string text, bool isText, bool isHeading, string language) => new(
        A + "tc",
        new XElement(
            A + "txBody", new XElement(A + "bodyPr"), new XElement(A + "lstStyle"),
            new XElement(
                A + "p", new XElement(A + "pPr", new XAttribute("algn", isText ? "l" : "r")),
                new XElement(
                    A + "r",
                    new XElement(
                        A + "rPr", new XAttribute("lang", language), new XAttribute("sz", 1200), isHeading ? new XAttribute("b", "1") : null,
                        Fill(isHeading ? Deep : Ink)),
                    new XElement(A + "t", Printable(text))))),
        new XElement(
            A + "tcPr", new XAttribute("marT", 30_000), new XAttribute("marB", 30_000), new XAttribute("anchor", "ctr"),
            Line("lnL", null), Line("lnR", null), Line("lnT", null), Line("lnB", isHeading ? Deep : "CBD5DB"),
            isHeading ? Fill(Tint) : new XElement(A + "noFill")));

    private static XElement Line(string side, string? colour) => colour is null
        ? new(A + side, new XAttribute("w", 0), new XElement(A + "noFill"))
        : new(A + side, new XAttribute("w", 9525), Fill(colour));
}
