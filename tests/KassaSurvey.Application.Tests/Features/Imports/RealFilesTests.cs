using System.Globalization;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Testing;

namespace KassaSurvey.Application.Tests.Features.Imports;

public sealed class RealFilesTests
{
    /// <summary>R prints twelve significant digits.</summary>
    private const double Tolerance = 5e-11;

    private static readonly Dictionary<string, string> Codes = new()
    {
        ["Q_OVERALL"] = "OVERALL", ["A_SPEED"] = "HAN_SPEED", ["A_RELIAB"] = "HAN_RELIABLE", ["A_DECISION"] = "HAN_DECISION",
        ["A_WEB_EASE"] = "DIG_EASE", ["A_FORM"] = "DIG_FORM", ["A_INFO"] = "INF_CLEAR", ["A_SITE"] = "INF_FIND",
        ["A_SERVICE"] = "STF_FRIENDLY", ["A_EXPERT"] = "STF_EXPERT", ["P_REACH"] = "PHO_REACH", ["P_SOLVED"] = "P_SOLVED",
        ["M_SPEED"] = "MSG_SPEED", ["IM_TRUST"] = "IMG_TRUST", ["IM_MEMBER"] = "IMG_SIDE", ["IM_FUTURE"] = "IMG_FORWARD",
        ["EX_MET"] = "EXP_MET", ["EX_IDEAL"] = "EXP_IDEAL", ["LO_AGAIN"] = "LOY_AGAIN", ["LO_RECOMMEND"] = "LOY_RECOMMEND",
    };

    [Fact]
    public async Task TwoSyntheticWaves_Imported_GiveTheMeansAndChangesOfR()
    {
        await using var bench = await ImportBench.CreateAsync();
        var before = await bench.ImportFileAsync(Data("koko_like_2019.csv"), ImportBench.Creating(2019));
        var after = await bench.ImportFileAsync(Data("koko_like_2020.csv"), ImportBench.Creating(2020));

        var results = await ResultsAsync(bench, 2020, 2019);

        Assert.Equal((987, 1025, 0, 0), (before.NewRows, after.NewRows, before.BadRows, after.BadRows));
        Assert.Equal(20, results.Questions.Length);
        var expected = Expected();
        foreach (var (item, code) in Codes)
        {
            var question = results.Find(code)!;
            AssertClose(expected[$"w.2020.{item}"], question.Current.Value!.Mean!.Value);
            AssertClose(expected[$"w.2019.{item}"], question.Compared!.Value!.Mean!.Value);
            Assert.Equal(expected[$"unw.2020.{item}.n"].Estimate, question.Current.Value!.N);
            Assert.Equal(expected[$"yoy.indep.{item}"].Estimate, question.Change!.Delta!.Value, Tolerance);
        }

        var named = new[] { "OVERALL", "STF_FRIENDLY", "HAN_SPEED", "DIG_EASE", "PHO_REACH" };
        Assert.Equal(
            [Verdict.Improved, Verdict.Improved, Verdict.Unchanged, Verdict.Unchanged, Verdict.Inconclusive],
            named.Select(code => results.Find(code)!.Change!.Verdict));
        // R's clustered design knows who answered twice; its adjusted p-values decide the same for every item.
        Assert.All(Codes, item => Assert.Equal(
            expected[$"yoy.adj.{item.Key}"].Estimate < 0.05, results.Find(item.Value)!.Change!.IsSure));
    }

    [Fact]
    public async Task TwoSyntheticWaves_ImportedAgain_ChangeNothing()
    {
        await using var bench = await ImportBench.CreateAsync();
        await bench.ImportFileAsync(Data("koko_like_2019.csv"), ImportBench.Creating(2019));

        var again = await bench.ImportFileAsync(Data("koko_like_2019.csv"), ImportBench.Creating(2019));

        Assert.Equal((ImportOutcome.NothingNew, 987), (again.Outcome, again.AlreadyThere));
    }

    [Fact]
    public async Task PublishedYears_Imported_StandInTheResults()
    {
        await using var bench = await ImportBench.CreateAsync();
        await bench.ImportAsync("OVERALL\n5\n6\n7\n5\n6\n", ImportBench.Creating(2018));
        bench.Time.SetUtcNow(new(2023, 1, 15, 0, 0, 0, TimeSpan.Zero));

        await using var content = File.OpenRead(Data("koko_published.csv"));
        var report = await bench.Published.ExecuteAsync(
            Viewer.Operator, new(ImportBench.Fund, ImportBench.Survey), content, CancellationToken.None);

        Assert.Equal((ImportOutcome.Imported, 12, 12, 0), (report.Value.Outcome, report.Value.Rows, report.Value.Added, report.Value.BadRows));
        var overall = (await ResultsAsync(bench, 2022, 2021)).Overall!;
        Assert.Equal((5.51, 5.43), (overall.Current.Value!.Mean!.Value.Value, overall.Compared!.Value!.Mean!.Value.Value));
        Assert.True(overall.Current.Value.IsPublished);
    }

    [ReferenceDataFact]
    public async Task MobiCustomers_ImportedWithTheirScale_BecomeScaleQuestions()
    {
        await using var bench = await ImportBench.CreateAsync();
        var path = Path.Combine(ReferenceDataFactAttribute.Folder!, "pls", "mobi.csv");

        var report = await bench.ImportFileAsync(path, ImportBench.Creating() with { Scale = new(1, 10) });

        Assert.Equal((ImportOutcome.Imported, 250, 24), (report.Outcome, report.NewRows, report.AddedQuestions.Length));
        var lines = await File.ReadAllLinesAsync(path);
        var results = await ResultsAsync(bench, 2020, null);
        foreach (var (heading, place) in lines[0].Split(',').Select((heading, place) => (heading.Trim('"'), place)))
        {
            var mean = lines.Skip(1).Average(line => double.Parse(line.Split(',')[place], CultureInfo.InvariantCulture));
            var question = results.Find(heading)!;
            Assert.Equal(new AnswerScale(1, 10), question.Question.Scale);
            Assert.Equal(250, question.Current.Value!.N);
            Assert.Equal(mean, question.Current.Value.Mean!.Value.Value, 1e-12);
        }
    }

    private static string Data(string file) => Path.Combine(AppContext.BaseDirectory, "Features", "Imports", "Data", file);

    private static async Task<WaveResults> ResultsAsync(ImportBench bench, int year, int? compared)
    {
        var useCase = new GetResults(bench.Database.Database, new MeasuredWaves());
        var results = await useCase.ExecuteAsync(
            Viewer.Operator, new(ImportBench.Fund, ImportBench.Survey, year, compared, Population.Everybody), CancellationToken.None);
        return results.Value.Results;
    }

    private static Dictionary<string, (double Estimate, double Error)> Expected() => File.ReadLines(Data("synthetic_koko_reference.csv"))
        .Skip(1)
        .Select(line => line.Split(',').Select(cell => cell.Trim('"')).ToArray())
        .ToDictionary(cells => cells[0], cells => (Number(cells[1]), Number(cells[2])));

    private static double Number(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    private static void AssertClose((double Estimate, double Error) expected, KassaSurvey.Statistics.Inference.Estimate actual)
    {
        Assert.Equal(expected.Estimate, actual.Value, Tolerance);
        Assert.Equal(expected.Error, actual.StandardError, Tolerance);
    }
}
