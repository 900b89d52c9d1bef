using System.Globalization;
using Sylvan.Data.Csv;

namespace KassaSurvey.Statistics.Tests.Reference;

/// <summary>A CSV file with a header row: text by row and column name.</summary>
public sealed class ReferenceTable
{
    private readonly Dictionary<string, int> columns = [];
    private readonly List<string[]> rows = [];

    private ReferenceTable(string path)
    {
        using var reader = CsvDataReader.Create(path);
        for (var i = 0; i < reader.FieldCount; i++)
        {
            columns[reader.GetName(i)] = i;
        }

        while (reader.Read())
        {
            var row = new string[columns.Count];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = i < reader.RowFieldCount ? reader.GetString(i) : "";
            }

            rows.Add(row);
        }
    }

    public int Count => rows.Count;

    public IEnumerable<string> Columns => columns.Keys;

    /// <summary>A file that lies beside the tests.</summary>
    public static ReferenceTable Read(string relativePath) =>
        new(Path.Combine(AppContext.BaseDirectory, "Reference", relativePath));

    /// <summary>A file of a data set that may not be copied here.</summary>
    public static ReferenceTable ReadExternal(string relativePath) =>
        new(Path.Combine(ReferenceDataFactAttribute.Folder!, relativePath));

    public string Text(int row, string column) => rows[row][columns[column]];

    public double Number(int row, string column) => Parse(Text(row, column));

    public double[] Numbers(string column) => [.. Enumerable.Range(0, Count).Select(row => Number(row, column))];

    public string[] Texts(string column) => [.. Enumerable.Range(0, Count).Select(row => Text(row, column))];

    /// <summary>The number in the row whose first column is the id; NaN when the field is empty.</summary>
    public double Value(string id, string column) =>
        Number(rows.FindIndex(row => row[0] == id) is var found and >= 0 ? found : throw new KeyNotFoundException(id), column);

    private static double Parse(string text) =>
        text is "" or "NA" ? double.NaN : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
