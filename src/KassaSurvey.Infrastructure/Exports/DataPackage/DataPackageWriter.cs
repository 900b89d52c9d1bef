using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Infrastructure.Exports.Spss;

namespace KassaSurvey.Infrastructure.Exports.DataPackage;

/// <summary>
/// The answers for statisticians: the same rows as CSV, SPSS and Parquet, what the columns mean (codebook, DDI), the report's own figures,
/// and scripts that compute them again. Everything is written as it is read; the manifest tells rows, columns and checksums.
/// </summary>
public sealed class DataPackageWriter : IReportWriter
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <inheritdoc />
    public string Format => "zip";

    /// <inheritdoc />
    public string ContentType => "application/zip";

    /// <inheritdoc />
    public string FileExtension => ".zip";

    /// <inheritdoc />
    public bool NeedsValues => true;

    /// <inheritdoc />
    public async Task WriteAsync(YearlyReport report, Stream output, CancellationToken cancellationToken)
    {
        var values = report.Values ?? throw new ArgumentException("The report has no answers.", nameof(report));
        var csv = new CsvReportWriter();
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, null, cancellationToken);
        var hashes = new List<object>();
        await AddAsync("answers.csv", stream => CsvAnswers.WriteAsync(values, stream, cancellationToken));
        await AddAsync("answers.sav", stream => new SpssReportWriter().WriteAsync(report, stream, cancellationToken));
        await AddSeekingAsync("answers.parquet", stream => ParquetAnswers.WriteAsync(report, stream, cancellationToken));
        await AddAsync("codebook.csv", stream => csv.WriteCompanionAsync(report, stream, cancellationToken));
        await AddAsync("labels.csv", stream => CsvReportWriter.WriteAsync(report.Labels, stream, cancellationToken));
        await AddAsync("results.csv", stream => csv.WriteAsync(report, stream, cancellationToken));
        await AddAsync("ddi.xml", stream => DdiCodebook.WriteAsync(report, stream, cancellationToken));
        await AddAsync("read.R", Text(RScript.Of(report)));
        await AddAsync("read.sps", Text(SpssScript.Of(report)));
        await AddAsync("read.do", Text(StataScript.Of(report)));
        await AddAsync("README.txt", Text(PackageReadme.Of(report)));
        var manifest = JsonSerializer.Serialize(
            new
            {
                fund = report.Fund, survey = report.Survey, year = report.Year.Value, dataVersion = report.DataVersion, language = report.Language,
                rows = values.Rows.Count(), columns = values.Columns.Length, weighted = report.IsWeighted, files = hashes,
            },
            Indented);
        await AddAsync("manifest.json", Text(manifest));

        async Task AddAsync(string name, Func<Stream, Task> write)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
            await using var stream = await entry.OpenAsync(cancellationToken);
            using var hash = SHA256.Create();
            await using var hashed = new CryptoStream(stream, hash, CryptoStreamMode.Write, leaveOpen: true);
            await write(hashed);
            await hashed.FlushFinalBlockAsync(cancellationToken);
            hashes.Add(new { name, bytes = stream.Position, sha256 = Convert.ToHexStringLower(hash.Hash!) });
        }

        // A format that looks back while it writes gets a file of its own first.
        Task AddSeekingAsync(string name, Func<Stream, Task> write) => AddAsync(name, async stream =>
        {
            await using var file = TemporaryFile.Create();
            await write(file);
            file.Position = 0;
            await file.CopyToAsync(stream, cancellationToken);
        });

        Func<Stream, Task> Text(string text) => async stream => await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
    }
}
