using KassaSurvey.Application.Features.Reports;

namespace KassaSurvey.Infrastructure.Exports.Answers;

/// <summary>The answers as Apache Parquet.</summary>
public sealed class ParquetAnswerWriter : IAnswerWriter
{
    /// <inheritdoc />
    public string Format => "parquet";

    /// <inheritdoc />
    public string ContentType => "application/vnd.apache.parquet";

    /// <inheritdoc />
    public string FileExtension => ".parquet";

    /// <inheritdoc />
    public int Readings => 2;

    /// <inheritdoc />
    public async Task WriteAsync(AnswerSet answers, Stream output, CancellationToken cancellationToken)
    {
        // The format's writer asks where it stands; not every stream can tell.
        await using var file = TemporaryFile.Create();
        await ParquetAnswers.WriteAsync(answers, file, cancellationToken);
        file.Position = 0;
        await file.CopyToAsync(output, cancellationToken);
    }
}
