using System.IO.Compression;
using KassaSurvey.Application.Features.Exporting;
using KassaSurvey.Infrastructure.Exports.Answers;

namespace KassaSurvey.Infrastructure.Exports;

/// <summary>A table of figures or comments as CSV, with the codebook and a manifest with rows and checksums, in a zip.</summary>
public sealed class CsvTableWriter : ITableWriter
{
    /// <inheritdoc />
    public string Format => "csv";

    /// <inheritdoc />
    public string ContentType => "application/zip";

    /// <inheritdoc />
    public string FileExtension => ".csv.zip";

    /// <inheritdoc />
    public async Task WriteAsync(ExportedTable table, Stream output, CancellationToken cancellationToken)
    {
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, null, cancellationToken);
        var package = new HashedZip(zip);
        await package.AddAsync($"{table.Rows.Key}.csv", stream => CsvReportWriter.WriteAsync(table.Rows, stream, cancellationToken), cancellationToken);
        if (table.Codebook is { } codebook)
        {
            await package.AddAsync("codebook.csv", stream => CsvReportWriter.WriteAsync(codebook, stream, cancellationToken), cancellationToken);
        }

        await package.AddManifestAsync(
            new { title = table.Title, language = table.Language, rows = table.Rows.Rows.Length, columns = table.Rows.Columns.Length }, cancellationToken);
    }
}
