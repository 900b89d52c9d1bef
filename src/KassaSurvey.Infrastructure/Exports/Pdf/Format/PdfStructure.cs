using System.Globalization;

namespace KassaSurvey.Infrastructure.Exports.Pdf.Format;

/// <summary>The tree that tells a screen reader what each piece of a page is (ISO 32000-1, 14.7).</summary>
internal sealed class PdfStructure
{
    private readonly Element _root = new(PdfTag.Document, null, null);
    private readonly List<List<Element>> _pages = [];

    public PdfStructure() => Current = _root;

    /// <summary>The innermost open element.</summary>
    public Element Current { get; private set; }

    public bool IsAtRoot => Current == _root;

    public void StartPage() => _pages.Add([]);

    public void Begin(PdfTag tag, string? alternative) => Current = Current.Add(tag, alternative);

    public void End() => Current = Current.Parent ?? throw new InvalidOperationException("There is no open element.");

    /// <summary>A number for a piece of the current page that belongs to the current element.</summary>
    public int Mark()
    {
        var page = _pages[^1];
        page.Add(Current);
        Current.Kids.Add((_pages.Count - 1, page.Count - 1));
        return page.Count - 1;
    }

    /// <summary>Writes the tree.</summary>
    /// <param name="file">The file.</param>
    /// <param name="pages">The object numbers of the pages.</param>
    public int WriteTo(PdfFile file, IReadOnlyList<int> pages)
    {
        var root = file.Reserve();
        var numbers = new Dictionary<Element, int>();
        Number(_root);
        foreach (var (element, number) in numbers)
        {
            file.Set(number, Describe(element, element.Parent is { } parent ? numbers[parent] : root));
        }

        var lookup = string.Join(' ', _pages.Select((elements, page) =>
            string.Create(CultureInfo.InvariantCulture, $"{page} [{string.Join(' ', elements.Select(element => $"{numbers[element]} 0 R"))}]")));
        var parents = file.Add($"<< /Nums [{lookup}] >>");
        return file.Set(root, string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /StructTreeRoot /K {numbers[_root]} 0 R /ParentTree {parents} 0 R /ParentTreeNextKey {_pages.Count} >>"));

        void Number(Element element)
        {
            numbers[element] = file.Reserve();
            foreach (var child in element.Kids.OfType<Element>())
            {
                Number(child);
            }
        }

        string Describe(Element element, int parent) =>
            $"<< /Type /StructElem /S /{NameOf(element.Tag)} /P {parent} 0 R /K [{string.Join(' ', element.Kids.Select(Kid))}]"
            + (element.Alternative is { } words ? " /Alt " + PdfFile.Text(words) : "")
            + (element.Tag switch
            {
                PdfTag.TableHeading => " /A << /O /Table /Scope /Column >>",
                PdfTag.RowHeading => " /A << /O /Table /Scope /Row >>",
                _ => "",
            }) + " >>";

        string Kid(object kid) => kid is (int page, int mark)
            ? $"<< /Type /MCR /Pg {pages[page]} 0 R /MCID {mark.ToString(CultureInfo.InvariantCulture)} >>"
            : $"{numbers[(Element)kid]} 0 R";
    }

    public static string NameOf(PdfTag tag) => tag switch
    {
        PdfTag.Heading1 => "H1",
        PdfTag.Heading2 => "H2",
        PdfTag.Paragraph => "P",
        PdfTag.TableRow => "TR",
        PdfTag.TableHeading or PdfTag.RowHeading => "TH",
        PdfTag.TableCell => "TD",
        _ => tag.ToString(),
    };

    /// <summary>A piece of the document.</summary>
    internal sealed class Element(PdfTag tag, Element? parent, string? alternative)
    {
        public PdfTag Tag { get; } = tag;

        public Element? Parent { get; } = parent;

        public string? Alternative { get; } = alternative;

        /// <summary>Elements, and marks as (page, number).</summary>
        public List<object> Kids { get; } = [];

        public Element Add(PdfTag child, string? words)
        {
            var element = new Element(child, this, words);
            Kids.Add(element);
            return element;
        }
    }
}

/// <summary>What a piece of a document is.</summary>
internal enum PdfTag
{
    Document,
    Heading1,
    Heading2,
    Paragraph,
    Figure,
    Table,
    TableRow,
    TableHeading,
    RowHeading,
    TableCell,
}
