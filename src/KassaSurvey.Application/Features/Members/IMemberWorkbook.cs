using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Members;

/// <summary>Reads a member file that is a workbook (XLSX).</summary>
public interface IMemberWorkbook
{
    /// <summary>True when the file begins as a workbook does. The stream is left at its beginning.</summary>
    Task<bool> IsWorkbookAsync(Stream content, CancellationToken cancellationToken);

    /// <summary>
    /// Writes the first sheet as CSV: a line for each row of the sheet, so that line numbers are row numbers; days as <c>yyyy-MM-dd</c>.
    /// </summary>
    /// <param name="workbook">The workbook; must seek.</param>
    /// <param name="csv">Takes the CSV; it stays open.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Done, or an error when it cannot be read as a workbook.</returns>
    Task<Result> WriteCsvAsync(Stream workbook, Stream csv, CancellationToken cancellationToken);
}
