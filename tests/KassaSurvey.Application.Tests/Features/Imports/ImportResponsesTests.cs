using System.Text;
using KassaSurvey.Application.Features;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Tests.Features.Imports;

public sealed class ImportResponsesTests
{
    private const string TwoRows = """
        response_id,completed_on,language,mode,weight,segment:region,MATTER,CHANNELS,HAN_SPEED,OPEN_DEV
        r1,2020-05-02,sv,phone,1.25,Uusimaa,BENEFIT,PHONE|CHAT,6,"Snabbare, tack"
        r2,2020-06-30,,,,,MEMBER,NONE,,
        """;

    [Theory]
    [OnSqlite]
    [OnSqlServer]
    public async Task Import_NewFund_StoresWhatTheFileSays(string provider)
    {
        await using var bench = await ImportBench.CreateAsync(provider);

        var report = await bench.ImportAsync(TwoRows);

        Assert.Equal(ImportOutcome.Imported, report.Outcome);
        Assert.Equal((2, 2, 0, 0), (report.Rows, report.NewRows, report.AlreadyThere, report.BadRows));
        var stored = await bench.StoredAsync();
        var (first, answers) = stored["r1"];
        Assert.Equal(("sv", ResponseMode.Phone, 1.25), (first.Language, first.Mode, first.Weight!.Value));
        Assert.Equal(new DateOnly(2020, 5, 2), first.CompletedOn);
        Assert.Equal("Uusimaa", first.Segments["region"]);
        Assert.Equal(AnswerValue.Of(1), answers["MATTER"]);
        Assert.Equal(AnswerValue.OfChoices([1, 4]), answers["CHANNELS"]);
        Assert.Equal(AnswerValue.Of(6), answers["HAN_SPEED"]);
        Assert.Equal(AnswerValue.OfText("Snabbare, tack"), answers["OPEN_DEV"]);
        var (second, few) = stored["r2"];
        Assert.Equal((Languages.Finnish, ResponseMode.Unknown, (double?)null), (second.Language, second.Mode, second.Weight));
        Assert.Empty(second.Segments);
        // HAN_SPEED was not asked of somebody who did not apply for a benefit; the comment was asked and left empty.
        Assert.Equal(["CHANNELS", "MATTER", "OPEN_DEV"], few.Keys.Order());
        Assert.Equal(AnswerValue.LeftEmpty, few["OPEN_DEV"]);
    }

    [Fact]
    public async Task Import_Durations_AreKeptCoarsely()
    {
        await using var bench = await ImportBench.CreateAsync();
        const string file = "response_id,duration_s,OVERALL\nr1,101.2,5\nr2,,6\nr3,90000,7\n";

        await bench.ImportAsync(file);

        var stored = await bench.StoredAsync();
        Assert.Equal([100, null, 3600], stored.Values.Select(row => row.Response.DurationSeconds));
        Assert.Equal(3, (await bench.ImportAsync(file)).AlreadyThere);
        var bad = await bench.ImportAsync("response_id,duration_s,OVERALL\nr4,0,5\n");
        Assert.Equal("Imports.BadDuration", Assert.Single(bad.Issues.Listed).Reason.Code);
    }

    [Fact]
    public async Task Import_NewWave_HasTheFilesQuestionsAndKeepsOnlyConditionsItCanAnswer()
    {
        await using var bench = await ImportBench.CreateAsync();

        var report = await bench.ImportAsync("CHANNELS,PHO_REACH,han_speed,EXTRA\nPHONE,5,6,9\n", ImportBench.Creating() with { Scale = new(1, 10) });

        Assert.Equal(["CHANNELS", "HAN_SPEED", "PHO_REACH", "EXTRA"], report.AddedQuestions.AsEnumerable());
        var wave = await bench.WaveAsync();
        var questions = wave.Questions.ToDictionary(question => question.Code);
        Assert.Null(questions["CHANNELS"].Condition);
        Assert.Null(questions["HAN_SPEED"].Condition);
        Assert.Equal("CHANNELS", questions["PHO_REACH"].Condition!.QuestionCode);
        Assert.Equal(new AnswerScale(1, 10), questions["EXTRA"].Scale);
        Assert.Equal(new AnswerScale(1, 7), questions["HAN_SPEED"].Scale);
        Assert.Equal((WaveStatus.Closed, (int?)null), (wave.Status, wave.InvitedCount));
    }

    [Theory]
    [OnSqlite]
    [OnSqlServer]
    public async Task Import_SameFileTwice_ChangesNothing(string provider)
    {
        await using var bench = await ImportBench.CreateAsync(provider);
        await bench.ImportAsync(TwoRows);
        var before = await bench.StoredAsync();
        var revision = (await bench.WaveAsync()).Revision;

        var again = await bench.ImportAsync(TwoRows);

        Assert.Equal(ImportOutcome.NothingNew, again.Outcome);
        Assert.Equal((0, 2, 0), (again.NewRows, again.AlreadyThere, again.BadRows));
        Assert.Equal(before.Values.Select(pair => pair.Response.Id), (await bench.StoredAsync()).Values.Select(pair => pair.Response.Id));
        Assert.Equal(revision, (await bench.WaveAsync()).Revision);
    }

