using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Infrastructure.Exports.Pdf;
using KassaSurvey.Infrastructure.Exports.Pdf.Format;
using QRCoder;

namespace KassaSurvey.Infrastructure.Letters;

/// <summary>Letters as one PDF, a page each: address where a C5 or DL envelope has its window, words, and a square code of the link.</summary>
public sealed class PdfLetterWriter : ILetterWriter
{
    private const double Millimetre = 72 / 25.4;
    private const double Left = 20 * Millimetre;
    private const double AddressTop = 50 * Millimetre;
    private const double TextTop = 98 * Millimetre;
    private const double CodeSize = 34 * Millimetre;
    private const double CodeTop = PdfPages.PageHeight - (20 * Millimetre) - CodeSize;
    private const double TextWidth = PdfPages.PageWidth - (2 * Left);

    /// <inheritdoc />
    public string Format => "pdf";

    /// <inheritdoc />
    public string ContentType => "application/pdf";

    /// <inheritdoc />
    public async Task WriteAsync(IReadOnlyList<PrintedLetter> letters, Stream output, CancellationToken cancellationToken)
    {
        var (pages, face) = (new PdfPages(), new PdfFace());
        foreach (var letter in letters)
        {
            cancellationToken.ThrowIfCancellationRequested();
            pages.StartPage();
            Draw(pages, face, letter);
        }

        if (letters.Count == 0)
        {
            pages.StartPage();
        }

        var sender = letters.Count > 0 ? letters[0].Sender : "";
        var information = new PdfInformation(sender, sender, "", letters.Count > 0 ? letters[0].Language : "en");
        await output.WriteAsync(pages.Close(information, face.Fonts), cancellationToken);
    }

    private static void Draw(PdfPages pages, PdfFace face, PrintedLetter letter)
    {
        Lines(pages, PdfTag.Paragraph, face.Subheading, [letter.Sender], Left, 20 * Millimetre, 1.4);
        string[] address = [letter.Name, letter.Address.Street, $"{letter.Address.PostalCode} {letter.Address.City}"];
        Lines(pages, PdfTag.Paragraph, face.Body, address.Where(line => line.Length > 0), Left, AddressTop, 1.35);
        var y = Lines(pages, PdfTag.Heading1, face.Headline, TextWrapper.Wrap(letter.Message.Subject, face.Headline, TextWidth), Left, TextTop, 1.3) + 10;
        foreach (var paragraph in letter.Message.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            y = Lines(pages, PdfTag.Paragraph, face.Body, TextWrapper.Wrap(paragraph, face.Body, TextWidth), Left, y, 1.45) + 7;
        }

        // Below long words of a fund's own the code goes as far down as the page lets it.
        Code(pages, letter, Math.Min(Math.Max(y + 8, TextTop), CodeTop));
    }

    private static double Lines(PdfPages pages, PdfTag tag, PdfType type, IEnumerable<string> lines, double x, double y, double leading)
    {
        pages.Begin(tag);
        foreach (var line in lines)
        {
            pages.DrawText(line, type.Font, type.Size, PdfFace.Ink, x, y + type.Size);
            y += type.Size * leading;
        }

        pages.End();
        return y;
    }

    private static void Code(PdfPages pages, PrintedLetter letter, double top)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(letter.Link, QRCodeGenerator.ECCLevel.M);
        var size = CodeSize / code.ModuleMatrix.Count;
        pages.Begin(PdfTag.Figure, letter.Link);
        for (var row = 0; row < code.ModuleMatrix.Count; row++)
        {
            var line = code.ModuleMatrix[row];
            for (var from = 0; from < line.Count; from++)
            {
                var to = from;
                while (to < line.Count && line[to])
                {
                    to++;
                }

                if (to > from)
                {
                    pages.FillBox(PdfFace.Ink, Left + (from * size), top + (row * size), (to - from) * size, size);
                    from = to;
                }
            }
        }

        pages.End();
    }
}
