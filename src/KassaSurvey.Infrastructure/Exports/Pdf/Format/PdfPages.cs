using System.Globalization;
using System.Text;

namespace KassaSurvey.Infrastructure.Exports.Pdf.Format;

/// <summary>
/// Draws pages: text, lines, boxes and circles, from the top left corner, in points. What is drawn belongs to the open element of the
/// structure, or is decoration; anything else throws, so that nothing can be invisible to a screen reader by mistake.
/// </summary>
internal sealed class PdfPages
{
    public const double PageWidth = 595;
    public const double PageHeight = 842;

    private readonly List<StringBuilder> _pages = [];
    private readonly List<(string Title, int Page)> _bookmarks = [];
    private readonly List<PdfPicture> _pictures = [];
    private readonly PdfStructure _structure = new();
    private bool _isDecoration;
    private bool _isMarked;

    public int Count => _pages.Count;

    public void StartPage()
    {
        CloseMark();
        _pages.Add(new());
        _structure.StartPage();
    }

    public void Bookmark(string title) => _bookmarks.Add((title, _pages.Count - 1));

    public void Begin(PdfTag tag, string? alternative = null)
    {
        CloseMark();
        _structure.Begin(tag, alternative);
    }

    public void End()
    {
        CloseMark();
        _structure.End();
    }

    public void Decoration(Action draw)
    {
        CloseMark();
        _isDecoration = true;
        draw();
        CloseMark();
        _isDecoration = false;
    }

    public void DrawText(string text, PdfFont font, double size, PdfColour colour, double x, double y) => Draw(
        $"BT {colour.Operands} rg /{font.Resource} {PdfFile.Number(size)} Tf {Point(x, y)} Td <{font.Encode(text)}> Tj ET");

    public void DrawLine(PdfColour colour, double width, double x1, double y1, double x2, double y2, bool isDashed = false) => Draw(
        $"{colour.Operands} RG {PdfFile.Number(width)} w {(isDashed ? "[3 3] 0 d" : "[] 0 d")} {Point(x1, y1)} m {Point(x2, y2)} l S");

    public void FillBox(PdfColour colour, double x, double y, double width, double height) => Draw(
        $"{colour.Operands} rg {Point(x, y + height)} {PdfFile.Number(width)} {PdfFile.Number(height)} re f");

    public void DrawCircle(PdfColour edge, PdfColour fill, double width, double x, double y, double radius)
    {
        // Four curves come within 0.03 % of a circle with this length of handles.
        var k = radius * 0.5523;
        Draw($"{edge.Operands} RG {fill.Operands} rg {PdfFile.Number(width)} w [] 0 d {Point(x - radius, y)} m "
            + $"{Point(x - radius, y - k)} {Point(x - k, y - radius)} {Point(x, y - radius)} c "
            + $"{Point(x + k, y - radius)} {Point(x + radius, y - k)} {Point(x + radius, y)} c "
            + $"{Point(x + radius, y + k)} {Point(x + k, y + radius)} {Point(x, y + radius)} c "
            + $"{Point(x - k, y + radius)} {Point(x - radius, y + k)} {Point(x - radius, y)} c b");
    }

    /// <summary>A picture in a box, from its top left corner.</summary>
    public void DrawPicture(PdfPicture picture, double x, double y, double width, double height)
    {
        if (!_pictures.Contains(picture))
        {
            _pictures.Add(picture);
        }

        Draw(string.Create(
            CultureInfo.InvariantCulture,
            $"q {PdfFile.Number(width)} 0 0 {PdfFile.Number(height)} {Point(x, y + height)} cm /P{_pictures.IndexOf(picture)} Do Q"));
    }

