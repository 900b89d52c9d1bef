using System.Globalization;
using System.Text;
using KassaSurvey.Application.Features;
using KassaSurvey.Application.Features.Releasing;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Tests.Features.Imports;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Releases;
using KassaSurvey.Infrastructure.Exports;
using KassaSurvey.Infrastructure.Exports.Pdf;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Tests.Features.Releasing;

/// <summary>A closed wave, its report worded, frozen, approved by a second person, and what happens to it afterwards.</summary>
public sealed class ReleaseTests : IAsyncLifetime
{
    private readonly MeasuredWaves _waves = new();
    private ImportBench _bench = null!;
    private Viewer _anna = null!;
    private Viewer _bertil = null!;

    private GetResults Results => new(_bench.Database.Database, _waves);

    private EditNarrative Edits => new(_bench.Database.Database, _bench.Time);

    private BuildYearlyReport Reports => new(_bench.Database.Database, Results, new(_bench.Database.Database, _waves, Results), _waves, Edits, _bench.Time);

    private FreezeReport Freezing => new(_bench.Database.Database, Results, Edits, [new PdfReportWriter(), new CsvReportWriter()], _bench.Time);

    private Releases Releases => new(_bench.Database.Database, _bench.Time);

    private DateOnly Today => DateOnly.FromDateTime(_bench.Time.GetUtcNow().UtcDateTime);

    public async Task InitializeAsync()
    {
        _bench = await ImportBench.CreateAsync();
        await ImportAsync(2019, 5);
        await ImportAsync(2020, 6);
        await using var db = _bench.Database.Open();
        var fund = (await db.Funds.SingleAsync()).Id;
        _anna = Viewer.Staff(fund, "Anna", [Role.Analyst, Role.Manager], "anna@fund");
        _bertil = Viewer.Staff(fund, "Bertil", [Role.Manager], "bertil@fund");
    }

    public async Task DisposeAsync()
    {
        _waves.Dispose();
        await _bench.DisposeAsync();
    }

    [Fact]
    public async Task Approval_NeedsASecondPerson()
    {
        var frozen = await FreezeAsync();

        Assert.Equal([ReleaseErrors.SamePerson], (await Releases.DecideAsync(_anna, frozen.Id, true, "", CancellationToken.None)).Errors);
        Assert.Equal(ReleaseState.AwaitsApproval, (await ListAsync())[0].State);
        Assert.True((await Releases.DecideAsync(_bertil, frozen.Id, true, "", CancellationToken.None)).IsSuccess);
        Assert.Equal(ReleaseState.Released, (await ListAsync())[0].State);
        Assert.Equal("Release.Decided", (await Releases.DecideAsync(_bertil, frozen.Id, false, "", CancellationToken.None)).Errors[0].Code);
    }

    [Fact]
    public async Task Roles_ThatDoNotWriteOrApprove_AreRefused()
    {
        var frozen = await FreezeAsync();
        var analyst = Viewer.Staff(_anna.Fund!.Value, "Carl", [Role.Analyst], "carl@fund");

        Assert.Equal([AccessErrors.NotAllowed], (await Releases.DecideAsync(analyst, frozen.Id, true, "", CancellationToken.None)).Errors);
        Assert.Equal([AccessErrors.NotAllowed], (await Freezing.ExecuteAsync(_bertil, new(null, 2020, 2019, "", Today), CancellationToken.None)).Errors);
        Assert.Equal([AccessErrors.NotAllowed], (await Edits.SaveAsync(_bertil, await ShownAsync(), "en", "Headline.HeadlineImproved.1", "!", CancellationToken.None)).Errors);
    }

