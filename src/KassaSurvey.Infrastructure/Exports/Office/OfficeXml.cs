using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace KassaSurvey.Infrastructure.Exports.Office;

/// <summary>The namespaces and colours that slides and workbooks share, and the way their parts are filled.</summary>
internal static class OfficeXml
{
    public const string Deep = "1D4E5F";
    public const string Tint = "E8F0F2";
    public const string Ink = "1F2933";
    public const string Soft = "52606D";
    public const string Past = "8A97A3";
    public const string White = "FFFFFF";

    public static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    public static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    public static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Makes the element the whole content of a part.</summary>
    public static void Fill(this OpenXmlPart part, XElement root)
    {
        using var memory = new MemoryStream();
        new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), root).Save(memory, SaveOptions.DisableFormatting);
        memory.Position = 0;
        part.FeedData(memory);
    }

    /// <summary>Characters that XML cannot carry are dropped: a control character in a label must not spoil the file.</summary>
    public static string Printable(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where(XmlConvert.IsXmlChar));

    /// <summary>A plain fill.</summary>
    public static XElement Fill(string colour) => new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", colour)));
}
