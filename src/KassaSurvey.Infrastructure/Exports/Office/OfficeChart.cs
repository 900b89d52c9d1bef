using System.Globalization;
using System.Xml.Linq;
using KassaSurvey.Application.Features.Reports;
using static KassaSurvey.Infrastructure.Exports.Office.OfficeXml;

namespace KassaSurvey.Infrastructure.Exports.Office;

/// <summary>A chart of PowerPoint's and Excel's own, drawn from the cells of a sheet: categories in column A, a series a column, names above.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Description">What it shows, for those who cannot see it.</param>
/// <param name="Categories">What the values are of.</param>
/// <param name="Series">The values; null where there is none to show.</param>
/// <param name="Decimals">How many decimals are shown.</param>
/// <param name="Style">How numbers are shown: plain, or shares as percent.</param>
/// <param name="Minimum">Lowest value of the axis.</param>
/// <param name="Maximum">Highest value of the axis.</param>
internal sealed record OfficeChart(
    string Title, OfficeChartKind Kind, string Description, IReadOnlyList<string> Categories, IReadOnlyList<OfficeSeries> Series, int Decimals, NumberStyle Style, double Minimum, double Maximum)
{
    private const int CategoryAxis = 111;
    private const int ValueAxis = 112;

    /// <summary>How numbers are shown, as a spreadsheet writes it.</summary>
    private string NumberFormat => "0." + new string('0', Decimals) + (Style == NumberStyle.Percent ? "%" : "");

    private bool IsLine => Kind == OfficeChartKind.Line;

    /// <summary>The chart.</summary>
    /// <param name="sheet">The sheet that holds its numbers.</param>
    /// <param name="firstRow">The row of the series' names, from 1.</param>
    /// <param name="more">What follows the chart: where its workbook is.</param>
    public XElement Draw(string sheet, int firstRow, XElement? more = null)
    {
        var cells = new OfficeCells(sheet, firstRow, Categories.Count);
        return new(
            C + "chartSpace",
            new XAttribute(XNamespace.Xmlns + "c", C.NamespaceName), new XAttribute(XNamespace.Xmlns + "a", A.NamespaceName), new XAttribute(XNamespace.Xmlns + "r", R.NamespaceName),
            new XElement(C + "roundedCorners", Val(0)),
            new XElement(
                C + "chart",
                new XElement(C + "autoTitleDeleted", Val(1)),
                new XElement(C + "plotArea", new XElement(C + "layout"), Plot(cells), Axis(isValue: false), Axis(isValue: true)),
                Series.Count > 1 ? new XElement(C + "legend", new XElement(C + "legendPos", Val("b")), new XElement(C + "overlay", Val(0))) : null,
                new XElement(C + "plotVisOnly", Val(1)),
                new XElement(C + "dispBlanksAs", Val("gap"))),
            new XElement(C + "txPr", new XElement(A + "bodyPr"), new XElement(A + "lstStyle"), TextStyle(1200, Ink)),
            more);
    }

    private XElement Plot(OfficeCells cells) => IsLine
        ? new(
            C + "lineChart", new XElement(C + "grouping", Val("standard")), new XElement(C + "varyColors", Val(0)), Series.Select((series, place) => Drawn(series, place, cells)),
            new XElement(C + "marker", Val(1)), new XElement(C + "axId", Val(CategoryAxis)), new XElement(C + "axId", Val(ValueAxis)))
        : new(
            C + "barChart", new XElement(C + "barDir", Val("bar")), new XElement(C + "grouping", Val("clustered")), new XElement(C + "varyColors", Val(0)),
            Series.Select((series, place) => Drawn(series, place, cells)),
            new XElement(C + "gapWidth", Val(60)), new XElement(C + "axId", Val(CategoryAxis)), new XElement(C + "axId", Val(ValueAxis)));

    private XElement Drawn(OfficeSeries series, int place, OfficeCells cells) => new(
        C + "ser",
        new XElement(C + "idx", Val(place)), new XElement(C + "order", Val(place)),
        new XElement(C + "tx", new XElement(C + "strRef", new XElement(C + "f", cells.Name(place + 1)), Texts([series.Name]))),
        new XElement(
            C + "spPr",
            IsLine ? new XElement(A + "ln", new XAttribute("w", 28_575), Fill(series.Colour)) : Fill(series.Colour)),
        IsLine ? new XElement(
            C + "marker", new XElement(C + "symbol", Val("circle")), new XElement(C + "size", Val(7)), new XElement(C + "spPr", Fill(series.Colour)))
            : new XElement(C + "invertIfNegative", Val(0)),
        Labels(),
        new XElement(C + "cat", new XElement(C + "strRef", new XElement(C + "f", cells.Values(0)), Texts(Categories))),
        new XElement(
            C + "val",
            new XElement(
                C + "numRef", new XElement(C + "f", cells.Values(place + 1)),
                new XElement(
                    C + "numCache", new XElement(C + "formatCode", NumberFormat), new XElement(C + "ptCount", Val(Categories.Count)),
                    series.Values.Select((value, i) => value is { } known
                        ? new XElement(C + "pt", new XAttribute("idx", i), new XElement(C + "v", known.ToString("R", CultureInfo.InvariantCulture)))
                        : null)))),
        IsLine ? new XElement(C + "smooth", Val(0)) : null);

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
        texts.Select((text, i) => new XElement(C + "pt", new XAttribute("idx", i), new XElement(C + "v", Printable(text)))));

    private static XAttribute Val(object value) => new("val", value);
}

/// <summary>A row of values of a chart.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Values">One a category; null where there is none to show.</param>
/// <param name="Colour">Its colour.</param>
internal sealed record OfficeSeries(string Name, IReadOnlyList<double?> Values, string Colour);

/// <summary>How a chart is drawn.</summary>
internal enum OfficeChartKind
{
    /// <summary>Lying bars.</summary>
    Bars = 1,

    /// <summary>A line with points.</summary>
    Line = 2,
}

/// <summary>Where a chart's numbers are.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="FirstRow">The row of the series' names, from 1.</param>
/// <param name="Count">How many categories.</param>
internal readonly record struct OfficeCells(string Sheet, int FirstRow, int Count)
{
    /// <summary>The cell of a series' name; column 0 are the categories.</summary>
    public string Name(int column) => FormattableString.Invariant($"{Sheet}!${Letter(column)}${FirstRow}");

    /// <summary>The cells below it.</summary>
    public string Values(int column) => FormattableString.Invariant($"{Sheet}!${Letter(column)}${FirstRow + 1}:${Letter(column)}${FirstRow + Count}");

    private static char Letter(int column) => (char)('A' + column);
}