    [Fact]
    public async Task Frozen_Files_AreTheReportsAndNeverChange()
    {
        var frozen = await FreezeAsync();
        await Releases.DecideAsync(_bertil, frozen.Id, true, "", CancellationToken.None);
        var before = await TextAsync(frozen.Id);

        // Late answers and an edit: the report changes, the release does not.
        await ImportAsync(2020, 2, id: "late");
        Assert.True((await Edits.SaveAsync(_anna, await ShownAsync(), "fi", await KeyAsync("fi"), "Toisin.", CancellationToken.None)).IsSuccess);

        Assert.Equal(before, await TextAsync(frozen.Id));
        var now = await Reports.ExecuteAsync(_anna, new(null, null, 2020, null, Population.Everybody, "fi") { WithResponses = false }, CancellationToken.None);
        Assert.NotEqual(before, await CsvAsync(now.Value));
        var listed = (await ListAsync())[0];
        Assert.Equal(3 * Languages.All.Count, listed.Files.Count);
        var file = (await Releases.FileAsync(_bertil, frozen.Id, "fi", "csv", CancellationToken.None))!;
        Assert.Equal(ReleaseFile.HashOf(file.Content), listed.Files.Single(known => known is { Language: "fi", Format: "csv" }).Sha256);
    }

    [Fact]
    public async Task Correction_IsANewVersionWithAReason_AndTheOldStaysReadable()
    {
        var first = await FreezeAsync();
        Assert.Equal("Release.Undecided", (await TryFreezeAsync("")).Errors[0].Code);
        await Releases.DecideAsync(_bertil, first.Id, true, "", CancellationToken.None);
        Assert.Equal("Release.NoReason", (await TryFreezeAsync(" ")).Errors[0].Code);

        var second = (await TryFreezeAsync("A response was counted twice")).Value;
        await Releases.DecideAsync(_bertil, second.Id, true, "", CancellationToken.None);

        Assert.Equal([2, 1], (await ListAsync()).Select(release => release.Release.Version));
        Assert.NotNull(await Releases.FileAsync(_bertil, first.Id, "sv", "pdf", CancellationToken.None));
        Assert.Equal([2L], await VersionsInViewAsync());
    }

    [Fact]
    public async Task Correction_ThatDiffersByAFewAnswers_IsRefused_BecauseTheyCouldBeComputed()
    {
        var first = await FreezeAsync();
        await Releases.DecideAsync(_bertil, first.Id, true, "", CancellationToken.None);

        await ImportAsync(2020, 2, id: "late", rows: 4);
        var refused = await TryFreezeAsync("Four late answers");
        await ImportAsync(2020, 2, id: "later", rows: 20);

        Assert.Equal(ReleaseErrors.TooSimilar(1, 5), Assert.Single(refused.Errors));
        Assert.True((await TryFreezeAsync("Twenty-four late answers")).IsSuccess);
    }

