using System.Globalization;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Imports;

/// <summary>Says in words what is wrong with an import; the page and the command line say it alike.</summary>
public static class ImportIssueText
{
    /// <summary>Why an import was refused, or why a value is wrong: one sentence.</summary>
    public static string Of(Error error, CultureInfo culture) => string.Format(
        culture, ImportTexts.Get(error.Code[(error.Code.LastIndexOf('.') + 1)..], culture), [.. error.Arguments]);

    /// <summary>The whole issue on one line: <c>line 7, column HAN_SPEED, value "9": The scale goes from 1 to 7.</c></summary>
    public static string Of(ImportIssue issue, CultureInfo culture)
    {
        var reason = Of(issue.Reason, culture);
        return issue switch
        {
            { Line: 0 } => Fill(ImportTexts.IssueOfFile, culture, reason),
            { Column: "" } => Fill(ImportTexts.IssueOfRow, culture, issue.Line, reason),
            { Value: "" } => Fill(ImportTexts.IssueOfColumn, culture, issue.Line, issue.Column, reason),
            _ => Fill(ImportTexts.IssueOfCell, culture, issue.Line, issue.Column, OneLine(issue.Value), reason),
        };
    }

    private static string Fill(string key, CultureInfo culture, params object[] values) =>
        string.Format(culture, ImportTexts.Get(key, culture), values);

    private static string OneLine(string value) => value.ReplaceLineEndings("⏎");
}
