using BigGustave;
using DocumentFormat.OpenXml.Packaging;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Infrastructure.Exports.Pdf;
using KassaSurvey.Infrastructure.Exports.PowerPoint;
using KassaSurvey.Testing;
using UglyToad.PdfPig;

namespace KassaSurvey.Infrastructure.Tests.Exports;

/// <summary>Covers show the fund's colour and logo; a logo that cannot be shown stops nothing.</summary>
public sealed class CoverTests
{
    private static readonly FundColour Plum = new(0x70, 0x1f, 0x57);

    [Fact]
    public async Task Logo_IsOnTheCoverWithWords_ItsTransparentPartsWhite()
    {
        var report = Report(Logo(Picture()));
        using var pdf = PdfDocument.Open(await WrittenReport.BytesAsync(new PdfReportWriter(), report));
        var picture = Assert.Single(pdf.GetPage(1).GetImages());

        Assert.Equal((4, 2), (picture.WidthInSamples, picture.HeightInSamples));
        Assert.True(picture.TryGetBytesAsMemory(out var bytes));
        // Red, half red on white, and what was transparent.
        Assert.Equal((byte[])[255, 0, 0, 255, 127, 127, 255, 255, 255], bytes.Span[..9].ToArray());
        Assert.Contains(PdfElement.TreeOf(pdf).All(), element => element is { Type: "Figure", Alternative: "Logo: Esimerkkikassa" });
        Assert.Empty(pdf.GetPages().Skip(1).SelectMany(page => page.GetImages()));

        using var deck = PresentationDocument.Open(new MemoryStream(await WrittenReport.BytesAsync(new PowerPointReportWriter(), report)), isEditable: false);
        var slides = deck.PresentationPart!.SlideParts.ToList();
        Assert.Equal("image/png", Assert.Single(slides.SelectMany(slide => slide.ImageParts)).ContentType);
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(deck));
    }

    [Fact]
    public async Task Colour_FillsTheCover()
    {
        var report = Report(null);
        using var pdf = PdfDocument.Open(await WrittenReport.BytesAsync(new PdfReportWriter(), report));
        using var deck = PresentationDocument.Open(new MemoryStream(await WrittenReport.BytesAsync(new PowerPointReportWriter(), report)), isEditable: false);

        var (red, green, blue) = pdf.GetPage(1).Paths.First(path => path.IsFilled).FillColor!.ToRGBValues();
        Assert.Equal((0x70, 0x1f, 0x57), (Byte(red), Byte(green), Byte(blue)));
        Assert.Contains(deck.PresentationPart!.SlideParts, slide => slide.Slide!.OuterXml.Contains("701f57", StringComparison.OrdinalIgnoreCase));

        static int Byte(double share) => (int)Math.Round(share * 255);
    }

    [Fact]
    public async Task Logo_ThatIsDamaged_IsLeftOut()
    {
        var damaged = Picture();
        Array.Fill(damaged, (byte)0x7f, 40, damaged.Length - 40);

        using var pdf = PdfDocument.Open(await WrittenReport.BytesAsync(new PdfReportWriter(), Report(Logo(damaged))));

        Assert.Empty(pdf.GetPage(1).GetImages());
    }

    private static YearlyReport Report(LogoFile? logo) => WrittenReport.Of(new ReportedYear()) with { Face = new(Plum, logo) };

    private static LogoFile Logo(byte[] file) => LogoFile.Read(file).Value;

    private static byte[] Picture()
    {
        var picture = PngBuilder.Create(4, 2, hasAlphaChannel: true);
        picture.SetPixel(new Pixel(255, 0, 0, 255, false), 0, 0);
        picture.SetPixel(new Pixel(255, 0, 0, 128, false), 1, 0);
        return picture.Save();
    }
}