    [Fact]
    public async Task ComparedWithNothing_IsFrozenWithoutAComparison()
    {
        var frozen = (await Freezing.ExecuteAsync(_anna, new(null, 2020, null, "", Today), CancellationToken.None)).Value;

        Assert.Null(frozen.ComparedYear);
        Assert.DoesNotContain("2019", await TextAsync(frozen.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SentBack_IsNeverPublic_AndTheNextNeedsNoReason()
    {
        var first = await FreezeAsync();
        await Releases.DecideAsync(_bertil, first.Id, false, "The headline is too bold.", CancellationToken.None);

        Assert.Equal(ReleaseState.Rejected, (await ListAsync())[0].State);
        Assert.Empty(await VersionsInViewAsync());
        Assert.True((await TryFreezeAsync("")).IsSuccess);
    }

    [Fact]
    public async Task View_HoldsApprovedFiguresFromTheirFirstDayOn()
    {
        // The view asks the database's own calendar: one release long due, one of a day that has not come.
        _bench.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        var due = (await TryFreezeAsync("")).Value;
        Assert.Empty(await VersionsInViewAsync());
        await Releases.DecideAsync(_bertil, due.Id, true, "", CancellationToken.None);
        Assert.Equal([1L], await VersionsInViewAsync());

        var later = (await TryFreezeAsync("Corrected", Today.AddDays(30))).Value;
        await Releases.DecideAsync(_bertil, later.Id, true, "", CancellationToken.None);

        Assert.Equal([1L], await VersionsInViewAsync());
        Assert.Equal(ReleaseState.UnderEmbargo, (await ListAsync())[0].State);
        var shown = (await ShownAsync()).Results.Find("OVERALL")!;
        Assert.Equal(
            [("OVERALL", shown.Current.Value!.Mean!.Value.Value)],
            await ReadAsync("SELECT code, value FROM released_figures WHERE kind = 'question' AND code = 'OVERALL'", row => (row.GetString(0), row.GetDouble(1))));
    }

    [Fact]
    public async Task Public_AreApprovedReleasesFromTheirFirstDayOnTheFundsCalendar_AndNothingElse()
    {
        var pages = new PublicReleases(_bench.Database.Database, Releases);
        var frozen = (await TryFreezeAsync("", Today.AddDays(2))).Value;
        Assert.Null(await FindAsync());
        await Releases.DecideAsync(_bertil, frozen.Id, true, "", CancellationToken.None);
        Assert.Null(await FindAsync());
        Assert.Null(await FileAsync());

        // Half past ten in the evening in Greenwich is half past midnight in Finland.
        _bench.Time.SetUtcNow(new(frozen.FirstDay.AddDays(-1).ToDateTime(new(22, 30)), TimeSpan.Zero));
        Assert.NotNull(await FindAsync());
        Assert.NotNull(await FileAsync());
        Assert.Null(await pages.FindAsync(ImportBench.Fund, ImportBench.Survey, 2019, CancellationToken.None));
        Assert.Null(await pages.FindAsync("nobody", ImportBench.Survey, 2020, CancellationToken.None));
        Assert.Null(await pages.FileAsync(ImportBench.Fund, ImportBench.Survey, 2020, 2, "member-satisfaction-2020-v1-fi.pdf", CancellationToken.None));

        Task<PublishedReport?> FindAsync() => pages.FindAsync(ImportBench.Fund, ImportBench.Survey, 2020, CancellationToken.None);
        Task<ReleaseFile?> FileAsync() => pages.FileAsync(ImportBench.Fund, ImportBench.Survey, 2020, 1, "member-satisfaction-2020-v1-fi.pdf", CancellationToken.None);
    }

    [Fact]
    public async Task View_HidesWhatIsHidden()
    {
        _bench.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        var frozen = (await TryFreezeAsync("")).Value;
        await Releases.DecideAsync(_bertil, frozen.Id, true, "", CancellationToken.None);

        var rows = await ReadAsync(
            "SELECT is_hidden, answers IS NULL AND value IS NULL AND ci95_low IS NULL FROM released_figures WHERE kind = 'question' AND code = 'PHO_REACH'",
            row => (row.GetInt64(0), row.GetInt64(1)));

        Assert.Equal([(1L, 1L)], rows);
    }

    [Fact]
    public async Task Edit_StandsInTheReportUntilItsFiguresChange()
    {
        var key = await KeyAsync("en");
        var saved = await Edits.SaveAsync(_anna, await ShownAsync(), "en", key, "  Members\n rate us 6.5. ", CancellationToken.None);
        Assert.True(saved.IsSuccess);
        Assert.Equal("Members rate us 6.5.", (await ReportAsync("en")).Narrative.Headline);
        Assert.Contains((await ReportAsync("en")).Method, line => line.Contains("worded by hand: 1", StringComparison.Ordinal));
        Assert.NotEqual("Members rate us 6.5.", (await ReportAsync("sv")).Narrative.Headline);

        _bench.Time.Advance(TimeSpan.FromHours(1));
        await ImportAsync(2020, 7, id: "more");

        var text = await Edits.ReadAsync(_anna, await ShownAsync(), "en", CancellationToken.None);
        Assert.Equal(1, text.StaleCount);
        Assert.NotEqual("Members rate us 6.5.", (await ReportAsync("en")).Narrative.Headline);
        Assert.Equal("Release.StaleEdits", (await TryFreezeAsync("")).Errors[0].Code);

        var stale = text.Sentences.FirstOrDefault(sentence => sentence.IsStale)?.Key ?? text.Lost[0].Sentence;
        Assert.True((await Edits.SaveAsync(_anna, await ShownAsync(), "en", stale, "", CancellationToken.None)).IsSuccess);
        Assert.True((await TryFreezeAsync("")).IsSuccess);
        Assert.Equal(["", "Members rate us 6.5."], (await Edits.ReadAsync(_anna, await ShownAsync(), "en", CancellationToken.None)).Log.Select(edit => edit.Text));
    }

    [Fact]
    public async Task Edits_OfAnotherFund_AreNotSeen()
    {
        var stranger = Viewer.Staff(new(4711), "Eve", [Role.Admin], "eve@other");
        var frozen = await FreezeAsync();

        Assert.Null(await Releases.FileAsync(stranger, frozen.Id, "fi", "pdf", CancellationToken.None));
        Assert.Equal([ReleaseErrors.NotFound], (await Releases.DecideAsync(stranger, frozen.Id, true, "", CancellationToken.None)).Errors);
    }

    /// <summary>Answers, three of them to the question about the telephone.</summary>
    private async Task ImportAsync(int year, int grade, string id = "r", int rows = 60)
    {
        var csv = new StringBuilder("response_id,OVERALL,HAN_SPEED,HAN_RELIABLE,PHO_REACH\n");
        for (var row = 0; row < rows; row++)
        {
            csv.AppendLine(CultureInfo.InvariantCulture, $"{id}{row},{Math.Min(7, grade + (row % 2))},{1 + (row % 7)},{Math.Min(7, grade + (row % 3))},{(row < 3 ? "5" : "")}");
        }

        Assert.Equal(0, (await _bench.ImportAsync(csv.ToString(), ImportBench.Creating(year))).BadRows);
    }

    private async Task<SurveyResults> ShownAsync() =>
        (await Results.ExecuteAsync(_anna, new(null, null, 2020, null, Population.Everybody, false), CancellationToken.None)).Value;

    private async Task<string> KeyAsync(string language) =>
        (await Edits.ReadAsync(_anna, await ShownAsync(), language, CancellationToken.None)).Sentences[0].Key;

    private async Task<YearlyReport> ReportAsync(string language) =>
        (await Reports.ExecuteAsync(_anna, new(null, null, 2020, null, Population.Everybody, language), CancellationToken.None)).Value;

    private Task<Result<ReportRelease>> TryFreezeAsync(string reason, DateOnly? firstDay = null) =>
        Freezing.ExecuteAsync(_anna, new(null, 2020, 2019, reason, firstDay ?? Today), CancellationToken.None);

    private async Task<ReportRelease> FreezeAsync() => (await TryFreezeAsync("")).Value;

    private async Task<IReadOnlyList<ListedRelease>> ListAsync()
    {
        var survey = (await ShownAsync()).Survey;
        return await Releases.ListAsync(_bertil, survey.Id, new(2020), CancellationToken.None);
    }

    private async Task<string> TextAsync(ReportReleaseId id) =>
        Encoding.UTF8.GetString((await Releases.FileAsync(_bertil, id, "fi", "csv", CancellationToken.None))!.Content);

    private static async Task<string> CsvAsync(YearlyReport report)
    {
        using var memory = new MemoryStream();
        await new CsvReportWriter().WriteAsync(report, memory, CancellationToken.None);
        return Encoding.UTF8.GetString(memory.ToArray());
    }

    private Task<List<long>> VersionsInViewAsync() => ReadAsync("SELECT DISTINCT version FROM released_figures", row => row.GetInt64(0));

    private async Task<List<T>> ReadAsync<T>(string sql, Func<SqliteDataReader, T> read)
    {
        await using var connection = new SqliteConnection(_bench.Database.Settings.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
