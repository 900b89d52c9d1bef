using System.Globalization;

namespace KassaSurvey.Web.Commands;

/// <summary>An aligned table for reading in a terminal.</summary>
public static class TextTable
{
    /// <summary>The table: the first column to the left, the others to the right.</summary>
    /// <param name="heads">The headings.</param>
    /// <param name="rows">Rows with as many cells.</param>
    public static string Of(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        var lines = rows.Prepend(heads).ToList();
        var widths = heads.Select((_, column) => lines.Max(line => line[column].Length)).ToArray();
        return string.Join(Environment.NewLine, lines.Select(line => string.Join("  ", line.Select((cell, column) =>
            column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))).TrimEnd()));
    }

    /// <summary>A number, or nothing.</summary>
    public static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "";

    /// <summary>An interval, or nothing; "to" keeps a minus sign apart.</summary>
    public static string Interval(IReadOnlyList<double>? bounds, string format) =>
        bounds is [var low, var high] ? $"{Number(low, format)} to {Number(high, format)}" : "";
}
