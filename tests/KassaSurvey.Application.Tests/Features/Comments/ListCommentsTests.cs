using KassaSurvey.Application.Features.Comments;
using KassaSurvey.Application.Features.Demonstration;
using KassaSurvey.Application.Features.Waves;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Tests.Features.Comments;

public sealed class ListCommentsTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Viewer _reader = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        var demonstration = await new CreateDemonstration(_database.Database, new SealWave(_database.Database, TimeProvider.System), TimeProvider.System)
            .ExecuteAsync(Viewer.Operator, CancellationToken.None);
        _reader = Viewer.Staff(demonstration.Value.Fund, "reader", [Role.Manager, Role.CommentReader]);
    }

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task Pages_TogetherShowEachCommentOnce()
    {
        var first = await ReadAsync(new(null, 2020, "OPEN_DEV", null, 1));
        var pages = (first.Total!.Value + ListComments.PageSize - 1) / ListComments.PageSize;
        var all = new List<string>();
        for (var page = 1; page <= pages; page++)
        {
            all.AddRange((await ReadAsync(new(null, 2020, "OPEN_DEV", null, page))).Texts);
        }

        await using var db = _database.Open();
        var stored = await db.Answers.Where(answer => answer.Text != null
            && db.Responses.Any(row => row.Id == answer.ResponseId && db.Waves.Any(wave => wave.Id == row.WaveId && wave.Year == new Domain.Primitives.ReportingYear(2020))))
            .Select(answer => answer.Text!).ToListAsync();
        Assert.True(stored.Count > 100);
        Assert.Equal(stored.Order(StringComparer.Ordinal), all.Order(StringComparer.Ordinal));
        Assert.Equal(first.Texts.AsEnumerable(), (await ReadAsync(new(null, 2020, "OPEN_DEV", null, -3))).Texts.AsEnumerable());
        Assert.Equal(pages, (await ReadAsync(new(null, 2020, "OPEN_DEV", null, 9999))).Page);
    }

    [Fact]
    public async Task Bands_TooSmallAnywhere_AreOfferedNowhere()
    {
        var all = await ReadAsync(new(null, 2020, "OPEN_DEV", null, 1));
        Assert.All(all.Bands.AsEnumerable(), count => Assert.True(count is 0 or >= ListComments.Floor));
        Assert.Equal(all.Total, all.Bands.Sum());
        var high = await ReadAsync(new(null, 2020, "OPEN_DEV", GradeBand.High, 1));
        Assert.Equal(all.Bands[(int)GradeBand.High], high.Total);

        // Three people with a low grade write something: now a band has fewer than the floor.
        await using (var db = _database.Open())
        {
            await db.Database.ExecuteSqlRawAsync(
                """
                UPDATE Answers SET Code = 2 WHERE QuestionId IN (SELECT q.Id FROM Questions q JOIN Waves w ON w.Id = q.WaveId WHERE w.Year = 2020 AND q.Code = 'OVERALL')
                AND ResponseId IN (SELECT a.ResponseId FROM Answers a JOIN Questions q ON q.Id = a.QuestionId JOIN Waves w ON w.Id = q.WaveId
                                   WHERE w.Year = 2020 AND q.Code = 'OPEN_DEV' AND a.Text IS NOT NULL LIMIT 3)
                """);
        }

        var few = await ReadAsync(new(null, 2020, "OPEN_DEV", GradeBand.Low, 1));
        Assert.Empty(few.Bands.AsEnumerable());
        Assert.Equal(all.Total, few.Total);
    }

    [Fact]
    public async Task FewerThanTheFloor_AreNotShownNorCounted()
    {
        await using (var db = _database.Open())
        {
            await db.Database.ExecuteSqlRawAsync(
                """
                UPDATE Answers SET Text = NULL WHERE Text IS NOT NULL AND ResponseId NOT IN (
                    SELECT a.ResponseId FROM Answers a JOIN Questions q ON q.Id = a.QuestionId JOIN Waves w ON w.Id = q.WaveId
                    WHERE w.Year = 2020 AND a.Text IS NOT NULL LIMIT 9)
                """);
        }

        var page = await ReadAsync(new(null, 2020, "OPEN_DEV", null, 1));

        Assert.Null(page.Total);
        Assert.Empty(page.Texts.AsEnumerable());
        Assert.Equal(0, (await ReadAsync(new(null, 2019, "OPEN_DEV", null, 1))).Total);
    }

    [Fact]
    public async Task IdentityCode_InAComment_IsHidden()
    {
        await using (var db = _database.Open())
        {
            await db.Database.ExecuteSqlRawAsync("UPDATE Answers SET Text = 'Tunnus 131052-308T, soita 0401234567' WHERE Text IS NOT NULL");
        }

        var page = await ReadAsync(new(null, 2020, "OPEN_DEV", null, 1));

        Assert.All(page.Texts.AsEnumerable(), text => Assert.Equal("Tunnus […], soita […]", text));
    }

    [Fact]
    public async Task OpenWave_AndPeopleWithoutTheRight_GetNone()
    {
        var thisYear = TimeProvider.System.GetUtcNow().Year;
        Assert.Equal("Comments.NotYet", await RefusedAsync(_reader, new(null, thisYear, "OPEN_DEV", null, 1)));
        Assert.Equal("Results.QuestionNotFound", await RefusedAsync(_reader, new(null, 2020, "OVERALL", null, 1)));
        Assert.Equal("Results.QuestionNotFound", await RefusedAsync(_reader, new(null, 1066, "OPEN_DEV", null, 1)));
        foreach (var roles in new string[][] { [Role.Admin], [Role.Analyst], [Role.CommentReader], [Role.CommentReader, Role.Interviewer] })
        {
            Assert.Equal("Access.NotAllowed", await RefusedAsync(Viewer.Staff(_reader.Fund!.Value, "x", roles), new(null, 2020, "OPEN_DEV", null, 1)));
        }
    }

    private async Task<CommentPage> ReadAsync(ListComments.Query query) =>
        (await new ListComments(_database.Database).ExecuteAsync(_reader, query, CancellationToken.None)).Value;

    private async Task<string> RefusedAsync(Viewer viewer, ListComments.Query query) =>
        Assert.Single((await new ListComments(_database.Database).ExecuteAsync(viewer, query, CancellationToken.None)).Errors).Code;
}
