using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using KassaSurvey.Application.Features;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Application.Tests.Features.Imports;
using KassaSurvey.Domain.Exports;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Tests.Features.Exporting;

/// <summary>A file from the asking to the forgetting, and what servers that stop, die or are overtaken do to it.</summary>
public sealed class RunExportsTests : IAsyncLifetime
{
    private ExportBench _bench = null!;

    public async Task InitializeAsync() => _bench = await ExportBench.CreateAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task AskedFor_IsWritten_AndIsTheFileThatItsLineSays()
    {
        var export = await _bench.RequestAsync(ExportBench.Choose("csv", 2019, 2020));
        Assert.Equal((ExportState.Waiting, 1), ((await _bench.ReadAsync(export)).State, _bench.Woken));

        await _bench.RunAsync();

        var (line, bytes) = (await _bench.ReadAsync(export), await _bench.TakeAsync(export));
        Assert.Equal((ExportState.Ready, 100L, bytes.LongLength), (line.State, line.Rows, line.Bytes));
        Assert.Equal(line.Sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.Equal(100, RowsOf(bytes));
    }

    [Fact]
    public async Task Log_SaysWhoAskedForAndTookWhat()
    {
        var export = await _bench.RequestAsync();
        await _bench.RunAsync();
        await _bench.TakeAsync(export);

        await using var db = _bench.Bench.Database.Open();
        var log = await db.AuditEntries.OrderBy(entry => entry.Act).ToListAsync();
        Assert.Equal(
            [(AuditAct.DataExportRequested, "Anna", 60, "Answers 2020; csv; en"), (AuditAct.DataExportTaken, "Anna", 60, "Answers 2020; csv; en")],
            log.Select(entry => (entry.Act, entry.By, entry.Members, entry.Detail)));
    }

    [Fact]
    public async Task File_IsForTheOneWhoAsked_WhoMustStillHaveTheRight()
    {
        var export = await _bench.RequestAsync();
        await _bench.RunAsync();
        var fund = _bench.Analyst.Fund!.Value;

        foreach (var other in new[]
        {
            Viewer.Staff(fund, "Bertil", [Role.Analyst, Role.Admin], "bertil@fund"),
            Viewer.Staff(fund, "Anna", [Role.Manager], "anna@fund"),
            Viewer.Staff(new FundId(1), "Anna", [Role.Analyst], "anna@fund"),
        })
        {
            Assert.Equal([ExportErrors.NotFound], (await _bench.Mine.OpenAsync(other, export, false, CancellationToken.None)).Errors);
        }
    }

    [Fact]
    public async Task File_AfterAWeek_IsGone()
    {
        var export = await _bench.RequestAsync();
        await _bench.RunAsync();
        Assert.True(await _bench.PartsAsync() > 0);

        _bench.Bench.Time.Advance(DataExport.Kept);

        Assert.Equal([ExportErrors.NotFound], (await _bench.Mine.OpenAsync(_bench.Analyst, export, false, CancellationToken.None)).Errors);
        Assert.Equal(ExportState.Expired, (await _bench.Mine.ListAsync(_bench.Analyst, CancellationToken.None))[0].State);
        await _bench.RunAsync();
        Assert.Equal((ExportState.Expired, 0), ((await _bench.ReadAsync(export)).State, await _bench.PartsAsync()));
    }

    [Fact]
    public async Task WorkerThatDied_IsFollowedByAnother_OnceItsLeaseIsOver()
    {
        var export = await _bench.RequestAsync();
        await DieAsync(export, attempts: 1);

        await _bench.RunAsync();
        Assert.Equal(ExportState.Running, (await _bench.ReadAsync(export)).State);

        _bench.Bench.Time.Advance(DataExport.Lease + TimeSpan.FromSeconds(1));
        await _bench.RunAsync();

        // Nothing of the half that the dead one left is in it.
        Assert.Equal((ExportState.Ready, 2), ((await _bench.ReadAsync(export)).State, (await _bench.ReadAsync(export)).Attempts));
        Assert.Equal(60, RowsOf(await _bench.TakeAsync(export)));
    }

    [Fact]
    public async Task WorkThatDiesAgainAndAgain_IsGivenUp()
    {
        var export = await _bench.RequestAsync();
        await DieAsync(export, DataExport.MostAttempts);
        _bench.Bench.Time.Advance(DataExport.Lease + TimeSpan.FromSeconds(1));

        await _bench.RunAsync();

        Assert.Equal((ExportState.Failed, 0), ((await _bench.ReadAsync(export)).State, await _bench.PartsAsync()));
    }

    [Fact]
    public async Task ServerToldToStop_GivesTheFileBack_AndTheNextOneMakesIt()
    {
        var slow = new SlowWriter();
        _bench.AnswerWriters.Insert(0, slow);
        var export = await _bench.RequestAsync(ExportBench.Choose("csv"));
        _bench.AnswerWriters.RemoveAll(writer => writer.Format == "csv" && writer != slow);
        using var stopping = new CancellationTokenSource();
        var working = _bench.Runs.ExecuteAsync(Viewer.Operator, stopping.Token);
        await slow.Begun.Task;

        await stopping.CancelAsync();
        await working;

        Assert.Equal((ExportState.Waiting, 0), ((await _bench.ReadAsync(export)).State, (await _bench.ReadAsync(export)).Attempts));
        slow.IsSlow = false;
        await _bench.RunAsync();
        Assert.Equal(ExportState.Ready, (await _bench.ReadAsync(export)).State);
    }

    [Fact]
    public async Task DroppedWhileItIsWritten_StopsTheWork()
    {
        var slow = new SlowWriter();
        _bench.AnswerWriters.RemoveAll(writer => writer.Format == "csv");
        _bench.AnswerWriters.Add(slow);
        var export = await _bench.RequestAsync(ExportBench.Choose("csv"));
        var working = _bench.Runs.ExecuteAsync(Viewer.Operator, CancellationToken.None);
        await slow.Begun.Task;

        Assert.True((await _bench.Mine.DropAsync(_bench.Analyst, export, CancellationToken.None)).IsSuccess);
        while (!working.IsCompleted)
        {
            _bench.Bench.Time.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(10);
        }

        Assert.Equal(0, (await working).Value);
        Assert.Equal(ExportState.Cancelled, (await _bench.ReadAsync(export)).State);
    }

    [Fact]
    public async Task WritingThatFails_IsTriedAgain_AndGivenUpInTheEnd()
    {
        _bench.AnswerWriters.RemoveAll(writer => writer.Format == "csv");
        _bench.AnswerWriters.Add(new SlowWriter { Fails = true });
        var export = await _bench.RequestAsync(ExportBench.Choose("csv"));

        await _bench.RunAsync();

        Assert.Equal((ExportState.Failed, DataExport.MostAttempts), ((await _bench.ReadAsync(export)).State, (await _bench.ReadAsync(export)).Attempts));
        // What came after it is made all the same.
        var next = await _bench.RequestAsync(ExportBench.Choose("sav"));
        await _bench.RunAsync();
        Assert.Equal(ExportState.Ready, (await _bench.ReadAsync(next)).State);
    }

    [Fact]
    public async Task Answers_OfOthers_OfOpenOrUnknownYears_OrTooManyAtOnce_AreRefused()
    {
        var fund = _bench.Analyst.Fund!.Value;
        var manager = Viewer.Staff(fund, "Mia", [Role.Manager, Role.Admin, Role.SurveyManager], "mia@fund");
        Assert.Equal([AccessErrors.NotAllowed], await ErrorsAsync(manager, ExportBench.Choose()));
        Assert.Equal([AccessErrors.NotAllowed], await ErrorsAsync(_bench.Analyst, ExportBench.Choose("csv") with { Content = ExportContent.Comments }));
        Assert.Equal([ExportErrors.NoAnswers(2018)], await ErrorsAsync(_bench.Analyst, ExportBench.Choose("csv", 2018, 2020)));
        Assert.Equal([ExportErrors.NoYear], await ErrorsAsync(_bench.Analyst, ExportBench.Choose() with { Years = [] }));
        Assert.Equal([ExportErrors.UnknownFormat("doc")], await ErrorsAsync(_bench.Analyst, ExportBench.Choose("doc")));
        Assert.Equal([ExportErrors.AnswersSideBySide], await ErrorsAsync(_bench.Analyst, ExportBench.Choose("csv", 2019, 2020) with { Layout = YearLayout.Wide }));
        for (var i = 0; i < DataExport.MostAtOnce; i++)
        {
            await _bench.RequestAsync();
        }

        Assert.Equal([ExportErrors.TooMany(DataExport.MostAtOnce)], await ErrorsAsync(_bench.Analyst, ExportBench.Choose()));
    }

    private async Task<IReadOnlyList<Error>> ErrorsAsync(Viewer viewer, ExportChoices choices) =>
        (await _bench.Requests.ExecuteAsync(viewer, ImportBench.Survey, choices, CancellationToken.None)).Errors;

    /// <summary>As a worker leaves it that was killed while it wrote.</summary>
    private async Task DieAsync(DataExportId export, int attempts)
    {
        await using var db = _bench.Bench.Database.Open();
        var until = _bench.Bench.Time.GetUtcNow().UtcDateTime + DataExport.Lease;
        await db.DataExports.Where(row => row.Id == export).ExecuteUpdateAsync(row => row
            .SetProperty(it => it.State, ExportState.Running).SetProperty(it => it.LeaseOwner, "dead").SetProperty(it => it.LeaseUntil, until)
            .SetProperty(it => it.Attempts, attempts));
        db.DataExportParts.Add(DataExportPart.Of(export, attempts, 0, [1, 2, 3]));
        await db.SaveChangesAsync();
    }

    private static int RowsOf(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        using var manifest = JsonDocument.Parse(archive.GetEntry("manifest.json")!.Open());
        using var reader = new StreamReader(archive.GetEntry("answers.csv")!.Open());
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1;
        Assert.Equal(lines, manifest.RootElement.GetProperty("rows").GetInt32());
        return lines;
    }

    /// <summary>Writes a little, says so, and waits to be stopped; or fails.</summary>
    private sealed class SlowWriter : IAnswerWriter
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsSlow { get; set; } = true;

        public bool Fails { get; init; }

        public string Format => "csv";

        public string ContentType => "text/csv";

        public string FileExtension => ".csv";

        public int Readings => 1;

        public async Task WriteAsync(AnswerSet answers, Stream output, CancellationToken cancellationToken)
        {
            await output.WriteAsync(new byte[DataExportPart.Size + 1], cancellationToken);
            Begun.TrySetResult();
            if (Fails)
            {
                throw new IOException("The disk is full.");
            }

            if (IsSlow)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
        }
    }
}
