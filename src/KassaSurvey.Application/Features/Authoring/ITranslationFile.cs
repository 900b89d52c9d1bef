using System.Collections.Immutable;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Writes and reads the file that goes to a translator: a sheet of texts, nothing in it ever a formula.</summary>
public interface ITranslationFile
{
    /// <summary>Its media type.</summary>
    string ContentType { get; }

    /// <summary>How its files end, with the dot.</summary>
    string FileExtension { get; }

    /// <summary>Writes the sheet, headings first. The stream need not seek; it is left open.</summary>
    Task WriteAsync(TranslationSheet sheet, Stream output, CancellationToken cancellationToken);

    /// <summary>Reads the first sheet.</summary>
    /// <param name="input">The file; must seek. It is left open.</param>
    /// <returns>Its rows that have a text, headings among them; an error when it is no such file, or one of unreasonable size.</returns>
    Result<ImmutableArray<TranslationRow>> Read(Stream input);
}

/// <summary>What is written for a translator.</summary>
/// <param name="Title">The workbook's title.</param>
/// <param name="Language">The language of the title.</param>
/// <param name="Headings">The columns.</param>
/// <param name="Rows">A row per text, a cell per column.</param>
public sealed record TranslationSheet(
    string Title, string Language, ImmutableArray<string> Headings, ImmutableArray<ImmutableArray<string>> Rows);

/// <summary>A row as it was read.</summary>
/// <param name="Line">Its number in the sheet, from 1.</param>
/// <param name="Cells">Its texts by column; an absent cell is empty, a formula is null.</param>
public sealed record TranslationRow(int Line, ImmutableArray<string?> Cells)
{
    /// <summary>The text of a column; empty when the row ends before it, null for a formula.</summary>
    public string? Cell(int column) => column < Cells.Length ? Cells[column] : "";
}
