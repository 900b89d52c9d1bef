using System.Text;
using KassaSurvey.Application.Features.Reports;

namespace KassaSurvey.Infrastructure.Exports.Spss;

/// <summary>
/// The answers as an SPSS system file (.sav), written as PSPP's documentation of the format describes it: names, labels, values, measure
/// levels, "can't say" and "not asked" as missing values, the weight. Cases are written as they are read, compressed by bytes.
/// </summary>
public sealed class SpssReportWriter : IReportWriter
{
    /// <inheritdoc />
    public string Format => "sav";

    /// <inheritdoc />
    public string ContentType => "application/x-spss-sav";

    /// <inheritdoc />
    public string FileExtension => ".sav";

    /// <inheritdoc />
    public bool NeedsValues => true;

    /// <inheritdoc />
    public Task WriteAsync(YearlyReport report, Stream output, CancellationToken cancellationToken)
    {
        var values = report.Values ?? throw new ArgumentException("The report has no answers.", nameof(report));
        using var writer = new BinaryWriter(output, Encoding.UTF8, leaveOpen: true);
        SpssDictionary.Write(writer, report, values.Rows.Count());
        var cases = new SpssCases(writer);
        foreach (var row in values.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var column = 0; column < values.Columns.Length; column++)
            {
                cases.Add(values.Read(row, column));
            }
        }

        cases.End();
        return Task.CompletedTask;
    }
}
