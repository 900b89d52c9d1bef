using System.Text.Json;

namespace KassaSurvey.Web.Tests.Commands;

/// <summary>compare, weights and aapor as a script or an analyst sees them.</summary>
[Collection(nameof(ConsoleCollection))]
public sealed class AnalysisCommandsTests : IDisposable
{
    private const string TwoWaves = "id;wave;WAIT\na;2019;2\nb;2019;4\nc;2019;6\nd;2020;6\ne;2020;8\nf;2020;10\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("kassa-analysis-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Compare_File_PrintsUnroundedJsonAndNeedsNoDatabase()
    {
        var run = await RunAsync("compare", "--file", Write("w.csv", TwoWaves), "--wave", "wave", "--items", "WAIT", "--scale", "1-10", "--margin", "0.9", "--margin-unit", "scale");

        var item = run.Json.GetProperty("items")[0];
        Assert.Equal((0, ""), (run.Exit, run.Error));
        // R: t.test(c(6, 8, 10), c(2, 4, 6)) gives p-value = 0.07048.
        Assert.Equal(0.07048399691021993, item.GetProperty("p").GetDouble(), 12);
        Assert.Equal((4.0, "1-10", "inconclusive"), (item.GetProperty("difference").GetDouble(), item.GetProperty("scale").GetString(), item.GetProperty("verdict").GetString()));
        Assert.False(File.Exists(VerbRun.DatabaseIn(_folder)));
    }

    [Fact]
    public async Task Compare_Table_IsAlignedAndSaysHow()
    {
        var run = await RunAsync("compare", "--file", Write("w.csv", TwoWaves), "--wave", "wave", "--id", "id", "--items", "WAIT", "--scale", "1-10", "--format", "table");

        var lines = run.Output.TrimEnd().Split(Environment.NewLine);
        Assert.Equal("2020 against 2019: members as sampling units, 0 in both, unweighted, p adjusted over 1 items (Holm)", lines[0]);
        Assert.StartsWith("WAIT  3  8.00", lines[2], StringComparison.Ordinal);
        Assert.Equal((3, lines[1].Length), (lines.Length, lines[2].Length));
    }