    /// <summary>The file.</summary>
    public byte[] Close(PdfInformation information, IReadOnlyList<PdfFont> fonts)
    {
        CloseMark();
        var file = new PdfFile();
        var tree = file.Reserve();
        var pictures = string.Join(' ', _pictures.Select((picture, place) => string.Create(CultureInfo.InvariantCulture, $"/P{place} {AddPicture(file, picture)} 0 R")));
        var resources = file.Add($"<< /Font << {string.Join(' ', fonts.Select(font => $"/{font.Resource} {font.WriteTo(file)} 0 R"))} >> /XObject << {pictures} >> >>");
        int[] pages =
        [
            .. _pages.Select((content, page) =>
            {
                var stream = file.AddStream(Encoding.Latin1.GetBytes(content.ToString()));
                return file.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {PageWidth} {PageHeight}] /Resources {resources} 0 R /Contents {stream} 0 R /StructParents {page} /Tabs /S >>"));
            }),
        ];
        file.Set(tree, $"<< /Type /Pages /Count {pages.Length} /Kids [{string.Join(' ', pages.Select(page => $"{page} 0 R"))}] >>");
        var catalog = file.Add(
            $"<< /Type /Catalog /Pages {tree} 0 R /Lang {PdfFile.Text(information.Language)} /MarkInfo << /Marked true >> "
            + $"/StructTreeRoot {_structure.WriteTo(file, pages)} 0 R /Outlines {Outlines(file, pages)} 0 R /PageMode /UseOutlines "
            + $"/ViewerPreferences << /DisplayDocTitle true >> /Metadata {file.AddPlainStream(information.ToXmp(), "/Type /Metadata /Subtype /XML ")} 0 R >>");
        var facts = file.Add(
            $"<< /Title {PdfFile.Text(information.Title)} /Author {PdfFile.Text(information.Author)} /Subject {PdfFile.Text(information.Subject)} /Producer (KassaSurvey) >>");
        return file.Close(catalog, facts);
    }

    private static int AddPicture(PdfFile file, PdfPicture picture) => file.AddStream(
        picture.Bytes,
        string.Create(
            CultureInfo.InvariantCulture,
            $"/Type /XObject /Subtype /Image /Width {picture.Width} /Height {picture.Height} {picture.Entries} /BitsPerComponent 8 "),
        picture.IsPacked);

    private int Outlines(PdfFile file, int[] pages)
    {
        var root = file.Reserve();
        int[] items = [.. _bookmarks.Select(_ => file.Reserve())];
        for (var i = 0; i < items.Length; i++)
        {
            var previous = i > 0 ? $"/Prev {items[i - 1]} 0 R " : "";
            var next = i < items.Length - 1 ? $"/Next {items[i + 1]} 0 R " : "";
            file.Set(items[i], $"<< /Title {PdfFile.Text(_bookmarks[i].Title)} /Parent {root} 0 R {previous}{next}/Dest [{pages[_bookmarks[i].Page]} 0 R /Fit] >>");
        }

        var ends = items.Length > 0 ? $"/First {items[0]} 0 R /Last {items[^1]} 0 R " : "";
        return file.Set(root, $"<< /Type /Outlines {ends}/Count {items.Length} >>");
    }

    private void Draw(string operators)
    {
        if (!_isMarked)
        {
            if (!_isDecoration && _structure.IsAtRoot)
            {
                throw new InvalidOperationException("Something is drawn that is neither part of the document nor decoration.");
            }

            _pages[^1].Append(_isDecoration
                ? "/Artifact BMC\n"
                : string.Create(CultureInfo.InvariantCulture, $"/{PdfStructure.NameOf(_structure.Current.Tag)} << /MCID {_structure.Mark()} >> BDC\n"));
            _isMarked = true;
        }

        _pages[^1].Append(operators).Append('\n');
    }

    private void CloseMark()
    {
        if (_isMarked)
        {
            _pages[^1].Append("EMC\n");
            _isMarked = false;
        }
    }

    private static string Point(double x, double y) => $"{PdfFile.Number(x)} {PdfFile.Number(PageHeight - y)}";
}

/// <summary>A colour.</summary>
internal readonly record struct PdfColour(byte Red, byte Green, byte Blue)
{
    /// <summary>As operands in page content.</summary>
    public string Operands => $"{PdfFile.Number(Red / 255.0)} {PdfFile.Number(Green / 255.0)} {PdfFile.Number(Blue / 255.0)}";
}
