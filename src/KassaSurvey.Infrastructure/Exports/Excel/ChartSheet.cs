using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Infrastructure.Exports.Office;
using static KassaSurvey.Infrastructure.Exports.Office.OfficeXml;

namespace KassaSurvey.Infrastructure.Exports.Excel;

/// <summary>The sheet of charts: each beside the cells it is drawn from.</summary>
internal static class ChartSheet
{
    /// <summary>The sheet's name, which the charts' formulas use.</summary>
    public const string Name = "Charts";

    /// <summary>Rows that a chart takes; the next one's cells begin below.</summary>
    private const int RowsOfAChart = 26;
    private const int FirstColumn = 4;
    private const int LastColumn = 15;

    private static readonly XNamespace Xdr = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";

    /// <summary>The charts of a report that are not empty.</summary>
    public static IReadOnlyList<OfficeChart> Of(YearlyReport report, ReportWords words)
    {
        var charts = new ReportCharts(report, words);
        OfficeChart?[] all = [charts.Areas(), charts.Trend(), .. report.Segments.Select(charts.Groups), .. report.ShareBars.Where(question => !question.Bars.IsEmpty).Select(charts.Shares)];
        return [.. all.OfType<OfficeChart>()];
    }

    /// <summary>Writes the cells.</summary>
    public static void Write(SheetWriter sheet, IReadOnlyList<OfficeChart> charts)
    {
        foreach (var chart in charts)
        {
            sheet.Texts([chart.Title, .. chart.Series.Select(series => series.Name)], CellStyles.Heading);
            for (var row = 0; row < chart.Categories.Count; row++)
            {
                sheet.Cells([ReportCell.Of(chart.Categories[row]), .. chart.Series.Select(series => ReportCell.Of(series.Values[row], chart.Decimals, chart.Style))]);
            }

            for (var row = chart.Categories.Count + 1; row < Height(chart); row++)
            {
                sheet.Texts([], CellStyles.WrappedText);
            }
        }
    }

    /// <summary>Draws the charts beside them.</summary>
    public static void Draw(DrawingsPart drawings, IReadOnlyList<OfficeChart> charts)
    {
        var anchors = new List<XElement>();
        var row = 0;
        foreach (var chart in charts)
        {
            var part = drawings.AddNewPart<ChartPart>();
            part.Fill(chart.Draw(Name, row + 1));
            anchors.Add(Anchor(chart, drawings.GetIdOfPart(part), anchors.Count + 2, row));
            row += Height(chart);
        }

        drawings.Fill(new XElement(
            Xdr + "wsDr", new XAttribute(XNamespace.Xmlns + "xdr", Xdr.NamespaceName), new XAttribute(XNamespace.Xmlns + "a", A.NamespaceName), anchors));
    }

    private static int Height(OfficeChart chart) => Math.Max(RowsOfAChart, chart.Categories.Count + 3);

    private static XElement Anchor(OfficeChart chart, string id, int number, int row) => new(
        Xdr + "twoCellAnchor",
        Place("from", FirstColumn, row),
        Place("to", LastColumn, row + Height(chart) - 2),
        new XElement(
            Xdr + "graphicFrame", new XAttribute("macro", ""),
            new XElement(
                Xdr + "nvGraphicFramePr",
                new XElement(Xdr + "cNvPr", new XAttribute("id", number), new XAttribute("name", $"Chart {number - 1}"), new XAttribute("descr", Printable(chart.Description))),
                new XElement(Xdr + "cNvGraphicFramePr")),
            new XElement(
                Xdr + "xfrm", new XElement(A + "off", new XAttribute("x", 0), new XAttribute("y", 0)), new XElement(A + "ext", new XAttribute("cx", 0), new XAttribute("cy", 0))),
            new XElement(
                A + "graphic",
                new XElement(
                    A + "graphicData", new XAttribute("uri", C.NamespaceName),
                    new XElement(
                        C + "chart", new XAttribute(XNamespace.Xmlns + "c", C.NamespaceName), new XAttribute(XNamespace.Xmlns + "r", R.NamespaceName), new XAttribute(R + "id", id))))),
        new XElement(Xdr + "clientData"));

    private static XElement Place(string name, int column, int row) => new(
        Xdr + name, new XElement(Xdr + "col", column), new XElement(Xdr + "colOff", 0), new XElement(Xdr + "row", row), new XElement(Xdr + "rowOff", 0));
}
