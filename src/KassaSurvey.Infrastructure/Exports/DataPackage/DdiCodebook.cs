using System.Globalization;
using System.Xml.Linq;
using KassaSurvey.Application.Features.Reports;

namespace KassaSurvey.Infrastructure.Exports.DataPackage;

/// <summary>What the file is and what its columns mean, as DDI-Codebook 2.5: what data archives take in.</summary>
internal static class DdiCodebook
{
    private static readonly XNamespace Ddi = "ddi:codebook:2_5";

    public static async Task WriteAsync(YearlyReport report, AnswerSet answers, Stream output, CancellationToken cancellationToken)
    {
        var document = new XDocument(new XDeclaration("1.0", "UTF-8", null), new XElement(
            Ddi + "codeBook",
            new XAttribute("version", "2.5"),
            new XAttribute(XNamespace.Xml + "lang", report.Language),
            Study(report),
            new XElement(
                Ddi + "fileDscr", new XAttribute("ID", "F1"),
                new XElement(
                    Ddi + "fileTxt",
                    new XElement(Ddi + "fileName", "answers.csv"),
                    new XElement(
                        Ddi + "dimensns", new XElement(Ddi + "caseQnty", answers.Values.RowCount), new XElement(Ddi + "varQnty", answers.Variables.Length)))),
            new XElement(Ddi + "dataDscr", answers.Variables.Select((variable, place) => Variable(answers, variable, place)))));
        await document.SaveAsync(output, SaveOptions.None, cancellationToken);
    }

    private static XElement Study(YearlyReport report) => new(
        Ddi + "stdyDscr",
        new XElement(
            Ddi + "citation",
            new XElement(
                Ddi + "titlStmt", new XElement(Ddi + "titl", $"{report.Fund}: {report.Survey} {report.Year}"), new XElement(Ddi + "IDNo", report.DataVersion)),
            new XElement(Ddi + "rspStmt", new XElement(Ddi + "AuthEnty", report.Fund)),
            new XElement(
                Ddi + "prodStmt", new XElement(Ddi + "prodDate", new XAttribute("date", report.GeneratedOn.ToString("O", CultureInfo.InvariantCulture)), report.GeneratedOn.ToString("O", CultureInfo.InvariantCulture)),
                new XElement(Ddi + "software", "KassaSurvey"))),
        new XElement(
            Ddi + "method",
            new XElement(Ddi + "dataColl", new XElement(Ddi + "weight", new ReportWords(report.Language)[report.IsWeighted ? ReportTexts.Weighted : ReportTexts.Unweighted])),
            new XElement(Ddi + "notes", string.Join(' ', report.Method))));

    private static XElement Variable(AnswerSet answers, ResponseVariable variable, int place) => new(
        Ddi + "var",
        new XAttribute("ID", string.Create(CultureInfo.InvariantCulture, $"V{place + 1}")),
        new XAttribute("name", variable.Name),
        new XAttribute("files", "F1"),
        variable.IsWeight ? new XAttribute("wgt", "wgt") : null,
        new XAttribute("intrvl", variable.IsCoded ? "discrete" : "contin"),
        new XElement(Ddi + "labl", variable.Label),
        !variable.IsQuestion ? null : new XElement(Ddi + "qstn", new XElement(Ddi + "qstnLit", variable.Label)),
        variable.Scale is { } scale
            ? new XElement(
                Ddi + "valrng",
                new XElement(Ddi + "range", new XAttribute("min", scale.Minimum), new XAttribute("max", scale.Maximum)))
            : null,
        variable.Values.Select(value => Category(value.Value, value.Label, isMissing: false)),
        variable is { IsCoded: true, AllowsCantSay: true } ? Category(ResponseValues.CantSay, answers.CantSay, isMissing: true) : null,
        variable.IsCoded ? Category(ResponseValues.NotAsked, answers.NotAsked, isMissing: true) : null,
        new XElement(Ddi + "varFormat", new XAttribute("type", "numeric")));

    private static XElement Category(double value, string label, bool isMissing) => new(
        Ddi + "catgry",
        isMissing ? new XAttribute("missing", "Y") : null,
        new XElement(Ddi + "catValu", value.ToString("R", CultureInfo.InvariantCulture)),
        new XElement(Ddi + "labl", label));
}
