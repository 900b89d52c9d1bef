using System.Buffers.Text;
using System.Text;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Domain.Exports;

namespace KassaSurvey.Infrastructure.Exports.Answers;

/// <summary>
/// The answers as a table: UTF-8, comma, decimal point, −1 can't say, −2 not asked, nothing where it was left empty. Labels are made into
/// bytes once, so a million rows are written without a string for each of their cells.
/// </summary>
internal static class CsvAnswers
{
    /// <summary>Put behind the name of a column whose values stand in words in a column of their own.</summary>
    public const string LabelSuffix = "_label";

    private const int LongestNumber = 32;

    private static readonly System.Buffers.SearchValues<char> NeedsQuotes = System.Buffers.SearchValues.Create(",;\"\t\r\n");

    /// <summary>Writes the rows.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="output">Takes them; stays open.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static Task WriteAsync(AnswerSet answers, Stream output, CancellationToken cancellationToken)
    {
        List<Column> columns = [.. answers.Variables.SelectMany((variable, place) => ColumnsOf(answers, variable, place))];
        return AnswerLines.WriteAsync(
            answers, string.Join(',', columns.Select(column => Quoted(column.Name))), columns.Sum(column => column.Longest + 1),
            (row, into) => Fill(answers, columns, row, into), output, cancellationToken);
    }

    private static int Fill(AnswerSet answers, List<Column> columns, int row, Span<byte> into)
    {
        var used = 0;
        foreach (var column in columns)
        {
            var value = answers.Read(row, column.Place);
            if (column.Labels?.TryGetValue(value, out var label) == true)
            {
                label.CopyTo(into[used..]);
                used += label.Length;
            }
            else if (!double.IsNaN(value))
            {
                used += Format(value, into[used..]);
            }

            into[used++] = (byte)',';
        }

        into[used - 1] = (byte)'\n';
        return used;
    }

    /// <summary>Writes a number. Nearly all are codes of one digit, and a general formatter takes most of the time of a file.</summary>
    internal static int Format(double value, Span<byte> into)
    {
        if (value is >= 0 and < 10 && (int)value is var digit && value.Equals(digit))
        {
            into[0] = (byte)('0' + digit);
            return 1;
        }

        Utf8Formatter.TryFormat(value, into, out var written);
        return written;
    }

    private static IEnumerable<Column> ColumnsOf(AnswerSet answers, ResponseVariable variable, int place)
    {
        var names = answers.NamesOf(variable);
        if (answers.Form != ValueForm.Labels || names.Count == 0)
        {
            yield return new(variable.Name, place, null);
        }

        if (answers.Form != ValueForm.Codes && names.Count > 0)
        {
            var labels = names.ToDictionary(name => name.Value, name => Encoding.UTF8.GetBytes(Quoted(CsvReportWriter.Harmless(name.Label))));
            yield return new(answers.Form == ValueForm.Both ? variable.Name + LabelSuffix : variable.Name, place, labels);
        }
    }

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private sealed record Column(string Name, int Place, Dictionary<double, byte[]>? Labels)
    {
        public int Longest { get; } = Math.Max(LongestNumber, Labels?.Values.Max(label => label.Length) ?? 0);
    }
}
