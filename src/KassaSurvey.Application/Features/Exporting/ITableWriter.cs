using KassaSurvey.Application.Features.Reports;

namespace KassaSurvey.Application.Features.Exporting;

/// <summary>Writes a table of figures or comments in one format.</summary>
public interface ITableWriter
{
    /// <summary>The format's name.</summary>
    string Format { get; }

    /// <summary>Its media type.</summary>
    string ContentType { get; }

    /// <summary>How its files end, with the dot.</summary>
    string FileExtension { get; }

    /// <summary>Writes the table. The stream need not seek; it is left open.</summary>
    Task WriteAsync(ExportedTable table, Stream output, CancellationToken cancellationToken);
}

/// <summary>A table and what frames it.</summary>
/// <param name="Title">Fund, survey and years.</param>
/// <param name="Fund">The fund.</param>
/// <param name="Language">The language of its words.</param>
/// <param name="About">What frames it.</param>
/// <param name="Rows">The table.</param>
/// <param name="Codebook">What each question is; null where nothing needs telling.</param>
public sealed record ExportedTable(
    string Title, string Fund, string Language, IReadOnlyList<ReportFact> About, ReportTable Rows, ReportTable? Codebook);
