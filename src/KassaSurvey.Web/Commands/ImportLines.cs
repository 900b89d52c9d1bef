using System.Globalization;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Web.Commands;

/// <summary>What an import verb says on standard error.</summary>
public static class ImportLines
{
    /// <summary>Why an import could not be tried.</summary>
    public static async Task WriteAsync(IEnumerable<Error> errors)
    {
        foreach (var error in errors)
        {
            await Console.Error.WriteLineAsync(ImportIssueText.Of(error, CultureInfo.InvariantCulture));
        }
    }

    /// <summary>What is wrong with the file, a line each.</summary>
    public static async Task WriteAsync(ImportIssues issues)
    {
        foreach (var issue in issues.Listed)
        {
            await Console.Error.WriteLineAsync(ImportIssueText.Of(issue, CultureInfo.InvariantCulture));
        }

        if (issues.Count > issues.Listed.Count)
        {
            await Console.Error.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"… and {issues.Count - issues.Listed.Count} more."));
        }
    }

    /// <summary>How to go on when a file was refused because of its rows.</summary>
    public static async Task WriteRefusalAsync(ImportIssues issues, bool dryRun) => await Console.Error.WriteLineAsync(
        issues.StopImport ? "Nothing can be imported from this file as it is."
        : dryRun ? "Nothing was changed. --skip-bad-rows would import the good rows."
        : "Nothing was imported. --skip-bad-rows imports the good rows.");

    /// <summary>True when an import with these issues does nothing.</summary>
    public static bool Refuses(ImportIssues issues, bool skipBadRows) => issues.StopImport || (issues.Count > 0 && !skipBadRows);
}
