using System.Globalization;
using System.Text.Json;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Ledger;

/// <summary>Every row of every reference file beside the tests.</summary>
public static class ReferenceFiles
{
    /// <summary>The column of a file that holds one figure per id.</summary>
    public const string Single = "value";

    private static readonly Lazy<IReadOnlyList<ReferenceRow>> LazyRows = new(() => [.. Names.SelectMany(Read)]);

    public static IReadOnlyList<ReferenceRow> Rows => LazyRows.Value;

    /// <summary>The reference files; the call log is data, its figures are in the JSON file.</summary>
    public static IEnumerable<string> Names => Directory.GetFiles(Folder)
        .Select(path => Path.GetFileName(path)!)
        .Where(name => name.EndsWith(".csv", StringComparison.Ordinal) || name.EndsWith(".json", StringComparison.Ordinal))
        .Where(name => name != "calls_synthetic.csv")
        .Order(StringComparer.Ordinal);

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Reference");

    /// <summary>Whether the row's figures come from a data set that may not be copied here.</summary>
    public static bool IsOfExternalData(ReferenceRow row) => row.File switch
    {
        "survey_api.csv" or "importance.csv" or "johnson_mtcars.csv" => true,
        "stats_reference.csv" => row.Id.StartsWith("alpha.", StringComparison.Ordinal),
        _ => row.File.Contains("_mobi_", StringComparison.Ordinal),
    };

    private static IEnumerable<ReferenceRow> Read(string file) => file.EndsWith(".json", StringComparison.Ordinal)
        ? Flatten(file, "", JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file))).RootElement)
        : ReadTable(file);

    private static IEnumerable<ReferenceRow> ReadTable(string file)
    {
        var table = ReferenceTable.Read(file);
        var columns = table.Columns.ToArray();
        int[] names = file == "importance.csv" ? [0, 1, 2] : file.EndsWith("norm_weights.csv", StringComparison.Ordinal) ? [1] : [0];
        for (var row = 0; row < table.Count; row++)
        {
            var figures = new Dictionary<string, double>();
            foreach (var column in columns.Where((_, index) => !names.Contains(index)))
            {
                if (double.TryParse(table.Text(row, column), NumberStyles.Float, CultureInfo.InvariantCulture, out var figure))
                {
                    figures[column] = figure;
                }
            }

            yield return new ReferenceRow(file, string.Join('.', names.Select(index => table.Text(row, columns[index]))), figures);
        }
    }

    private static IEnumerable<ReferenceRow> Flatten(string file, string path, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(part => Flatten(file, path == "" ? part.Name : $"{path}.{part.Name}", part.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((part, index) => Flatten(file, $"{path}[{index}]", part)),
        JsonValueKind.Number => [Figure(file, path, element.GetDouble())],
        JsonValueKind.True or JsonValueKind.False => [Figure(file, path, element.GetBoolean() ? 1 : 0)],
        _ => [],
    };

    private static ReferenceRow Figure(string file, string path, double value) =>
        new(file, path, new Dictionary<string, double> { [Single] = value });
}
