using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Infrastructure.Exports.Pdf.Format;

namespace KassaSurvey.Infrastructure.Exports.Pdf;

/// <summary>The first page: whose report of what, and its one sentence.</summary>
internal sealed class PdfCover(PdfCanvas canvas, ReportWords words, YearlyReport report)
{
    private const double BandHeight = 380;

    public void Draw()
    {
        canvas.StartPage(hasFooter: false);
        canvas.Decoration(() => canvas.Pages.FillBox(PdfFace.Deep, 0, 0, 595, BandHeight));
        canvas.Y = 96;
        canvas.Text(PdfTag.Paragraph, report.Fund, canvas.Face.Headline, PdfFace.White, 1.4);
        canvas.Y = 190;
        canvas.Text(PdfTag.Heading1, words.Format(ReportTexts.ReportTitle, report.Year), canvas.Face.CoverTitle, PdfFace.White, 1.2);
        canvas.Y += 8;
        canvas.Text(PdfTag.Paragraph, report.Survey, canvas.Face.CoverText, PdfFace.Tint, 1.45);
        if (report.ComparedYear is { } compared)
        {
            canvas.Text(PdfTag.Paragraph, words.Format(ReportTexts.CoverCompared, compared), canvas.Face.CoverText, PdfFace.Tint, 1.45);
        }

        canvas.Y = BandHeight + 48;
        if (report.Narrative.Headline.Length > 0)
        {
            canvas.Text(PdfTag.Paragraph, report.Narrative.Headline, canvas.Face.Headline, PdfFace.Deep, 1.5, 440);
        }

        canvas.Y = 720;
        string[] frame =
        [
            string.Join(" · ", report.Footer),
            words.Format(ReportTexts.CoverGenerated, words.Numbers.Day(report.GeneratedOn)),
            .. report.About.Where(fact => fact.Label == words[ReportTexts.AboutVersion] && fact.Value is ReportCell.Text)
                .Select(fact => words.Format(ReportTexts.CoverVersion, words.Show(fact.Value))),
        ];
        foreach (var line in frame)
        {
            canvas.Text(PdfTag.Paragraph, line, canvas.Face.Cell, PdfFace.Soft, 1.6);
        }
    }
}
