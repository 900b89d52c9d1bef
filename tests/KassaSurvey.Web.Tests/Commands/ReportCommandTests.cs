using System.Text;

namespace KassaSurvey.Web.Tests.Commands;

/// <summary>report as a script sees it: a file of every format, or none and the reason.</summary>
[Collection(nameof(ConsoleCollection))]
public sealed class ReportCommandTests : IAsyncLifetime
{
    private static readonly string[] Selection = ["report", "--fund", "koko", "--survey", "s", "--year", "2020", "--language", "fi"];

    private readonly string _folder = Directory.CreateTempSubdirectory("kassa-report-").FullName;

    private string Target => Path.Combine(_folder, "out.file");

    public async Task InitializeAsync()
    {
        var rows = Enumerable.Range(0, 40).Select(row => $"r{row},{(row < 20 ? "north" : "south")},{3 + (row % 5)}");
        var file = Path.Combine(_folder, "answers.csv");
        await File.WriteAllTextAsync(file, string.Join('\n', rows.Prepend("response_id,segment:region,OVERALL")) + "\n");
        Assert.Equal(0, (await VerbRun.OfAsync(_folder, "import-responses", "--create", "--fund", "koko", "--survey", "s", "--year", "2020", file)).Exit);
    }

    public Task DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("pdf", "%PDF-")]
    [InlineData("pptx", "PK")]
    [InlineData("xlsx", "PK")]
    [InlineData("csv", "\uFEFFkind,code")]
    [InlineData("sav", "$FL2")]
    [InlineData("parquet", "PAR1")]
    [InlineData("triples", "PK")]
    [InlineData("zip", "PK")]
    public async Task EveryFormat_IsWritten(string format, string begins)
    {
        var run = await VerbRun.OfAsync(_folder, [.. Selection, "--format", format, "--out", Target]);

        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.StartsWith(begins, Encoding.UTF8.GetString(await File.ReadAllBytesAsync(Target)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sav")]
    [InlineData("triples")]
    public async Task Answers_OfAPart_AreRefused_AndNothingIsWritten(string format)
    {
        var run = await VerbRun.OfAsync(_folder, [.. Selection, "--where", "region=north", "--format", format, "--out", Target]);

        Assert.NotEqual(0, run.Exit);
        Assert.Contains(format, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Target));
    }
}
