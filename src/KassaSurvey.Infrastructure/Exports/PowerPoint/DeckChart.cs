using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using static KassaSurvey.Infrastructure.Exports.PowerPoint.DeckXml;

namespace KassaSurvey.Infrastructure.Exports.PowerPoint;

/// <summary>A chart of PowerPoint's own, with the workbook that its numbers are edited in.</summary>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Description">What it shows, for those who cannot see it.</param>
/// <param name="Categories">What the values are of.</param>
/// <param name="Series">The values; null where there is none to show.</param>
/// <param name="NumberFormat">How numbers are shown, as a spreadsheet writes it.</param>
/// <param name="Minimum">Lowest value of the axis.</param>
/// <param name="Maximum">Highest value of the axis.</param>
internal sealed record DeckChart(
    DeckChartKind Kind, string Description, IReadOnlyList<string> Categories, IReadOnlyList<DeckSeries> Series, string NumberFormat, double Minimum, double Maximum)
{
    private const string SheetName = "Data";

    private const int CategoryAxis = 111;
    private const int ValueAxis = 112;

    private bool IsLine => Kind == DeckChartKind.Line;

    public void WriteTo(ChartPart part)
    {
        var workbook = part.AddNewPart<EmbeddedPackagePart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", null);
        using (var stream = workbook.GetStream(FileMode.Create, FileAccess.Write))
        {
            DeckWorkbook.Write(stream, SheetName, this);
        }

        part.Fill(new XElement(
            C + "chartSpace",
            new XAttribute(XNamespace.Xmlns + "c", C.NamespaceName), new XAttribute(XNamespace.Xmlns + "a", A.NamespaceName), new XAttribute(XNamespace.Xmlns + "r", R.NamespaceName),
            new XElement(C + "roundedCorners", Val(0)),
            new XElement(
                C + "chart",
                new XElement(C + "autoTitleDeleted", Val(1)),
                new XElement(C + "plotArea", new XElement(C + "layout"), Plot(), Axis(isValue: false), Axis(isValue: true)),
                Series.Count > 1 ? new XElement(C + "legend", new XElement(C + "legendPos", Val("b")), new XElement(C + "overlay", Val(0))) : null,
                new XElement(C + "plotVisOnly", Val(1)),
                new XElement(C + "dispBlanksAs", Val("gap"))),
            new XElement(C + "txPr", new XElement(A + "bodyPr"), new XElement(A + "lstStyle"), TextStyle(1200, Ink)),
            new XElement(C + "externalData", new XAttribute(R + "id", part.GetIdOfPart(workbook)), new XElement(C + "autoUpdate", Val(0)))));
    }

    private XElement Plot() => IsLine
        ? new(
            C + "lineChart", new XElement(C + "grouping", Val("standard")), new XElement(C + "varyColors", Val(0)), Series.Select(Drawn),
            new XElement(C + "marker", Val(1)), new XElement(C + "axId", Val(CategoryAxis)), new XElement(C + "axId", Val(ValueAxis)))
        : new(
            C + "barChart", new XElement(C + "barDir", Val("bar")), new XElement(C + "grouping", Val("clustered")), new XElement(C + "varyColors", Val(0)),
            Series.Select(Drawn),
            new XElement(C + "gapWidth", Val(60)), new XElement(C + "axId", Val(CategoryAxis)), new XElement(C + "axId", Val(ValueAxis)));

    private XElement Drawn(DeckSeries series, int place)
    {
        var column = (char)('B' + place);
        var last = Categories.Count + 1;
        return new(
            C + "ser",
            new XElement(C + "idx", Val(place)), new XElement(C + "order", Val(place)),
            new XElement(C + "tx", new XElement(C + "strRef", new XElement(C + "f", $"{SheetName}!${column}$1"), Texts([series.Name]))),
            new XElement(
                C + "spPr",
                IsLine ? new XElement(A + "ln", new XAttribute("w", 28_575), Fill(series.Colour)) : Fill(series.Colour)),
            IsLine ? new XElement(
                C + "marker", new XElement(C + "symbol", Val("circle")), new XElement(C + "size", Val(7)), new XElement(C + "spPr", Fill(series.Colour)))
                : new XElement(C + "invertIfNegative", Val(0)),
            Labels(),
            new XElement(C + "cat", new XElement(C + "strRef", new XElement(C + "f", $"{SheetName}!$A$2:$A${last}"), Texts(Categories))),
            new XElement(
                C + "val",
                new XElement(
                    C + "numRef", new XElement(C + "f", $"{SheetName}!${column}$2:${column}${last}"),
                    new XElement(
                        C + "numCache", new XElement(C + "formatCode", NumberFormat), new XElement(C + "ptCount", Val(Categories.Count)),
                        series.Values.Select((value, i) => value is { } known
                            ? new XElement(C + "pt", new XAttribute("idx", i), new XElement(C + "v", known.ToString("R", CultureInfo.InvariantCulture)))
                            : null)))),
            IsLine ? new XElement(C + "smooth", Val(0)) : null);
    }

    private XElement Labels() => new(
        C + "dLbls",
        new XElement(C + "numFmt", new XAttribute("formatCode", NumberFormat), new XAttribute("sourceLinked", 0)),
        new XElement(C + "spPr", new XElement(A + "noFill"), new XElement(A + "ln", new XElement(A + "noFill"))),
        new XElement(C + "txPr", new XElement(A + "bodyPr"), new XElement(A + "lstStyle"), TextStyle(1100, Ink)),
        IsLine ? new XElement(C + "dLblPos", Val("t")) : new XElement(C + "dLblPos", Val("outEnd")),
        new XElement(C + "showLegendKey", Val(0)), new XElement(C + "showVal", Val(1)), new XElement(C + "showCatName", Val(0)),
        new XElement(C + "showSerName", Val(0)), new XElement(C + "showPercent", Val(0)), new XElement(C + "showBubbleSize", Val(0)));

    private XElement Axis(bool isValue) => new(
        C + (isValue ? "valAx" : "catAx"),
        new XElement(C + "axId", Val(isValue ? ValueAxis : CategoryAxis)),
        new XElement(
            C + "scaling",
            // Bars are drawn from the bottom up; read from the top, the first row comes first.
            new XElement(C + "orientation", Val(!isValue && !IsLine ? "maxMin" : "minMax")),
            isValue ? new XElement(C + "max", Val(Maximum)) : null,
            isValue ? new XElement(C + "min", Val(Minimum)) : null),
        new XElement(C + "delete", Val(0)),
        new XElement(C + "axPos", Val(isValue == IsLine ? "l" : "b")),
        isValue ? new XElement(C + "majorGridlines", new XElement(C + "spPr", new XElement(A + "ln", new XAttribute("w", 6350), Fill("E1E7EB")))) : null,
        new XElement(C + "numFmt", new XAttribute("formatCode", isValue ? NumberFormat : "General"), new XAttribute("sourceLinked", 0)),
        new XElement(C + "majorTickMark", Val("none")), new XElement(C + "minorTickMark", Val("none")),
        new XElement(C + "tickLblPos", Val(!IsLine && isValue ? "high" : "low")),
        new XElement(C + "spPr", new XElement(A + "ln", new XAttribute("w", 6350), Fill("CBD5DB"))),
        new XElement(C + "txPr", new XElement(A + "bodyPr"), new XElement(A + "lstStyle"), TextStyle(1100, isValue ? Soft : Ink)),
        new XElement(C + "crossAx", Val(isValue ? CategoryAxis : ValueAxis)),
        new XElement(C + "crosses", Val(isValue ? "autoZero" : "min")));

    private static XElement TextStyle(int size, string colour) => new(
        A + "p", new XElement(A + "pPr", new XElement(A + "defRPr", new XAttribute("sz", size), Fill(colour))), new XElement(A + "endParaRPr"));

    private static XElement Texts(IReadOnlyList<string> texts) => new(
        C + "strCache", new XElement(C + "ptCount", Val(texts.Count)),
        texts.Select((text, i) => new XElement(C + "pt", new XAttribute("idx", i), new XElement(C + "v", text))));

    private static XAttribute Val(object value) => new("val", value);
}

/// <summary>A row of values of a chart.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Values">One a category; null where there is none to show.</param>
/// <param name="Colour">Its colour.</param>
internal sealed record DeckSeries(string Name, IReadOnlyList<double?> Values, string Colour);

/// <summary>How a chart is drawn.</summary>
internal enum DeckChartKind
{
    /// <summary>Lying bars.</summary>
    Bars = 1,

    /// <summary>A line with points.</summary>
    Line = 2,
}
