using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using DocumentFormat.OpenXml.Validation;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Infrastructure.Exports.PowerPoint;
using KassaSurvey.Testing;
using Drawing = DocumentFormat.OpenXml.Drawing;
using Spreadsheet = DocumentFormat.OpenXml.Spreadsheet;

namespace KassaSurvey.Infrastructure.Tests.Exports;

/// <summary>The deck read back by the library of Office's own formats.</summary>
public sealed class PowerPointTests
{
    public static TheoryData<string> AllLanguages => [.. Languages.All];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public async Task Deck_InEveryLanguage_IsValid(string language)
    {
        using var deck = await OpenAsync(WrittenReport.Of(new ReportedYear(), language));

        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(deck).ToList();

        Assert.True(errors.Count == 0, string.Join('\n', errors.Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")));
    }

    [Fact]
    public async Task EverySlide_HasATitleAndAFooterWithItsBase()
    {
        var report = WrittenReport.Of(new ReportedYear());
        using var deck = await OpenAsync(report);
        var slides = Slides(deck);

        Assert.True(slides.Count >= 6);
        Assert.All(slides, slide => Assert.NotEqual("", HolderText(slide, PlaceholderValues.Title)));
        Assert.All(slides.Skip(1), slide => Assert.Contains(string.Join(" · ", report.Footer), HolderText(slide, PlaceholderValues.Footer), StringComparison.Ordinal));
        Assert.Equal(report.Narrative.Headline, HolderText(slides[1], PlaceholderValues.Title));
        Assert.Equal(
            Enumerable.Range(2, slides.Count - 1).Select(number => number.ToString(CultureInfo.InvariantCulture)),
            slides.Skip(1).Select(slide => HolderText(slide, PlaceholderValues.SlideNumber)));
    }

    [Fact]
    public async Task Charts_HoldTheReportsFigures_InTheDrawingAndInTheirWorkbook()
    {
        var report = WrittenReport.Of(new ReportedYear());
        using var deck = await OpenAsync(report);
        var bars = Slides(deck).SelectMany(slide => slide.ChartParts).Single(chart => Categories(chart).SequenceEqual(report.AreaDots.Rows.Select(row => row.Name)));

        var drawn = Series(bars).Select(series => series.Descendants<Values>().Single().Descendants<NumericPoint>()
            .Select(point => double.Parse(point.NumericValue!.Text, CultureInfo.InvariantCulture)).ToList()).ToList();
        Assert.Equal(report.AreaDots.Rows.Select(row => row.Current!.Value), drawn[0]);
        Assert.Equal(report.AreaDots.Rows.Select(row => row.Compared!.Value), drawn[1]);
        Assert.Equal(report.AreaDots.Rows.Select(row => row.Current!.Value), Column(bars.EmbeddedPackagePart!, 1));
        Assert.Equal(report.AreaDots.Rows.Select(row => row.Compared!.Value), Column(bars.EmbeddedPackagePart!, 2));
    }

    [Fact]
    public async Task Tables_SayWhatTheReportSays()
    {
        var report = WrittenReport.Of(new ReportedYear());
        var words = new ReportWords(report.Language);
        using var deck = await OpenAsync(report);

        var rows = Slides(deck).SelectMany(slide => slide.Slide!.Descendants<Drawing.TableRow>())
            .Select(row => string.Join('|', row.Descendants<Drawing.Text>().Select(text => text.Text))).ToList();

        var expected = report.Questions.WithNotesInNames().Select("name", "n", "mean", "ci95", "change", "verdict");
        Assert.All(expected.Rows, row => Assert.Contains(string.Join('|', row.Select(words.Show)), rows));
    }

    [Fact]
    public async Task HiddenFigure_IsNowhereInTheDeck()
    {
        var open = new ReportedYear();
        var mean = open.Build().Results.Find("HAN_RELIABLE")!.Current.Value!.Mean!.Value.Value;
        var hidden = await TextAsync(WrittenReport.Of(new ReportedYear { Suppressed = "HAN_RELIABLE" }));
        var shown = await TextAsync(WrittenReport.Of(open));
        var figure = mean.ToString("0.00", CultureInfo.GetCultureInfo("fi"));

        Assert.Contains(figure, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(figure, hidden, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChaptersLeftOut_AreNotThere_AndTheMethodIs()
    {
        var report = WrittenReport.Of(new ReportedYear()) with { Chapters = [] };
        using var deck = await OpenAsync(report);

        Assert.Equal(2, Slides(deck).Count);
        Assert.Contains(report.Method[0], await TextAsync(report), StringComparison.Ordinal);
        Assert.Equal(2, WrittenReport.PdfPages(await WrittenReport.BytesAsync(new Infrastructure.Exports.Pdf.PdfReportWriter(), report)).Count);
    }

    private static async Task<PresentationDocument> OpenAsync(YearlyReport report) =>
        PresentationDocument.Open(new MemoryStream(await WrittenReport.BytesAsync(new PowerPointReportWriter(), report)), isEditable: false);

    private static List<SlidePart> Slides(PresentationDocument deck) =>
        [.. deck.PresentationPart!.Presentation!.SlideIdList!.Elements<SlideId>().Select(id => (SlidePart)deck.PresentationPart.GetPartById(id.RelationshipId!))];

    private static string HolderText(SlidePart slide, PlaceholderValues kind) => string.Concat(
        slide.Slide!.Descendants<DocumentFormat.OpenXml.Presentation.Shape>().Single(shape => shape.Descendants<PlaceholderShape>().Any(holder => holder.Type?.Value == kind))
            .Descendants<Drawing.Text>().Select(text => text.Text));

    private static IEnumerable<OpenXmlElement> Series(ChartPart chart) => chart.ChartSpace!.Descendants().Where(element => element.LocalName == "ser");

    private static IEnumerable<string> Categories(ChartPart chart) =>
        Series(chart).First().Descendants<CategoryAxisData>().Single().Descendants<StringPoint>().Select(point => point.NumericValue!.Text);

    private static List<double> Column(EmbeddedPackagePart part, int column)
    {
        using var stream = part.GetStream();
        using var workbook = SpreadsheetDocument.Open(stream, isEditable: false);
        return
        [
            .. workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Spreadsheet.Row>().Skip(1)
                .Select(row => double.Parse(row.Elements<Spreadsheet.Cell>().ElementAt(column).CellValue!.Text, CultureInfo.InvariantCulture)),
        ];
    }

    private static async Task<string> TextAsync(YearlyReport report)
    {
        using var deck = await OpenAsync(report);
        return string.Join('\n', Slides(deck).SelectMany(slide => slide.Slide!.Descendants<Drawing.Text>().Select(text => text.Text)
            .Concat(slide.Slide.Descendants<NonVisualDrawingProperties>().Select(properties => properties.Description?.Value ?? ""))));
    }
}
