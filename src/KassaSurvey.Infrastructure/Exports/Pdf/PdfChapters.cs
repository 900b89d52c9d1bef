using KassaSurvey.Application.Features.Narrative;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Domain.Analysis;

namespace KassaSurvey.Infrastructure.Exports.Pdf;

/// <summary>The pages after the cover, in order.</summary>
internal sealed class PdfChapters(PdfCanvas canvas, ReportWords words, YearlyReport report)
{
    private const int MostGroups = 6;

    public void Draw()
    {
        canvas.StartPage(hasFooter: true);
        In(ReportChapter.Summary, Summary);
        In(ReportChapter.Trend, Trend);
        In(ReportChapter.Areas, Areas);
        Segments();
        In(ReportChapter.Questions, Questions);
        In(ReportChapter.Shares, Shares);
        Method();
        In(ReportChapter.Codebook, Codebook);
    }

    private void In(ReportChapter chapter, Action draw)
    {
        if (report.Chapters.Contains(chapter))
        {
            draw();
        }
    }

    private void Summary()
    {
        canvas.Section(words[ReportTexts.SummaryTitle], 200);
        foreach (var part in Enum.GetValues<NarrativePart>())
        {
            canvas.Paragraph(report.Narrative.Paragraph(part));
        }
    }

    private void Areas()
    {
        if (report.Areas.Rows.IsEmpty)
        {
            return;
        }

        canvas.Section(report.Areas.Title, 300);
        new PdfDotPlot(canvas, words, report, report.AreaDots, words[ReportTexts.ChartDots]).Draw();
        new PdfTable(
            canvas, words, report.Areas.WithNotesInNames().Select("name", "n", "mean", "ci95", "index", "compared_mean", "change", "verdict"),
            3.4, 1, 1.35, 1.6, 1.15, 1.35, 1.2, 2.1).Draw();
    }

    private void Segments()
    {
        foreach (var segment in report.Segments)
        {
            canvas.Section(segment.Title, 300);
            new PdfDotPlot(canvas, words, report, segment.Dots, words[ReportTexts.ChartGroups]).Draw();
            if (!segment.Groups.Rows.IsEmpty)
            {
                new PdfTable(
                    canvas, words, segment.Groups.WithNotesInNames().Select("name", "n", "mean", "ci95", "index", "change", "verdict"), 3.4, 1, 1.35, 1.6, 1.15, 1.2, 2.1).Draw();
            }

            AreasBy(segment);
        }
    }

    /// <summary>Areas by group, so many groups beside each other as can be read.</summary>
    private void AreasBy(ReportSegment segment)
    {
        if (segment.Areas.Rows.IsEmpty)
        {
            return;
        }

        canvas.Need(120);
        canvas.Subheading(segment.Areas.Title);
        canvas.Y += 4;
        foreach (var table in segment.Areas.WithColumnsAtMost(MostGroups))
        {
            new PdfTable(canvas, words, table, [3.2, .. Enumerable.Repeat(1.4, table.Columns.Length - 1)]).Draw();
        }

        if (segment.Areas.HasFew)
        {
            canvas.Paragraph(words.Format(ReportTexts.SegmentsFew, words.Numbers.Count(DisclosureRule.FewAnswers)));
        }
    }

    private void Codebook()
    {
        canvas.Section(words[ReportTexts.QuestionsAsAskedTitle], 160);
        new PdfTable(canvas, words, report.Codebook.Select("code", "text", "scale", "values", "base"), 1.9, 3.8, 1.15, 3.8, 2.2).Draw();
    }

    private void Questions()
    {
        canvas.Section(report.Questions.Title, 160);
        new PdfTable(
            canvas, words, report.Questions.WithNotesInNames().Select("name", "n", "cant_say", "mean", "ci95", "compared_mean", "change", "verdict"),
            3.4, 1, 1.15, 1.35, 1.6, 1.35, 1.2, 2.1).Draw();
    }

    private void Trend()
    {
        if (report.Trend.Rows.IsEmpty)
        {
            return;
        }

        canvas.Section(report.Trend.Title, 300);
        new PdfTrendChart(canvas, words, report).Draw();
        new PdfTable(canvas, words, report.Trend, 0.9, 1.4, 1, 1, 1.3, 1.5, 1.2, 3.6).Draw();
    }

    private void Shares()
    {
        if (report.ShareBars.IsEmpty)
        {
            return;
        }

        canvas.Section(report.Shares.Title, 180);
        var bars = new PdfBars(canvas, words, report.ComparedYear);
        foreach (var question in report.ShareBars)
        {
            bars.Draw(question);
            if (!question.Bars.IsEmpty)
            {
                new PdfTable(canvas, words, Rows(question.Code).Select("option_label", "n", "share", "share_ci95", "compared_share"), 5, 1, 1.2, 1.8, 1.4).Draw();
                canvas.Y += 8;
            }
        }
    }

    /// <summary>The shares of one question.</summary>
    private ReportTable Rows(string code) => report.Shares with
    {
        Rows = [.. report.Shares.Rows.Where(row => row.Contains(ReportCell.Of(code)))],
    };

    private void Method()
    {
        canvas.Section(words[ReportTexts.MethodTitle], 160);
        foreach (var paragraph in report.Method)
        {
            canvas.Paragraph(paragraph);
        }
    }
}
