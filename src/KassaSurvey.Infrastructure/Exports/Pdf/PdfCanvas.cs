using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Infrastructure.Exports.Pdf.Format;

namespace KassaSurvey.Infrastructure.Exports.Pdf;

/// <summary>Pages with a cursor that moves down. Everything drawn is either tagged for screen readers or marked as decoration.</summary>
internal sealed class PdfCanvas
{
    public const double Left = 48;
    public const double Top = 54;
    private const double FooterTop = 790;

    private readonly IReadOnlyList<string> _footer;
    private readonly ReportWords _words;
    private readonly int _pageCount;

    /// <param name="words">The report's words.</param>
    /// <param name="footer">Lines at the foot of every page but the cover.</param>
    /// <param name="pageCount">How many pages there will be, for "page x of y".</param>
    public PdfCanvas(ReportWords words, IReadOnlyList<string> footer, int pageCount)
    {
        _words = words;
        _footer = footer;
        _pageCount = pageCount;
    }

    public PdfFace Face { get; } = new();

    public PdfPages Pages { get; } = new();

    public double Y { get; set; }

    public static double Width => 595 - (2 * Left);

    public static double Bottom => FooterTop - 16;

    public void StartPage(bool hasFooter)
    {
        Pages.StartPage();
        Y = Top;
        if (hasFooter)
        {
            Decoration(DrawFooter);
        }
    }

    /// <summary>Starts a page when less than this height is left.</summary>
    /// <returns>True when a page was started.</returns>
    public bool Need(double height)
    {
        if (Y + height <= Bottom)
        {
            return false;
        }

        StartPage(hasFooter: true);
        return true;
    }

    /// <summary>A part of the report: on a page of its own when little is left, in the bookmarks, a heading of the first level.</summary>
    public void Section(string title, double needed)
    {
        if (Y > Top)
        {
            Y += 22;
            Need(needed);
        }

        Pages.Bookmark(title);
        Text(PdfTag.Heading1, title, Face.Heading, PdfFace.Deep, 1.25);
        Y += 8;
    }

    public void Subheading(string text) => Text(PdfTag.Heading2, text, Face.Subheading, PdfFace.Ink, 1.35);

    public void Paragraph(string text)
    {
        if (text.Length > 0)
        {
            Text(PdfTag.Paragraph, text, Face.Body, PdfFace.Ink, 1.5);
            Y += 8;
        }
    }

    /// <summary>Wrapped text at the cursor, as one tagged element that may run over to the next page.</summary>
    public void Text(PdfTag tag, string text, PdfType font, PdfColour colour, double leading, double? width = null)
    {
        var height = font.Size * leading;
        Pages.Begin(tag);
        foreach (var line in TextWrapper.Wrap(text, font, width ?? Width))
        {
            Need(height);
            Write(line, font, colour, Left, Y + font.Size);
            Y += height;
        }

        Pages.End();
    }

    /// <summary>Something seen that says nothing: rules, fills, footers.</summary>
    public void Decoration(Action draw) => Pages.Decoration(draw);

    /// <summary>A line of text; y is its baseline.</summary>
    public void Write(string text, PdfType type, PdfColour colour, double x, double y) => Pages.DrawText(text, type.Font, type.Size, colour, x, y);

    /// <summary>A picture with the words that stand for it.</summary>
    public void Figure(string alternative, double height, Action<PdfBox> draw)
    {
        Need(height);
        var area = new PdfBox(Left, Y, Width, height);
        Pages.Begin(PdfTag.Figure, alternative);
        draw(area);
        Pages.End();
        Y += height;
    }

    private void DrawFooter()
    {
        Pages.DrawLine(PdfFace.Rule, 0.6, Left, FooterTop - 4, Left + Width, FooterTop - 4);
        var y = FooterTop + 6;
        foreach (var line in _footer)
        {
            Write(line, Face.Small, PdfFace.Soft, Left, y);
            y += 10.5;
        }

        var page = _words.Format(ReportTexts.FooterPage, Pages.Count, _pageCount);
        Write(page, Face.Small, PdfFace.Soft, Left + Width - Face.Small.WidthOf(page), FooterTop + 6);
    }
}
