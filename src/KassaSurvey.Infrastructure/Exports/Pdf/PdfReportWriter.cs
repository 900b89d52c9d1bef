using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Infrastructure.Exports.Pdf.Format;

namespace KassaSurvey.Infrastructure.Exports.Pdf;

/// <summary>A report as a PDF for boards and the press: tagged, with bookmarks, embedded fonts and vector charts.</summary>
public sealed class PdfReportWriter : IReportWriter
{
    /// <inheritdoc />
    public string Format => "pdf";

    /// <inheritdoc />
    public string ContentType => "application/pdf";

    /// <inheritdoc />
    public string FileExtension => ".pdf";

    /// <inheritdoc />
    public async Task WriteAsync(YearlyReport report, Stream output, CancellationToken cancellationToken)
    {
        // Laid out twice: "page 2 of 9" is not known before the ninth page is.
        var pages = Lay(report, pageCount: 0).Pages.Count;
        cancellationToken.ThrowIfCancellationRequested();
        var canvas = Lay(report, pages);
        var words = new ReportWords(report.Language);
        var information = new PdfInformation(
            $"{report.Fund}: {words.Format(ReportTexts.ReportTitle, report.Year)}", report.Fund, report.Survey, report.Language);
        await output.WriteAsync(canvas.Pages.Close(information, canvas.Face.Fonts), cancellationToken);
    }

    private static PdfCanvas Lay(YearlyReport report, int pageCount)
    {
        var words = new ReportWords(report.Language);
        string[] footer =
        [
            $"{report.Fund} · {report.Survey} · {report.Year} · {words.Numbers.Day(report.GeneratedOn)}",
            string.Join(" · ", report.Footer),
        ];
        var canvas = new PdfCanvas(words, footer, pageCount);
        new PdfCover(canvas, words, report).Draw();
        new PdfChapters(canvas, words, report).Draw();
        return canvas;
    }
}
