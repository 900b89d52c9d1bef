using System.Text;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Infrastructure.Exports.Answers;

namespace KassaSurvey.Infrastructure.Exports.Spss;

/// <summary>
/// The answers as an SPSS system file (.sav), written as PSPP's documentation of the format describes it: names, labels, values, measure
/// levels, "can't say" and "not asked" as missing values, the weight. Cases are written as they are read, compressed by bytes.
/// </summary>
public sealed class SpssReportWriter : IReportWriter, IAnswerWriter
{
    /// <inheritdoc cref="IReportWriter.Format" />
    public string Format => "sav";

    /// <inheritdoc cref="IReportWriter.ContentType" />
    public string ContentType => "application/x-spss-sav";

    /// <inheritdoc cref="IReportWriter.FileExtension" />
    public string FileExtension => ".sav";

    /// <inheritdoc />
    public int Readings => 2;

    /// <inheritdoc />
    public bool NeedsValues => true;

    /// <inheritdoc />
    public Task WriteAsync(YearlyReport report, Stream output, CancellationToken cancellationToken) =>
        WriteAsync(report.Answers ?? throw new ArgumentException("The report has no answers.", nameof(report)), output, cancellationToken);

    /// <inheritdoc />
    public async Task WriteAsync(AnswerSet answers, Stream output, CancellationToken cancellationToken)
    {
        var checksum = await AnswerChecksum.OfAsync(answers, cancellationToken);
        using var writer = new BinaryWriter(output, Encoding.UTF8, leaveOpen: true);
        SpssDictionary.Write(writer, answers, answers.Values.RowCount, checksum);
        var cases = new SpssCases(writer);
        foreach (var row in answers.Values.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var column = 0; column < answers.Variables.Length; column++)
            {
                cases.Add(answers.Read(row, column));
            }
        }

        cases.End();
    }
}
