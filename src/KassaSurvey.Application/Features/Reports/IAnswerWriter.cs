namespace KassaSurvey.Application.Features.Reports;

/// <summary>Writes answers row by row in one format.</summary>
public interface IAnswerWriter
{
    /// <summary>The format's name in commands and addresses.</summary>
    string Format { get; }

    /// <summary>Its media type.</summary>
    string ContentType { get; }

    /// <summary>How its files end, with the dot.</summary>
    string FileExtension { get; }

    /// <summary>How often it reads the rows: its progress is told by them.</summary>
    int Readings { get; }

    /// <summary>Writes the answers. The stream need not seek; it is left open.</summary>
    Task WriteAsync(AnswerSet answers, Stream output, CancellationToken cancellationToken);
}
