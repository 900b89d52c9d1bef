using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Imports;

/// <summary>One thing that is wrong with a file.</summary>
/// <param name="Line">Line of the file, from 1; where a row begins when it spans several. 0 = the whole file.</param>
/// <param name="Column">The column's heading, or empty when it concerns the whole row.</param>
/// <param name="Value">What the file says there, shortened; empty when it concerns the whole row.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record ImportIssue(int Line, string Column, string Value, Error Reason)
{
    private const int LongestValue = 60;

    /// <summary>An issue of a whole row, or of the whole file (line 0).</summary>
    public static ImportIssue Of(int line, Error reason) => new(line, "", "", reason);

    /// <summary>An issue of one cell.</summary>
    public static ImportIssue Of(int line, string column, ReadOnlySpan<char> value, Error reason) => new(
        line, Shorten(column), Shorten(value), reason);

    private static string Shorten(ReadOnlySpan<char> text) =>
        text.Length <= LongestValue ? text.ToString() : $"{text[..LongestValue]}…";
}
