using KassaSurvey.Application.Features.Reports;

namespace KassaSurvey.Infrastructure.Exports.Excel;

/// <summary>A report as a workbook: About, Results, Areas, Areas x segments, Segments, Trend, Charts, Values, Labels, Codebook. Numbers are numbers, unrounded, shown rounded.</summary>
public sealed class ExcelReportWriter : IReportWriter
{
    /// <inheritdoc />
    public string Format => "xlsx";

    /// <inheritdoc />
    public string ContentType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <inheritdoc />
    public string FileExtension => ".xlsx";

    /// <inheritdoc />
    public Task WriteAsync(YearlyReport report, Stream output, CancellationToken cancellationToken)
    {
        var words = new ReportWords(report.Language);
        return ExcelBook.WriteAsync(output, words, $"{report.Fund}: {report.Survey} {report.Year}", report.Fund, Fill, cancellationToken);

        void Fill(ExcelBook book)
        {
            using (var about = book.Open("About", [34, 90], isFrozen: false))
            {
                About(about, report, words);
            }

            book.Table("Results", ReportTable.Stack("results", report.Questions.Title, report.Questions, report.Shares));
            book.Table("Areas", report.Areas);
            if (!report.Segments.IsEmpty)
            {
                book.Table("Areas x segments", Stacked(report.Segments.Select(segment => segment.Matrix)));
                book.Table("Segments", Stacked(report.Segments.Select(segment => segment.Cells)));
            }

            book.Table("Trend", report.Trend);
            book.Charts(report);
            if (report.Answers is { } answers)
            {
                book.Answers(answers);
            }

            book.Table("Labels", report.Answers?.Labels ?? report.Labels);
            book.Table("Codebook", report.Answers?.Codebook ?? report.Codebook);
        }
    }

    private static ReportTable Stacked(IEnumerable<ReportTable> tables)
    {
        ReportTable[] all = [.. tables];
        return ReportTable.Stack(all[0].Key, all[0].Title, all);
    }

    private static void About(SheetWriter sheet, YearlyReport report, ReportWords words)
    {
        sheet.Texts([$"{report.Fund}: {words.Format(ReportTexts.ReportTitle, report.Year)}"], CellStyles.Title);
        sheet.Texts([], CellStyles.WrappedText);
        foreach (var fact in report.About.Concat(report.Answers is { } answers ? ExcelAnswerWriter.Facts(answers, words) : []))
        {
            sheet.Cells([ReportCell.Of(fact.Label), fact.Value]);
        }

        sheet.Texts([], CellStyles.WrappedText);
        foreach (var (title, paragraphs) in new[]
        {
            (words[ReportTexts.SummaryTitle], report.Narrative.Sentences.Select(sentence => sentence.Text)),
            (words[ReportTexts.MethodTitle], report.Method),
        })
        {
            var label = title;
            foreach (var paragraph in paragraphs)
            {
                sheet.Cells([ReportCell.Of(label), ReportCell.Of(paragraph)]);
                label = "";
            }
        }
    }
}
