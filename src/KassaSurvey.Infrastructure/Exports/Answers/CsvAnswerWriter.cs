using System.IO.Compression;
using KassaSurvey.Application.Features.Reports;

namespace KassaSurvey.Infrastructure.Exports.Answers;

/// <summary>The answers as CSV with their codebook, what each value is called, and a manifest with rows and checksums, in a zip.</summary>
public sealed class CsvAnswerWriter : IAnswerWriter
{
    /// <inheritdoc />
    public string Format => "csv";

    /// <inheritdoc />
    public string ContentType => "application/zip";

    /// <inheritdoc />
    public string FileExtension => ".csv.zip";

    /// <inheritdoc />
    public int Readings => 1;

    /// <inheritdoc />
    public async Task WriteAsync(AnswerSet answers, Stream output, CancellationToken cancellationToken)
    {
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, null, cancellationToken);
        var package = new HashedZip(zip);
        await package.AddAsync("answers.csv", stream => CsvAnswers.WriteAsync(answers, stream, cancellationToken), cancellationToken);
        await package.AddAsync("codebook.csv", stream => CsvReportWriter.WriteAsync(answers.Codebook, stream, cancellationToken), cancellationToken);
        await package.AddAsync("labels.csv", stream => CsvReportWriter.WriteAsync(answers.Labels, stream, cancellationToken), cancellationToken);
        await package.AddManifestAsync(answers, answers.Variables.Length, cancellationToken);
    }
}
