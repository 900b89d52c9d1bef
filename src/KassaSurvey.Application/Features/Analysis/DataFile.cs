using System.Collections.Immutable;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>An analyst's own CSV file in memory: a heading, then one row per line. Any columns; nothing of it is stored.</summary>
public sealed class DataFile
{
    /// <summary>How many wrong cells or rows are named; the rest are counted.</summary>
    public const int LongestList = 20;

    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly string[][] _cells;
    private readonly int[] _lines;

    private DataFile(string name, ImmutableArray<string> headings, IReadOnlyList<List<string>> cells, List<int> lines)
    {
        Name = name;
        Columns = headings;
        _cells = [.. cells.Select(column => column.ToArray())];
        _lines = [.. lines];
        for (var place = 0; place < headings.Length; place++)
        {
            _places.Add(headings[place], place);
        }
    }

    /// <summary>What messages call the file.</summary>
    public string Name { get; }

    /// <summary>The headings, as they stand in the file.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Rows below the heading; blank lines do not count.</summary>
    public int RowCount => _lines.Length;

    /// <summary>Reads a file without a name.</summary>
    public static Task<Result<DataFile>> ReadAsync(Stream content, CancellationToken cancellationToken) =>
        ReadAsync(content, "", cancellationToken);

    /// <summary>Reads the whole file: UTF-8; comma, semicolon or tab.</summary>
    /// <param name="content">A stream that can seek; it stays open.</param>
    /// <param name="name">What messages call the file.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The file, or what is wrong with its lines: the first <see cref="LongestList"/>.</returns>
    public static async Task<Result<DataFile>> ReadAsync(Stream content, string name, CancellationToken cancellationToken)
    {
        var (source, problem) = await CsvSource.InspectAsync(content, _ => { }, cancellationToken);
        if (source is null)
        {
            return AnalysisErrors.BadFile(name, problem!);
        }

        using var rows = source.Open();
        if (!await rows.ReadAsync(cancellationToken))
        {
            return AnalysisErrors.BadFile(name, rows.Problem ?? ImportIssue.Of(0, ImportErrors.EmptyFile()));
        }

        ImmutableArray<string> headings = [.. Enumerable.Range(0, rows.FieldCount).Select(place => rows.Trimmed(place).ToString())];
        var issues = HeadingIssues(headings, rows.Line).ToList();
        if (issues.Count > 0)
        {
            return Result<DataFile>.Failed([.. issues.Select(issue => AnalysisErrors.BadFile(name, issue))]);
        }

        return await ReadRowsAsync(rows, name, headings, cancellationToken);
    }

    /// <summary>The heading that is meant, in the file's own letters, or an error that suggests the nearest.</summary>
    public Result<string> Find(string column) => _places.TryGetValue(column, out var place)
        ? Columns[place]
        : NearestName.Of(column, Columns) is { } nearest
            ? AnalysisErrors.UnknownColumnNear(Name, column, nearest)
            : AnalysisErrors.UnknownColumn(Name, column, string.Join(", ", Columns));

    /// <summary>The column's cells without surrounding space; empty where the file has nothing.</summary>
    /// <exception cref="ArgumentException">There is no such column: ask <see cref="Find"/> first.</exception>
    public string[] Texts(string column) => [.. Cells(column)];

    /// <summary>The column as numbers. NaN where a cell is empty, "." or "NA", and where it is no number: see <see cref="NotNumbers"/>.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public double[] Numbers(string column) => [.. Cells(column).Select(cell => IsMissing(cell) ? double.NaN : NumberOf(cell))];

    /// <summary>The cells of the column that are neither missing nor a number, a decimal comma among them, in the file's order.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public IEnumerable<ImportIssue> NotNumbers(string column)
    {
        var cells = Cells(column);
        return Enumerable.Range(0, cells.Length)
            .Where(row => !IsMissing(cells[row]) && !AnswerCell.ReadNumber(cells[row]).IsSuccess)
            .Select(row => ImportIssue.Of(_lines[row], column, cells[row], AnswerCell.ReadNumber(cells[row]).Errors[0]));
    }

    /// <summary>The line of the file that a row begins on, from 1.</summary>
    public int LineOf(int row) => _lines[row];

    /// <summary>True for what files write where there is no value.</summary>
    public static bool IsMissing(string cell) => cell is "" or AnswerCell.CantSay or "NA";

    private static async Task<Result<DataFile>> ReadRowsAsync(
        CsvRows rows, string name, ImmutableArray<string> headings, CancellationToken cancellationToken)
    {
        var cells = headings.Select(_ => new List<string>()).ToArray();
        var (lines, issues) = (new List<int>(), new List<ImportIssue>());
        // Survey files repeat a few values endlessly: one string for each keeps a large file small.
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        while (issues.Count < LongestList && await rows.ReadAsync(cancellationToken))
        {
            if (rows.FieldCount != headings.Length)
            {
                issues.Add(ImportIssue.Of(rows.Line, rows.FieldCount < headings.Length
                    ? ImportErrors.TooFewFields(rows.FieldCount, headings.Length)
                    : ImportErrors.TooManyFields(rows.FieldCount, headings.Length)));
                continue;
            }

            lines.Add(rows.Line);
            for (var place = 0; place < cells.Length; place++)
            {
                var cell = rows.Trimmed(place);
                if (!lookup.TryGetValue(cell, out var text))
                {
                    text = cell.ToString();
                    known.Add(text, text);
                }

                cells[place].Add(text);
            }
        }

        issues.AddRange(rows.Problem is { } problem ? [problem] : []);
        issues.AddRange(issues.Count == 0 && lines.Count == 0 ? [ImportIssue.Of(0, ImportErrors.NoRows())] : []);
        return issues.Count == 0
            ? new DataFile(name, headings, cells, lines)
            : Result<DataFile>.Failed([.. issues.Select(issue => AnalysisErrors.BadFile(name, issue))]);
    }

    private static IEnumerable<ImportIssue> HeadingIssues(ImmutableArray<string> headings, int line)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var place = 0; place < headings.Length; place++)
        {
            if (headings[place].Length == 0)
            {
                yield return ImportIssue.Of(line, ImportErrors.EmptyHeader(place + 1));
            }
            else if (!seen.Add(headings[place]))
            {
                yield return ImportIssue.Of(line, headings[place], "", ImportErrors.DuplicateColumn());
            }
        }
    }

    private static double NumberOf(string cell) => AnswerCell.ReadNumber(cell) is { IsSuccess: true } number ? number.Value : double.NaN;

    private string[] Cells(string column) => _places.TryGetValue(column, out var place)
        ? _cells[place]
        : throw new ArgumentException($"There is no column '{column}'.", nameof(column));
}
