using System.IO.Compression;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Infrastructure.Exports.Answers;

namespace KassaSurvey.Infrastructure.Exports.TripleS;

/// <summary>The answers as Triple-S XML 2.0, which survey programs give each other: metadata, data and a manifest with rows and checksums, in a zip.</summary>
public sealed class TripleSAnswerWriter : IAnswerWriter
{
    private const string DataFile = "answers.csv";

    /// <inheritdoc />
    public string Format => "triples";

    /// <inheritdoc />
    public string ContentType => "application/zip";

    /// <inheritdoc />
    public string FileExtension => ".sss.zip";

    /// <inheritdoc />
    public int Readings => 2;

    /// <inheritdoc />
    public async Task WriteAsync(AnswerSet answers, Stream output, CancellationToken cancellationToken)
    {
        var variables = TripleSVariable.Of(answers);
        var amounts = AmountRange.Of(answers, variables, cancellationToken);
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, null, cancellationToken);
        var package = new HashedZip(zip);
        await package.AddAsync(
            "answers.sss", stream => TripleSMetadata.WriteAsync(answers, variables, amounts, DataFile, stream, cancellationToken), cancellationToken);
        await package.AddAsync(DataFile, stream => new TripleSRows(answers, variables).WriteAsync(amounts, stream, cancellationToken), cancellationToken);
        await package.AddManifestAsync(answers, variables.Count, cancellationToken);
    }
}
