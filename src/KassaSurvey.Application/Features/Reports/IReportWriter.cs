namespace KassaSurvey.Application.Features.Reports;

/// <summary>Writes a report in one format.</summary>
public interface IReportWriter
{
    /// <summary>The format's name in commands and addresses.</summary>
    string Format { get; }

    /// <summary>Its media type.</summary>
    string ContentType { get; }

    /// <summary>How its files end, with the dot.</summary>
    string FileExtension { get; }

    /// <summary>True for a format of the answers row by row, which only a report with <see cref="YearlyReport.Answers"/> can be written in.</summary>
    bool NeedsValues => false;

    /// <summary>Writes the report. The stream need not seek; it is left open.</summary>
    Task WriteAsync(YearlyReport report, Stream output, CancellationToken cancellationToken);
}

/// <summary>A format whose report comes with a second file beside the first.</summary>
public interface ICompanionFile
{
    /// <summary>What is put before the extension of the second file: ".codebook".</summary>
    string CompanionSuffix { get; }

    /// <summary>Writes the second file.</summary>
    Task WriteCompanionAsync(YearlyReport report, Stream output, CancellationToken cancellationToken);
}