    [Fact]
    public async Task Import_FileWithoutIds_IsKnownAgainByItsContent()
    {
        await using var bench = await ImportBench.CreateAsync();
        const string csv = "OVERALL\n5\n5\n6\n";

        await bench.ImportAsync(csv);
        var again = await bench.ImportAsync(csv);
        var other = await bench.ImportAsync(csv + "7\n");

        Assert.Equal((ImportOutcome.NothingNew, 3), (again.Outcome, again.AlreadyThere));
        Assert.Equal((ImportOutcome.Imported, 4), (other.Outcome, other.NewRows));
        Assert.Matches("^[0-9a-f]{12}-2$", (await bench.StoredAsync()).Keys.First(id => id.EndsWith("-2", StringComparison.Ordinal)));
    }

    [Theory]
    [OnSqlite]
    [OnSqlServer]
    public async Task Import_KnownIdWithOtherAnswers_IsRefusedAndNothingIsOverwritten(string provider)
    {
        await using var bench = await ImportBench.CreateAsync(provider);
        await bench.ImportAsync("response_id,OVERALL\na,5\nb,6\n");

        var report = await bench.ImportAsync(
            "response_id,OVERALL\na,5\nb,7\nc,4\n", ImportBench.Creating() with { BadRows = BadRows.TakeGoodRows });

        Assert.Equal((1, 1, 1), (report.NewRows, report.AlreadyThere, report.BadRows));
        var issue = Assert.Single(report.Issues.Listed);
        Assert.Equal((3, "response_id", "b", ImportErrors.AlreadyImported()), (issue.Line, issue.Column, issue.Value, issue.Reason));
        var stored = await bench.StoredAsync();
        Assert.Equal([5, 6, 4], stored.Values.Select(pair => pair.Answers["OVERALL"].Code));
    }

    [Theory]
    [InlineData(BadRows.TakeNothing, ImportOutcome.Refused, 0)]
    [InlineData(BadRows.TakeGoodRows, ImportOutcome.Imported, 2)]
    public async Task Import_BadRow_TakesNothingOrTheGoodRowsAsChosen(BadRows badRows, ImportOutcome outcome, int stored)
    {
        await using var bench = await ImportBench.CreateAsync();

        var report = await bench.ImportAsync("OVERALL\n5\n8\n6\n", ImportBench.Creating() with { BadRows = badRows });

        Assert.Equal((outcome, 2, 1), (report.Outcome, report.NewRows, report.BadRows));
        await using var db = bench.Database.Open();
        Assert.Equal(stored, await db.Responses.CountAsync());
        Assert.Equal(stored > 0, await db.Funds.AnyAsync());
    }

    [Fact]
    public async Task Import_DryRun_ChangesNothing()
    {
        await using var bench = await ImportBench.CreateAsync();

        var report = await bench.ImportAsync("OVERALL\n5\n8\n", ImportBench.Creating() with { DryRun = true });

        Assert.Equal((ImportOutcome.Checked, 1, 1), (report.Outcome, report.NewRows, report.BadRows));
        await using var db = bench.Database.Open();
        Assert.False(await db.Funds.AnyAsync());
    }

    [Fact]
    public async Task Import_LaterFile_AddsQuestionsAndWidensTheDays()
    {
        await using var bench = await ImportBench.CreateAsync();
        await bench.ImportAsync("response_id,completed_on,OVERALL\na,2020-05-02,5\n");

        await bench.ImportAsync("response_id,completed_on,OVERALL,EFFORT\nb,2020-04-30,5,4\nc,2020-05-01,5,\n");

        var wave = await bench.WaveAsync();
        Assert.Equal(["OVERALL", "EFFORT"], wave.Questions.OrderBy(question => question.Order).Select(question => question.Code));
        Assert.Equal((new DateOnly(2020, 4, 30), new DateOnly(2020, 5, 2)), (wave.OpensOn!.Value, wave.ClosesOn!.Value));
    }

    [Theory]
    [OnSqlite]
    [OnSqlServer]
    public async Task Import_ImportedWave_IsSealedAnewWithTheFilesName(string provider)
    {
        await using var bench = await ImportBench.CreateAsync(provider);
        await bench.ImportAsync(TwoRows);
        await bench.ImportAsync("response_id,OVERALL\nz,5\n", ImportBench.Creating() with { FileName = "later.csv" });
        await bench.ImportAsync("response_id,OVERALL\nz,5\n", ImportBench.Creating() with { FileName = "again.csv" });

        await using var db = bench.Database.Open();
        var seals = await db.SealedWaves.OrderBy(seal => seal.Version).ToListAsync();
        Assert.Equal([(1, 2, "import answers.csv"), (2, 3, "import later.csv")], seals.Select(seal => (seal.Version, seal.Responses, seal.Reason)));
    }

