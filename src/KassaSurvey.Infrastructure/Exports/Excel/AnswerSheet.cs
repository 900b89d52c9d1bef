using System.Buffers.Text;
using System.Globalization;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Domain.Exports;
using KassaSurvey.Infrastructure.Exports.Answers;
using KassaSurvey.Infrastructure.Exports.Office;

namespace KassaSurvey.Infrastructure.Exports.Excel;

/// <summary>
/// The XML of a sheet of answers, written as the rows are read. Words are shared: a cell holds the place of its word, so nothing in it is
/// ever a formula, and a million cells cost a million numbers.
/// </summary>
internal sealed class AnswerSheet(AnswerSet answers, IReadOnlyList<AnswerSheet.Column> columns, int first, int most)
{
    private const int BufferSize = 1 << 16;

    /// <summary>More than one cell can take: its place, its number and the marks around them.</summary>
    private const int LongestCell = 100;

    /// <summary>The sheet's columns.</summary>
    public static List<Column> ColumnsOf(AnswerSet answers)
    {
        var (columns, words) = (new List<Column>(), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var place = 0; place < answers.Variables.Length; place++)
        {
            var variable = answers.Variables[place];
            var names = answers.NamesOf(variable);
            if (answers.Form != ValueForm.Labels || names.Count == 0)
            {
                columns.Add(new(variable.Name, place, Letters(columns.Count), null));
            }

            if (answers.Form != ValueForm.Codes && names.Count > 0)
            {
                var labels = names.ToDictionary(name => name.Value, name => new Word(name.Label, PlaceOf(name.Label)));
                columns.Add(new(answers.Form == ValueForm.Both ? variable.Name + CsvAnswers.LabelSuffix : variable.Name, place, Letters(columns.Count), labels));
            }
        }

        return columns;

        int PlaceOf(string word)
        {
            if (!words.TryGetValue(word, out var place))
            {
                words.Add(word, place = words.Count);
            }

            return place;
        }
    }

    /// <summary>The words that the columns' cells point at.</summary>
    public static SharedStringTable SharedTexts(IEnumerable<Column> columns) => new(columns
        .SelectMany(column => column.Labels?.Values ?? Enumerable.Empty<Word>()).DistinctBy(word => word.Place).OrderBy(word => word.Place)
        .Select(word => new SharedStringItem(new Text(OfficeXml.Printable(word.Text)) { Space = SpaceProcessingModeValues.Preserve })));

    /// <summary>Writes the sheet.</summary>
    public async Task WriteAsync(Stream output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(Encoding.UTF8.GetBytes(Head()), cancellationToken);
        var longest = (columns.Count + 1) * LongestCell;
        var buffer = new byte[Math.Max(BufferSize, longest)];
        var (used, number) = (0, 1);
        foreach (var row in first == 0 && answers.Values.RowCount <= most ? answers.Values.Rows : answers.Values.Rows.Skip(first).Take(most))
        {
            if (used + longest > buffer.Length)
            {
                await output.WriteAsync(buffer.AsMemory(0, used), cancellationToken);
                used = 0;
            }

            used += Fill(row, ++number, buffer.AsSpan(used));
        }

        await output.WriteAsync(buffer.AsMemory(0, used), cancellationToken);
        await output.WriteAsync("</sheetData></worksheet>"u8.ToArray(), cancellationToken);
    }

    private string Head()
    {
        var text = new StringBuilder("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">""");
        text.Append("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        text.Append("""<sheetFormatPr defaultRowHeight="15"/><cols>""");
        for (var i = 0; i < columns.Count; i++)
        {
            var width = Math.Clamp(Math.Max(columns[i].Name.Length, columns[i].Labels?.Values.Max(word => word.Text.Length) ?? 0) + 2, 9, 40);
            text.Append(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{width}\" customWidth=\"1\"/>");
        }

        text.Append("""</cols><sheetData><row r="1">""");
        foreach (var column in columns)
        {
            text.Append(CultureInfo.InvariantCulture, $"<c r=\"{column.Letters}1\" s=\"{CellStyles.Heading}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(OfficeXml.Printable(column.Name))}</t></is></c>");
        }

        return text.Append("</row>").ToString();
    }

    private int Fill(int row, int number, Span<byte> into)
    {
        var used = Put(into, 0, "<row r=\""u8);
        used = Put(into, used, number);
        used = Put(into, used, "\">"u8);
        foreach (var column in columns)
        {
            var value = answers.Read(row, column.Place);
            if (double.IsNaN(value))
            {
                continue;
            }

            used = Put(into, used, "<c r=\""u8);
            used = Put(into, used, column.LetterBytes);
            used = Put(into, used, number);
            if (column.Labels?.TryGetValue(value, out var word) == true)
            {
                used = Put(into, used, "\" t=\"s\"><v>"u8);
                used = Put(into, used, word!.Place);
            }
            else
            {
                used = Put(into, used, "\"><v>"u8);
                used += CsvAnswers.Format(value, into[used..]);
            }

            used = Put(into, used, "</v></c>"u8);
        }

        return Put(into, used, "</row>"u8);
    }

    private static int Put(Span<byte> into, int used, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(into[used..]);
        return used + bytes.Length;
    }

    private static int Put(Span<byte> into, int used, int number)
    {
        Utf8Formatter.TryFormat(number, into[used..], out var written);
        return used + written;
    }

    private static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }

    /// <summary>A column of the sheet.</summary>
    /// <param name="Name">Its heading.</param>
    /// <param name="Place">The variable it shows.</param>
    /// <param name="Letters">What the sheet calls it.</param>
    /// <param name="Labels">The words of its values; null for numbers.</param>
    internal sealed record Column(string Name, int Place, string Letters, Dictionary<double, Word>? Labels)
    {
        /// <summary>The letters as they are written.</summary>
        public byte[] LetterBytes { get; } = Encoding.ASCII.GetBytes(Letters);
    }

    /// <summary>A word and its place among those shared.</summary>
    internal sealed record Word(string Text, int Place);
}