    [Fact]
    public async Task Compare_BadCells_AreListedOnStandardErrorOnly()
    {
        var run = await RunAsync("compare", "--file", Write("w.csv", TwoWaves + "g;2020;\"7,5\"\n"), "--wave", "wave", "--items", "WAIT", "--scale", "1-10");

        Assert.Equal(
            (0, "w.csv: left out: line 8, column WAIT, value \"7,5\": Decimals are written with a point, not a comma."), (run.Exit, Assert.Single(run.ErrorLines)));
        Assert.Equal(3, run.Json.GetProperty("items")[0].GetProperty("current").GetProperty("n").GetInt32());
        Assert.Equal("Analysis.LeftOut", run.Json.GetProperty("warnings")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Compare_MistypedColumnOrScale_SaysWhatIsMeant()
    {
        var file = Write("w.csv", TwoWaves);

        var column = await RunAsync("compare", "--file", file, "--wave", "wave", "--items", "WAITS");
        var scale = await RunAsync("compare", "--file", file, "--wave", "wave", "--items", "WAIT");

        Assert.Equal((1, "", "w.csv: there is no column 'WAITS'. Did you mean 'WAIT'?"), (column.Exit, column.Output, column.Error.TrimEnd()));
        Assert.Equal(["w.csv: line 6, column WAIT, value \"8\": The scale goes from 1 to 7.", "w.csv: line 7, column WAIT, value \"10\": The scale goes from 1 to 7."], scale.ErrorLines);
    }

    [Fact]
    public async Task Compare_Years_GoThroughTheDisclosureRule()
    {
        await ImportAsync(2019, "OVERALL,WAIT\n1,9\n5,\n6,\n7,\n6,\n");
        await ImportAsync(2020, "OVERALL,WAIT\n7,9\n6,8\n7,9\n6,8\n7,10\n");

        var run = await RunAsync("compare", "--fund", "koko", "--survey", "s", "--year", "2020", "--items", "OVERALL,WAIT");

        var (overall, wait) = (run.Json.GetProperty("items")[0], run.Json.GetProperty("items")[1]);
        Assert.Equal((0, 1.6), (run.Exit, Math.Round(overall.GetProperty("difference").GetDouble(), 9)));
        Assert.Equal(
            ("tooFewAnswers", JsonValueKind.Null, JsonValueKind.Null),
            (wait.GetProperty("previous").GetProperty("suppressed").GetString(), wait.GetProperty("previous").GetProperty("n").ValueKind, wait.GetProperty("difference").ValueKind));
    }

    [Fact]
    public async Task Weights_File_WritesThemBesideTheIds()
    {
        var rows = Write("r.csv", "id,sex\na,F\nb,F\nc,F\nd,M\n");
        var margins = Write("m.csv", "variable,category,total\nsex,F,30\nsex,M,30\n");

        var run = await RunAsync("weights", "--file", rows, "--margins", margins, "--id", "id", "--output", Path.Combine(_folder, "w.csv"));

        Assert.Equal((0, "postStratification", true), (run.Exit, run.Json.GetProperty("method").GetString(), run.Json.GetProperty("converged").GetBoolean()));
        Assert.Equal(60, run.Json.GetProperty("sum").GetDouble(), 9);
        Assert.Equal(["id,weight", "a,10", "b,10", "c,10", "d,30"], await File.ReadAllLinesAsync(Path.Combine(_folder, "w.csv")));
        Assert.Contains("sex: merge 'M' with another category", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weights_MarginsWithoutRespondents_AreListed()
    {
        var margins = Write("m.csv", "variable,category,total\nsex,F,30\nsex,M,30\nsex,X,1\nsex,Y,1\n");

        var run = await RunAsync("weights", "--file", Write("r.csv", "id,sex\na,F\nb,M\n"), "--margins", margins);

        Assert.Equal((1, "sex: nobody answered in these categories of the margins: X, Y. Merge them with others."), (run.Exit, run.Error.TrimEnd()));
    }

    [Fact]
    public async Task Weights_SealedWave_WeightsTheResults()
    {
        await ImportAsync(2020, "OVERALL,segment:sex\n" + string.Concat(Enumerable.Repeat("7,F\n", 30)) + string.Concat(Enumerable.Repeat("4,M\n", 20)));
        var margins = Write("m.csv", "variable,category,total\nsex,F,400\nsex,M,600\n");
        string[] wave = ["--fund", "koko", "--survey", "s", "--year", "2020"];

        var shown = await RunAsync(["weights", .. wave, "--margins", margins, "--format", "table"]);
        var before = await RunAsync(["results", .. wave]);
        var stored = await RunAsync(["weights", .. wave, "--margins", margins, "--seal", "Register of 31 May"]);
        var after = await RunAsync(["results", .. wave]);

        Assert.Contains("not stored: --seal REASON would store them", shown.Output, StringComparison.Ordinal);
        Assert.Equal((5.8, 5.2), (Mean(before), Mean(after)));
        Assert.Equal(stored.Json.GetProperty("sealedVersion").GetString(), after.Json.GetProperty("dataVersion").GetString());

        static double Mean(VerbRun run) => Math.Round(run.Json.GetProperty("questions")[0].GetProperty("mean").GetDouble(), 9);
    }

    [Fact]
    public async Task Aapor_CountsCodesAndWave_AgreeAndSayTheirRule()
    {
        await ImportAsync(2020, "OVERALL\n5\n6\n7\n5\n6\n7\n");
        var codes = Write("c.csv", "case,code\n" + string.Concat(Enumerable.Range(1, 20).Select(i => $"{i},{(i <= 6 ? "1.0" : "2.20")}\n")));

        var counts = await RunAsync("aapor", "--complete", "6", "--non-contact", "14");
        var file = await RunAsync("aapor", "--file", codes, "--code", "code");
        var wave = await RunAsync("aapor", "--fund", "koko", "--survey", "s", "--year", "2020", "--invited", "20");
        var table = await RunAsync("aapor", "--fund", "koko", "--survey", "s", "--year", "2020", "--invited", "20", "--format", "table");

        Assert.All(new[] { counts, file, wave }, run => Assert.Equal((0, 0.3), (run.Exit, run.Json.GetProperty("rates").GetProperty("RR1").GetDouble())));
        Assert.Contains("invited and silent = not reached (2.20), because the member register knows them to be eligible", table.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compare", "--file", "w.csv", "--items", "WAIT")]
    [InlineData("compare", "--file", "w.csv", "--wave", "wave")]
    [InlineData("compare", "--file", "w.csv", "--wave", "wave", "--items", "WAIT", "--fund", "koko")]
    [InlineData("compare", "--file", "w.csv", "--wave", "wave", "--items", "WAIT", "--scale", "7-1")]
    [InlineData("compare", "--file", "w.csv", "--wave", "wave", "--items", "WAIT", "--margin", "0")]
    [InlineData("compare", "--file", "w.csv", "--wave", "wave", "--items", "WAIT", "--adjust", "bonferroni")]
    [InlineData("compare", "--fund", "koko", "--year", "2020")]
    [InlineData("compare", "--fund", "koko", "--survey", "s", "--year", "2020", "--weight", "w")]
    [InlineData("weights", "--file", "w.csv")]
    [InlineData("weights", "--file", "w.csv", "--margins", "w.csv", "--seal", "why")]
    [InlineData("weights", "--file", "w.csv", "--margins", "w.csv", "--trim", "5,0.2")]
    [InlineData("weights", "--file", "w.csv", "--margins", "w.csv", "--output", "w.csv")]
    [InlineData("aapor")]
    [InlineData("aapor", "--complete", "-1")]
    [InlineData("aapor", "--complete", "1", "--e", "1.5")]
    [InlineData("aapor", "--file", "w.csv")]
    [InlineData("aapor", "--file", "w.csv", "--code", "wave", "--complete", "3")]
    public async Task Verb_WrongUsage_ExitsWithTwo(params string[] arguments)
    {
        Write("w.csv", TwoWaves);

        var run = await RunAsync([.. arguments.Select(argument => argument == "w.csv" ? Path.Combine(_folder, argument) : argument)]);

        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.NotEqual("", run.Error);
    }

    [Fact]
    public async Task Verb_EmptyFile_SaysSo()
    {
        var run = await RunAsync("compare", "--file", Write("w.csv", ""), "--wave", "wave", "--items", "WAIT");

        Assert.Equal((1, ""), (run.Exit, run.Output));
        Assert.StartsWith("w.csv: The file is empty", run.Error, StringComparison.Ordinal);
    }

    private async Task ImportAsync(int year, string csv)
    {
        var run = await RunAsync("import-responses", "--create", "--scale", "1-10", "--fund", "koko", "--survey", "s", "--year", $"{year}", Write("import.csv", csv));
        Assert.Equal("", run.Error);
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    private Task<VerbRun> RunAsync(params string[] arguments) => VerbRun.OfAsync(_folder, arguments);
}
