using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using KassaSurvey.Application.Features.Reports;

namespace KassaSurvey.Infrastructure.Exports.TripleS;

/// <summary>The metadata file (Triple-S XML 2.0, the Triple-S Group): what each field of the data file is.</summary>
internal static class TripleSMetadata
{
    /// <summary>Writes the file.</summary>
    public static async Task WriteAsync(
        AnswerSet answers, IReadOnlyList<TripleSVariable> variables, IReadOnlyDictionary<string, AmountRange> amounts, string dataFile, Stream output,
        CancellationToken cancellationToken)
    {
        var document = new XDocument(
            new XDeclaration("1.0", "UTF-8", null),
            new XElement(
                "sss", new XAttribute("version", "2.0"),
                new XElement("date", answers.GeneratedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                new XElement("origin", "KassaSurvey"),
                new XElement("user", Office.OfficeXml.Printable(answers.Fund)),
                new XElement(
                    "survey",
                    new XElement("name", Office.OfficeXml.Printable(answers.Survey)),
                    new XElement("version", answers.DataVersion),
                    new XElement("title", Office.OfficeXml.Printable(answers.Title)),
                    new XElement(
                        "record", new XAttribute("ident", "R"), new XAttribute("href", dataFile), new XAttribute("format", "csv"), new XAttribute("skip", 1),
                        variables.Select((variable, place) => Describe(variable, place + 1, amounts))))));
        await using var writer = XmlWriter.Create(output, new() { Async = true, Indent = true, CloseOutput = false });
        await document.SaveAsync(writer, cancellationToken);
    }

    private static XElement Describe(TripleSVariable variable, int place, IReadOnlyDictionary<string, AmountRange> amounts) => new(
        "variable", new XAttribute("ident", place),
        new XAttribute("type", variable.IsMultiple ? "multiple" : variable.IsQuantity ? "quantity" : "single"),
        variable.IsWeight ? new XAttribute("use", "weight") : null,
        new XElement("name", variable.Name),
        new XElement("label", Office.OfficeXml.Printable(variable.Label)),
        new XElement("position", new XAttribute("start", place)),
        new XElement(
            "values",
            variable.IsQuantity
                ? new XElement("range", new XAttribute("from", amounts[variable.Name].FromText), new XAttribute("to", amounts[variable.Name].ToText))
                : variable.Values.Select(value => new XElement("value", new XAttribute("code", value.Code), Office.OfficeXml.Printable(value.Label)))));
}
