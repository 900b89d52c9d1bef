using System.Globalization;
using System.Text;
using System.Text.Json;

namespace KassaSurvey.Web.Tests.Commands;

/// <summary>The drivers verb as a script sees it.</summary>
[Collection(nameof(ConsoleCollection))]
public sealed class DriversCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kassa-drivers-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Drivers_ImportedWaveOnOneToTen_RanksThePlantedDriverFirst()
    {
        var file = Write("answers.csv", Rows("GRADE,WAIT,CARE,PRICE,response_id"));
        await RunAsync("import-responses", "--create", "--scale", "1-10", "--fund", "koko", "--survey", "s", "--year", "2020", file);

        var run = await RunAsync("drivers", "--fund", "koko", "--survey", "s", "--year", "2020", "--target", "GRADE");

        Assert.Equal((0, ""), (run.Exit, run.Error));
        var model = run.Json.GetProperty("models")[0];
        Assert.Equal(("reported", 400), (model.GetProperty("outcome").GetString(), model.GetProperty("n").GetInt32()));
        Assert.Equal("WAIT", Top(model));
    }

    [Theory]
    [InlineData("lmg")]
    [InlineData("johnson")]
    [InlineData("pls")]
    public async Task Drivers_PlainFile_NeedsNoDatabase(string method)
    {
        var file = Write("answers.csv", Rows("grade,wait,care,price,row"));

        var run = await RunAsync("drivers", "--file", file, "--target", "grade", "--drivers", "wait,care", "--method", method, "--scale", "1-10");

        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Equal("wait", Top(run.Json.GetProperty("models")[0]));
        Assert.False(File.Exists(Path.Combine(_folder, "kassa.db")));
    }

    [Fact]
    public async Task Drivers_Table_NamesQuadrantsAndCaution()
    {
        var run = await RunAsync("drivers", "--file", Write("a.csv", Rows("grade,wait,care,price,row")), "--target", "grade", "--format", "table");

        Assert.Equal(0, run.Exit);
        Assert.Contains("not proof of a cause", run.Output, StringComparison.Ordinal);
        Assert.Contains("quadrant", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drivers_FewRows_SaysSoAndGivesNoFigure()
    {
        var run = await RunAsync("drivers", "--file", Write("a.csv", "y,a,b\n1,2,3\n2,3,1\n3,1,2\n"), "--target", "y");

        var model = run.Json.GetProperty("models")[0];
        Assert.Equal((0, "tooFewCases", 0), (run.Exit, model.GetProperty("outcome").GetString(), model.GetProperty("figures").GetArrayLength()));
    }

    [Fact]
    public async Task Drivers_UnknownColumn_NamesTheNearest()
    {
        var run = await RunAsync("drivers", "--file", Write("a.csv", Rows("grade,wait,care,price,row")), "--target", "grad");

        Assert.Equal((1, ""), (run.Exit, run.Output));
        Assert.Contains("grade", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drivers_NeitherWaveNorFile_ExitsWithTwo()
    {
        var run = await RunAsync("drivers", "--target", "OVERALL");

        Assert.Equal((2, ""), (run.Exit, run.Output));
    }

    private static string? Top(JsonElement model) => model.GetProperty("figures").EnumerateArray()
        .MaxBy(figure => figure.GetProperty("importance").GetDouble()).GetProperty("code").GetString();

    /// <summary>400 answers on 1-10 in which the first driver decides most of the target.</summary>
    private static string Rows(string heading)
    {
        var random = new System.Random(1);
        var text = new StringBuilder(heading).Append('\n');
        for (var row = 0; row < 400; row++)
        {
            var (first, second, third) = (random.Next(1, 11), random.Next(1, 11), random.Next(1, 11));
            var target = Math.Clamp((int)Math.Round((0.6 * first) + (0.2 * second) + random.Next(0, 3)), 1, 10);
            text.Append(CultureInfo.InvariantCulture, $"{target},{first},{second},{third},r{row}\n");
        }

        return text.ToString();
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    private Task<VerbRun> RunAsync(params string[] arguments) => VerbRun.OfAsync(_folder, arguments);
}
