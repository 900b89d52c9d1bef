using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Infrastructure.Exports.Answers;

namespace KassaSurvey.Infrastructure.Exports.Excel;

/// <summary>Answers of several years as a workbook: About, Values, Labels, Codebook.</summary>
public sealed class ExcelAnswerWriter : IAnswerWriter
{
    /// <inheritdoc />
    public string Format => "xlsx";

    /// <inheritdoc />
    public string ContentType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <inheritdoc />
    public string FileExtension => ".xlsx";

    /// <inheritdoc />
    public int Readings => 2;

    /// <inheritdoc />
    public async Task WriteAsync(AnswerSet answers, Stream output, CancellationToken cancellationToken)
    {
        var words = new ReportWords(answers.Language);
        var facts = await FactsAsync(answers, words, cancellationToken);
        await ExcelBook.WriteAsync(output, words, answers.Title, answers.Fund, Fill, cancellationToken);

        void Fill(ExcelBook book)
        {
            book.About(
                answers.Title,
                [
                    new(words[ReportTexts.AboutFund], ReportCell.Of(answers.Fund)),
                    new(words[ReportTexts.AboutSurvey], ReportCell.Of(answers.Survey)),
                    new(words[ReportTexts.AboutYear], ReportCell.Of(string.Join(", ", answers.Years))),
                    new(words[ReportTexts.AboutVersion], ReportCell.Of(answers.DataVersion)),
                    new(words[ReportTexts.AboutGenerated], ReportCell.Of(words.Numbers.Day(answers.GeneratedOn))),
                    .. facts,
                ]);
            book.Answers(answers);
            book.Table("Labels", answers.Labels);
            book.Table("Codebook", answers.Codebook);
        }
    }

    /// <summary>What tells whether all of it arrived.</summary>
    internal static async Task<IReadOnlyList<ReportFact>> FactsAsync(AnswerSet answers, ReportWords words, CancellationToken cancellationToken) =>
    [
        new(words[ReportTexts.AboutRows], ReportCell.Of(answers.Values.RowCount)),
        new(words[ReportTexts.AboutChecksum], ReportCell.Of(await AnswerChecksum.OfAsync(answers, cancellationToken))),
    ];
}
