using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Infrastructure.Exports.Pdf.Format;

namespace KassaSurvey.Infrastructure.Exports.Pdf;

/// <summary>The first page: whose report of what, and its one sentence.</summary>
internal sealed class PdfCover(PdfCanvas canvas, ReportWords words, YearlyReport report)
{
    private const double BandHeight = 380;
    private const double LogoWidth = 150;
    private const double LogoHeight = 56;
    private const double LogoTop = 44;
    private const double LogoGround = 8;

    public void Draw()
    {
        canvas.StartPage(hasFooter: false);
        var deep = report.Face.Colour is { } own ? new PdfColour(own.Red, own.Green, own.Blue) : PdfFace.Deep;
        canvas.Decoration(() => canvas.Pages.FillBox(deep, 0, 0, PdfPages.PageWidth, BandHeight));
        Logo();
        canvas.Y = 96;
        canvas.Text(PdfTag.Paragraph, report.Fund, canvas.Face.Headline, PdfFace.White, 1.4);
        canvas.Y = 190;
        canvas.Text(PdfTag.Heading1, words.Format(ReportTexts.ReportTitle, report.Year), canvas.Face.CoverTitle, PdfFace.White, 1.2);
        canvas.Y += 8;
        canvas.Text(PdfTag.Paragraph, report.Survey, canvas.Face.CoverText, PdfFace.White, 1.45);
        if (report.ComparedYear is { } compared)
        {
            canvas.Text(PdfTag.Paragraph, words.Format(ReportTexts.CoverCompared, compared), canvas.Face.CoverText, PdfFace.White, 1.45);
        }

        canvas.Y = BandHeight + 48;
        if (report.Narrative.Headline.Length > 0)
        {
            canvas.Text(PdfTag.Paragraph, report.Narrative.Headline, canvas.Face.Headline, deep, 1.5, 440);
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

    /// <summary>The logo on a white ground, whatever the band's colour is.</summary>
    private void Logo()
    {
        if (report.Face.Logo is not { } logo || PdfPicture.Of(logo) is not { } picture)
        {
            return;
        }

        var scale = Math.Min(LogoWidth / picture.Width, LogoHeight / picture.Height);
        var (width, height) = (picture.Width * scale, picture.Height * scale);
        var left = PdfPages.PageWidth - PdfCanvas.Left - width;
        canvas.Decoration(() => canvas.Pages.FillBox(PdfFace.White, left - LogoGround, LogoTop - LogoGround, width + (2 * LogoGround), height + (2 * LogoGround)));
        canvas.Pages.Begin(PdfTag.Figure, words.Format(ReportTexts.LogoOf, report.Fund));
        canvas.Pages.DrawPicture(picture, left, LogoTop, width, height);
        canvas.Pages.End();
    }
}
