namespace KassaSurvey.Application.Features.Reports;

/// <summary>Writes answers together with the report's own figures and scripts that compute them again, year by year.</summary>
public interface IPackageWriter
{
    /// <summary>The format's name in commands and addresses.</summary>
    string Format { get; }

    /// <summary>Its media type.</summary>
    string ContentType { get; }

    /// <summary>How its files end, with the dot.</summary>
    string FileExtension { get; }

    /// <summary>How often it reads the rows: its progress is told by them.</summary>
    int Readings { get; }

    /// <summary>Writes the package of reports that have answers. The stream need not seek; it is left open.</summary>
    Task WriteAsync(IReadOnlyList<YearlyReport> reports, Stream output, CancellationToken cancellationToken);
}
