using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using KassaSurvey.Application.Features.Reports;

namespace KassaSurvey.Infrastructure.Exports.PowerPoint;

/// <summary>A report as slides for a board: one message a slide, charts and tables that PowerPoint itself can edit.</summary>
public sealed class PowerPointReportWriter : IReportWriter
{
    /// <inheritdoc />
    public string Format => "pptx";

    /// <inheritdoc />
    public string ContentType => "application/vnd.openxmlformats-officedocument.presentationml.presentation";

    /// <inheritdoc />
    public string FileExtension => ".pptx";

    /// <inheritdoc />
    public async Task WriteAsync(YearlyReport report, Stream output, CancellationToken cancellationToken)
    {
        // A package is a zip whose parts are written in turn: it needs something that seeks. A deck of figures is small.
        using var memory = new MemoryStream();
        using (var document = PresentationDocument.Create(memory, PresentationDocumentType.Presentation))
        {
            document.PackageProperties.Title = $"{report.Fund}: {report.Survey} {report.Year}";
            document.PackageProperties.Creator = report.Fund;
            document.PackageProperties.Language = report.Language;
            var shell = new DeckShell(document);
            new DeckSlides(shell, new(report.Language), report).Draw();
            shell.Close();
        }

        cancellationToken.ThrowIfCancellationRequested();
        memory.Position = 0;
        await memory.CopyToAsync(output, cancellationToken);
    }
}
