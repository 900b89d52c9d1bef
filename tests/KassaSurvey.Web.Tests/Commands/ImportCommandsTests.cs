namespace KassaSurvey.Web.Tests.Commands;

/// <summary>The import verbs as a script sees them: arguments in; standard output, standard error and exit code out.</summary>
[Collection(nameof(ConsoleCollection))]
public sealed class ImportCommandsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kassa-verbs-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task ImportResponses_GoodFile_CountsItTwiceAndWritesItOnce()
    {
        var file = Write("answers.csv", "response_id,OVERALL,WAIT\na,5,9\nb,6,10\n");

        var first = await RunAsync("import-responses", "--create", "--scale", "1-10", "--fund", "koko", "--survey", "s", "--year", "2020", file);
        var again = await RunAsync("import-responses", "--fund", "koko", "--survey", "s", "--year", "2020", file);

        Assert.Equal((0, "imported", 2, 0), (first.Exit, Text(first, "outcome"), Number(first, "newRows"), Number(first, "badRows")));
        Assert.Equal(["OVERALL", "WAIT"], first.Json.GetProperty("addedQuestions").EnumerateArray().Select(code => code.GetString()));
        Assert.Equal((0, "nothingNew", 2), (again.Exit, Text(again, "outcome"), Number(again, "alreadyThere")));
        Assert.Equal("", first.Error + again.Error);
    }

    [Fact]
    public async Task ImportResponses_BadRows_AreListedAndRefusedUnlessSkipped()
    {
        var file = Write("answers.csv", "response_id,OVERALL\na,5\nb,9\nc,\"4,5\"\n");
        string[] options = ["import-responses", "--create", "--fund", "koko", "--survey", "s", "--year", "2020"];

        var refused = await RunAsync([.. options, file]);
        var looked = await RunAsync([.. options, "--dry-run", "--skip-bad-rows", file]);
        var taken = await RunAsync([.. options, "--skip-bad-rows", file]);

        Assert.Equal((1, "refused", 2), (refused.Exit, Text(refused, "outcome"), Number(refused, "badRows")));
        Assert.Equal(
            [
                "line 3, column OVERALL, value \"9\": The scale goes from 1 to 7.",
                "line 4, column OVERALL, value \"4,5\": Decimals are written with a point, not a comma.",
                "Nothing was imported. --skip-bad-rows imports the good rows.",
            ],
            refused.Error.TrimEnd().Split(Environment.NewLine));
        Assert.Equal((0, "checked", 1), (looked.Exit, Text(looked, "outcome"), Number(looked, "newRows")));
        Assert.Equal((0, "imported", 1), (taken.Exit, Text(taken, "outcome"), Number(taken, "newRows")));
    }

    [Fact]
    public async Task ImportMembers_File_TakesGoodRowsAndListsTheOthers()
    {
        await RunAsync("import-responses", "--create", "--fund", "koko", "--survey", "s", "--year", "2020", Write("a.csv", "OVERALL\n5\n"));
        var file = Write("members.csv", "number;sähköposti;region\n1;a@example.org;Lappi\n2;nowhere;Lappi\n");

        var looked = await RunAsync("import-members", "--fund", "koko", "--dry-run", file);
        var taken = await RunAsync("import-members", "--fund", "koko", file);
        var less = await RunAsync("import-members", "--fund", "koko", "--leavers", "mark", Write("less.csv", "number\n3\n"));

        Assert.Equal((1, "checked", 1, 1), (looked.Exit, Text(looked, "outcome"), Number(looked, "added"), Number(looked, "badRows")));
        Assert.Equal("line 3, column sähköposti, value \"nowhere\": It is not an e-mail address.", looked.Error.TrimEnd());
        Assert.Equal((1, "imported", 1, 1), (taken.Exit, Text(taken, "outcome"), Number(taken, "added"), Number(taken, "badRows")));
        Assert.Equal((1, "refused", 1), (less.Exit, Text(less, "outcome"), Number(less, "left")));
        Assert.Contains("1 of 1 active members are missing", less.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ImportPublished_Figures_AreAddedOnce()
    {
        await RunAsync("import-responses", "--create", "--fund", "koko", "--survey", "s", "--year", "2020", Write("a.csv", "OVERALL\n5\n"));
        var file = Write("published.csv", "year,question_code,scale_min,scale_max,mean,source\n2019,OVERALL,1,7,6.02,Report\n");

        var first = await RunAsync("import-published", "--fund", "koko", "--survey", "s", file);
        var again = await RunAsync("import-published", "--fund", "koko", "--survey", "s", file);

        Assert.Equal((0, "imported", 1), (first.Exit, Text(first, "outcome"), Number(first, "added")));
        Assert.Equal((0, "nothingNew", 1), (again.Exit, Text(again, "outcome"), Number(again, "unchanged")));
    }

    [Fact]
    public async Task ImportResponses_UnknownFund_SaysHowToMakeIt()
    {
        var run = await RunAsync("import-responses", "--fund", "koko", "--survey", "s", "--year", "2020", Write("a.csv", "OVERALL\n5\n"));

        Assert.Equal((1, ""), (run.Exit, run.Output));
        Assert.Contains("koko", run.Error, StringComparison.Ordinal);
        Assert.Contains("--create", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--fund", "koko", "--survey", "s", "--year", "2020", "nowhere.csv")]
    [InlineData("--fund", "koko", "--survey", "s", "--year", "soon", "a.csv")]
    [InlineData("--fund", "koko", "--survey", "s", "--year", "2020", "--scale", "7-1", "a.csv")]
    [InlineData("--fund", "koko", "--year", "2020", "a.csv")]
    public async Task ImportResponses_WrongUsage_ExitsWithTwo(params string[] arguments)
    {
        Write("a.csv", "OVERALL\n5\n");

        var run = await RunAsync(["import-responses", .. arguments[..^1], Path.Combine(_folder, arguments[^1])]);

        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.NotEqual("", run.Error);
    }

    [Fact]
    public async Task Results_DatabaseThatDoesNotExist_IsToldAndNotMade()
    {
        var run = await RunAsync("results", "--fund", "koko", "--survey", "s", "--year", "2020");

        Assert.Equal((1, ""), (run.Exit, run.Output));
        Assert.Contains("kassa.db", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    private static string? Text(VerbRun run, string name) => run.Json.GetProperty(name).GetString();

    private static int Number(VerbRun run, string name) => run.Json.GetProperty(name).GetInt32();

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    private Task<VerbRun> RunAsync(params string[] arguments) => VerbRun.OfAsync(_folder, arguments);
}