    [Fact]
    public async Task Import_OpenWave_AddsResponsesAndLeavesTheWaveOpen()
    {
        await using var bench = await ImportBench.CreateAsync();
        var survey = await TestSurvey.AddAsync(bench.Database, ImportBench.Fund, ImportBench.Survey);
        await survey.AddOpenWaveAsync(2021, new(2021, 3, 1), new(2021, 4, 1));

        var report = await bench.ImportAsync("response_id,mode,MATTER,OVERALL\np1,phone,ADVICE,.\n", ImportBench.Creating(2021));

        Assert.Equal(ImportOutcome.Imported, report.Outcome);
        Assert.Equal(WaveStatus.Open, (await bench.WaveAsync(2021)).Status);
        await using var db = bench.Database.Open();
        Assert.Equal(1, await db.Answers.CountAsync(answer => answer.State == AnswerState.CantSay));
    }

    [Fact]
    public async Task Import_DraftOrClosedFieldWork_IsRefused()
    {
        await using var bench = await ImportBench.CreateAsync();
        var survey = await TestSurvey.AddAsync(bench.Database, ImportBench.Fund, ImportBench.Survey);
        await survey.AddDraftAsync(2021);
        var asked = await survey.AddOpenWaveAsync(2020, new(2020, 3, 1), new(2020, 4, 1));
        await survey.InviteAsync(asked, "1");
        await using (var db = bench.Database.Open())
        {
            db.Attach(asked).Entity.Close(new(2020, 4, 1));
            await db.SaveChangesAsync();
        }

        Assert.Equal([ImportErrors.WaveIsDraft(2021)], (await bench.TryImportAsync("OVERALL\n5\n", ImportBench.Creating(2021))).Errors);
        Assert.Equal([ImportErrors.WaveIsClosed(2020)], (await bench.TryImportAsync("OVERALL\n5\n", ImportBench.Creating(2020))).Errors);
    }

    [Fact]
    public async Task Import_WithoutCreate_SaysWhatIsMissing()
    {
        await using var bench = await ImportBench.CreateAsync();
        var command = ImportBench.Creating() with { Create = false };

        Assert.Equal([WaveErrors.FundNotFound("koko")], (await bench.TryImportAsync("OVERALL\n5\n", command)).Errors);
        await TestSurvey.AddAsync(bench.Database, ImportBench.Fund, "another");
        Assert.Equal([WaveErrors.SurveyNotFound("member-satisfaction")], (await bench.TryImportAsync("OVERALL\n5\n", command)).Errors);
        Assert.Equal(
            [WaveErrors.YearNotFound("another", 2020)],
            (await bench.TryImportAsync("OVERALL\n5\n", command with { SurveyKey = "another" })).Errors);
    }

    [Fact]
    public async Task Import_ByTheWrongPeople_IsRefused()
    {
        await using var bench = await ImportBench.CreateAsync();
        var survey = await TestSurvey.AddAsync(bench.Database, ImportBench.Fund, ImportBench.Survey);
        var other = await TestSurvey.AddAsync(bench.Database, "other-fund");

        var analyst = await bench.TryImportAsync("OVERALL\n5\n", null, survey.Staff(Role.Analyst, Role.Manager, Role.Interviewer));
        var stranger = await bench.TryImportAsync("OVERALL\n5\n", null, other.Staff(Role.Admin));
        var manager = await bench.TryImportAsync("OVERALL\n5\n", null, survey.Staff(Role.SurveyManager));

        Assert.Equal([AccessErrors.NotAllowed], analyst.Errors);
        Assert.Equal([WaveErrors.FundNotFound("koko")], stranger.Errors);
        Assert.Equal(ImportOutcome.Imported, manager.Value.Outcome);
    }

    [Fact]
    public async Task Import_StoppedWhileWriting_LeavesNothing()
    {
        await using var bench = await ImportBench.CreateAsync();
        using var stop = new CancellationTokenSource();
        var csv = new StringBuilder("OVERALL\n").Insert(8, "5\n", 10_000).ToString();
        var progress = new Reporting(report =>
        {
            if (report is { Phase: ImportPhase.Writing, Rows: >= 4000 })
            {
                stop.Cancel();
            }
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.UseCase.ExecuteAsync(
            Viewer.Operator, ImportBench.Creating(), new MemoryStream(Encoding.UTF8.GetBytes(csv)), progress, stop.Token));

        await using var db = bench.Database.Open();
        Assert.False(await db.Responses.AnyAsync());
        Assert.False(await db.Waves.AnyAsync());
    }

    [Fact]
    public async Task Import_TwoAtOnce_StoreEachResponseOnce()
    {
        await using var bench = await ImportBench.CreateAsync();
        await bench.ImportAsync("response_id,OVERALL\na,5\n");

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => bench.TryImportAsync("response_id,OVERALL\nb,5\nc,6\n"))));

        Assert.All(results, result => Assert.True(result.IsSuccess || result.Errors is [{ Code: "Imports.WaveChanged" }]));
        Assert.Equal(["a", "b", "c"], (await bench.StoredAsync()).Keys);
    }

    private sealed class Reporting(Action<ImportProgress> report) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => report(value);
    }
}
