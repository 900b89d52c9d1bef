using System.IO.Compression;
using System.Text;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Infrastructure.Exports.Answers;
using KassaSurvey.Infrastructure.Exports.Spss;

namespace KassaSurvey.Infrastructure.Exports.DataPackage;

/// <summary>
/// The answers for statisticians: the same rows as CSV, SPSS and Parquet, what the columns mean (codebook, DDI), the report's own figures,
/// and scripts that compute them again. Everything is written as it is read; the manifest tells rows, columns and checksums.
/// </summary>
public sealed class DataPackageWriter : IReportWriter, IPackageWriter
{
    /// <inheritdoc cref="IReportWriter.Format" />
    public string Format => "zip";

    /// <inheritdoc cref="IReportWriter.ContentType" />
    public string ContentType => "application/zip";

    /// <inheritdoc cref="IReportWriter.FileExtension" />
    public string FileExtension => ".zip";

    /// <inheritdoc />
    public int Readings => 5;

    /// <inheritdoc />
    public bool NeedsValues => true;

    /// <inheritdoc />
    public Task WriteAsync(YearlyReport report, Stream output, CancellationToken cancellationToken) => WriteAsync([report], output, cancellationToken);

    /// <inheritdoc />
    public async Task WriteAsync(IReadOnlyList<YearlyReport> reports, Stream output, CancellationToken cancellationToken)
    {
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, null, cancellationToken);
        foreach (var report in reports)
        {
            // A year's scripts read the files beside them: several years have a folder each.
            await AddAsync(new(zip, reports.Count == 1 ? "" : $"{report.Year}/"), report, cancellationToken);
        }
    }

    private static async Task AddAsync(HashedZip package, YearlyReport report, CancellationToken cancellationToken)
    {
        var answers = report.Answers ?? throw new ArgumentException("The report has no answers.", nameof(report));
        var csv = new CsvReportWriter();
        await Add("answers.csv", stream => CsvAnswers.WriteAsync(answers, stream, cancellationToken));
        await Add("answers.sav", stream => new SpssReportWriter().WriteAsync(answers, stream, cancellationToken));
        await package.AddSeekingAsync("answers.parquet", stream => ParquetAnswers.WriteAsync(answers, stream, cancellationToken), cancellationToken);
        await Add("codebook.csv", stream => csv.WriteCompanionAsync(report, stream, cancellationToken));
        await Add("labels.csv", stream => CsvReportWriter.WriteAsync(report.Labels, stream, cancellationToken));
        await Add("results.csv", stream => csv.WriteAsync(report, stream, cancellationToken));
        await Add("ddi.xml", stream => DdiCodebook.WriteAsync(report, answers, stream, cancellationToken));
        await Add("read.R", Text(RScript.Of(report)));
        await Add("read.sps", Text(SpssScript.Of(report)));
        await Add("read.do", Text(StataScript.Of(report)));
        await Add("README.txt", Text(PackageReadme.Of(report, answers)));
        await package.AddManifestAsync(
            new
            {
                fund = report.Fund, survey = report.Survey, year = report.Year.Value, dataVersion = report.DataVersion, language = report.Language,
                rows = answers.Values.RowCount, columns = answers.Variables.Length, weighted = report.IsWeighted,
            },
            cancellationToken);

        Task Add(string name, Func<Stream, Task> write) => package.AddAsync(name, write, cancellationToken);

        Func<Stream, Task> Text(string text) => async stream => await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
    }
}
