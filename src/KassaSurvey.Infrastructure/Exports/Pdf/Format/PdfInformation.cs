using System.Text;
using System.Xml.Linq;

namespace KassaSurvey.Infrastructure.Exports.Pdf.Format;

/// <summary>What a document says of itself.</summary>
internal sealed record PdfInformation(string Title, string Author, string Subject, string Language)
{
    /// <summary>The same as XMP (ISO 16684-1), with the claim to be accessible (PDF/UA-1, ISO 14289-1, clause 5).</summary>
    public byte[] ToXmp()
    {
        XNamespace meta = "adobe:ns:meta/", rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", dc = "http://purl.org/dc/elements/1.1/",
            pdf = "http://ns.adobe.com/pdf/1.3/", ua = "http://www.aiim.org/pdfua/ns/id/";
        var packet = new XElement(
            meta + "xmpmeta", new XAttribute(XNamespace.Xmlns + "x", meta.NamespaceName),
            new XElement(
                rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", rdf.NamespaceName),
                new XElement(
                    rdf + "Description", new XAttribute(rdf + "about", ""), new XAttribute(XNamespace.Xmlns + "dc", dc.NamespaceName),
                    new XAttribute(XNamespace.Xmlns + "pdf", pdf.NamespaceName), new XAttribute(XNamespace.Xmlns + "pdfuaid", ua.NamespaceName),
                    new XElement(dc + "title", InDefaultLanguage(Title)),
                    new XElement(dc + "creator", new XElement(rdf + "Seq", new XElement(rdf + "li", Author))),
                    new XElement(dc + "description", InDefaultLanguage(Subject)),
                    new XElement(dc + "language", new XElement(rdf + "Bag", new XElement(rdf + "li", Language))),
                    new XElement(pdf + "Producer", "KassaSurvey"),
                    new XElement(ua + "part", 1))));
        return Encoding.UTF8.GetBytes($"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n{packet}\n<?xpacket end=\"r\"?>");

        XElement InDefaultLanguage(string text) =>
            new(rdf + "Alt", new XElement(rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), text));
    }
}
