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
    public async Task WriteAsync(YearlyReport report, Stream output, CancellationToken cancellationToken)
    {
        var words = new ReportWords(report.Language);
        var facts = report.Answers is { } given ? await ExcelAnswerWriter.FactsAsync(given, words, cancellationToken) : [];
        await ExcelBook.WriteAsync(output, words, $"{report.Fund}: {report.Survey} {report.Year}", report.Fund, Fill, cancellationToken);

        void Fill(ExcelBook book)
        {
            book.About($"{report.Fund}: {words.Format(ReportTexts.ReportTitle, report.Year)}", report.About.Concat(facts), sheet => Tell(sheet, report, words));

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

    /// <summary>The text and how the figures were made.</summary>
    private static void Tell(SheetWriter sheet, YearlyReport report, ReportWords words)
    {
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
