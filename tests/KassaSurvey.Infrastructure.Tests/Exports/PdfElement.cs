using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace KassaSurvey.Infrastructure.Tests.Exports;

/// <summary>An element of a PDF's structure tree.</summary>
internal sealed class PdfElement
{
    private PdfElement(PdfElement? parent, DictionaryToken token, PdfDocument document)
    {
        (Parent, Type) = (parent, ((NameToken)token.Data["S"]).Data);
        Alternative = token.Data.GetValueOrDefault("Alt") switch
        {
            HexToken hex => hex.Data,
            StringToken text => text.Data,
            _ => null,
        };
        Scope = token.Data.GetValueOrDefault("A") is DictionaryToken attributes && attributes.Data.GetValueOrDefault("Scope") is NameToken scope ? scope.Data : null;
        Kids = [.. Elements(token.Data["K"], document).Select(kid => new PdfElement(this, kid, document))];
    }

    public PdfElement? Parent { get; }

    /// <summary>Its type, such as H1.</summary>
    public string Type { get; }

    /// <summary>The words that stand for a picture.</summary>
    public string? Alternative { get; }

    /// <summary>Of a heading in a table: Column or Row.</summary>
    public string? Scope { get; }

    public IReadOnlyList<PdfElement> Kids { get; }

    public static PdfElement TreeOf(PdfDocument document)
    {
        var root = (DictionaryToken)Read(document.Structure.Catalog.CatalogDictionary.Data["StructTreeRoot"], document);
        return new(null, (DictionaryToken)Read(root.Data["K"], document), document);
    }

    public IEnumerable<PdfElement> All() => Kids.SelectMany(kid => kid.All()).Prepend(this);

    private static IEnumerable<DictionaryToken> Elements(IToken kids, PdfDocument document) => (kids is ArrayToken many ? many.Data : [kids])
        .Select(kid => Read(kid, document)).OfType<DictionaryToken>().Where(kid => kid.Data.ContainsKey("S"));

    private static IToken Read(IToken token, PdfDocument document) =>
        token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data).Data : token;
}
