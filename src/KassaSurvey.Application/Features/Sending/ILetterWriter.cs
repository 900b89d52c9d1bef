namespace KassaSurvey.Application.Features.Sending;

/// <summary>Writes letters as a file for the printer.</summary>
public interface ILetterWriter
{
    /// <summary>Its name in addresses, and how the file's name ends.</summary>
    string Format { get; }

    /// <summary>Its media type.</summary>
    string ContentType { get; }

    /// <summary>Writes them.</summary>
    Task WriteAsync(IReadOnlyList<PrintedLetter> letters, Stream output, CancellationToken cancellationToken);
}
