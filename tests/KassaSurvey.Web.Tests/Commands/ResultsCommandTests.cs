using System.Text.Json;

namespace KassaSurvey.Web.Tests.Commands;

/// <summary>results as a script or an analyst sees it.</summary>
[Collection(nameof(ConsoleCollection))]
public sealed class ResultsCommandTests : IAsyncLifetime
{
    private static readonly string[] Selection = ["results", "--fund", "koko", "--survey", "s", "--year", "2020"];

    private readonly string _folder = Directory.CreateTempSubdirectory("kassa-results-").FullName;

    public async Task InitializeAsync()
    {
        var rows = Enumerable.Range(0, 43).Select(row => $"r{row},{(row < 20 ? "north" : row < 40 ? "south" : "west")},60,{5 + (row % 3)}");
        var file = Path.Combine(_folder, "answers.csv");
        await File.WriteAllTextAsync(file, string.Join('\n', rows.Prepend("response_id,segment:region,duration_s,OVERALL")) + "\n");
        Assert.Equal(0, (await RunAsync("import-responses", "--create", "--fund", "koko", "--survey", "s", "--year", "2020", file)).Exit);
    }

    public Task DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task By_Json_SaysOnlyThatAHiddenCellIsHidden()
    {
        var run = await RunAsync([.. Selection, "--by", "region"]);

        Assert.Equal((0, "", "region"), (run.Exit, run.Error, run.Json.GetProperty("by")[0].GetString()));
        var cells = run.Json.GetProperty("cells").EnumerateArray().Where(cell => cell.GetProperty("code").GetString() == "OVERALL").ToList();
        Assert.NotEmpty(cells);
        var hidden = cells.Where(cell => cell.GetProperty("hidden").GetBoolean()).ToList();
        Assert.All(hidden, cell => Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (cell.GetProperty("n").ValueKind, cell.GetProperty("mean").ValueKind)));
        Assert.DoesNotContain(cells, cell => cell.GetProperty("n") is { ValueKind: JsonValueKind.Number } n && n.GetInt64() is > 0 and < 5);
    }

    [Fact]
    public async Task By_Table_IsATable()
    {
        var run = await RunAsync([.. Selection, "--by", "region", "--format", "table"]);

        var lines = run.Output.TrimEnd().Split(Environment.NewLine);
        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.StartsWith("koko s 2020 against nothing by region, data v1-", lines[0], StringComparison.Ordinal);
        Assert.Equal(["code", "region", "n", "mean", "ci95", "index", "delta", "q", "verdict"], lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(lines, line => line.StartsWith("OVERALL", StringComparison.Ordinal) && line.Contains("hidden", StringComparison.Ordinal));
    }

    [Fact]
    public async Task By_Mistaken_SaysWhatIsMeant()
    {
        var unknown = await RunAsync([.. Selection, "--by", "shoe"]);
        var filtered = await RunAsync([.. Selection, "--by", "region", "--without-careless"]);

        Assert.Equal((1, ""), (unknown.Exit, unknown.Output));
        Assert.Contains("region", unknown.Error, StringComparison.Ordinal);
        Assert.Equal((1, "A breakdown is of everybody: leave --where and --without-careless out."), (filtered.Exit, Assert.Single(filtered.ErrorLines)));
    }

    [Fact]
    public async Task Quality_OfAWave_StandsBesideTheFigures()
    {
        var run = await RunAsync([.. Selection, "--without-careless"]);

        var quality = run.Json.GetProperty("quality");
        Assert.Equal((true, 43, 60.0), (quality.GetProperty("carelessExcluded").GetBoolean(), quality.GetProperty("timed").GetInt32(), quality.GetProperty("medianSeconds").GetDouble()));
        Assert.Equal((0, 43), (quality.GetProperty("careless").GetInt32(), run.Json.GetProperty("responses").GetInt32()));
    }

    private Task<VerbRun> RunAsync(params string[] arguments) => VerbRun.OfAsync(_folder, arguments);
}
