using KassaSurvey.Application.Features.Dashboards;
using KassaSurvey.Application.Features.Demonstration;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Features.Waves;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Dashboards;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace KassaSurvey.Application.Tests.Features.Dashboards;

public sealed class SharingTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private TestDatabase _database = null!;
    private FundId _fund;

    private Viewer Maija => Viewer.Staff(_fund, "Maija", [Role.Manager], "maija@demo.example");

    private Viewer Ville => Viewer.Staff(_fund, "Ville", [Role.Admin], "ville@demo.example");

    private DateOnly Today => DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _fund = (await new CreateDemonstration(_database.Database, new SealWave(_database.Database, _time), _time)
            .ExecuteAsync(Viewer.Operator, CancellationToken.None)).Value.Fund;
    }

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task View_OfOneself_IsSeenByColleaguesOnlyWhenShared()
    {
        var views = new SavedViews(_database.Database);
        await views.SaveAsync(Maija, "Mine", "/trend?year=2019", false, CancellationToken.None);
        await views.SaveAsync(Maija, "Ours", "/groups?by=age", true, CancellationToken.None);

        Assert.Equal(["Mine", "Ours"], (await views.ListAsync(Maija, CancellationToken.None)).Select(view => view.Name));
        var seen = Assert.Single(await views.ListAsync(Ville, CancellationToken.None));
        Assert.Equal("Ours", seen.Name);
        Assert.Empty(await views.ListAsync(Viewer.Staff(new(4711), "other", [Role.Admin]), CancellationToken.None));
    }

    [Fact]
    public async Task View_SavedAgain_IsReplaced_AndRemovedByItsOwner()
    {
        var views = new SavedViews(_database.Database);
        await views.SaveAsync(Maija, "Mine", "/trend?year=2019", false, CancellationToken.None);
        await views.SaveAsync(Maija, "Mine", "/trend?year=2020", false, CancellationToken.None);
        var view = Assert.Single(await views.ListAsync(Maija, CancellationToken.None));
        Assert.Equal("/trend?year=2020", view.Address);

        Assert.False((await views.RemoveAsync(Ville, view.Id, CancellationToken.None)).IsSuccess);
        Assert.True((await views.RemoveAsync(Maija, view.Id, CancellationToken.None)).IsSuccess);
        Assert.Empty(await views.ListAsync(Maija, CancellationToken.None));
    }

    [Fact]
    public async Task PublicLink_OpensUntilItsLastDay_AsSomebodyWhoReadsResultsOnly()
    {
        var links = new PublicLinks(_database.Database, _time);
        var token = (await links.MakeAsync(Maija, "board", "?year=2020", PublicBlocks.Tiles, Today.AddDays(2), CancellationToken.None)).Value;

        var opened = (await links.OpenAsync(token, CancellationToken.None))!.Value;
        Assert.Equal((true, false, false, false), (opened.Reader.MayReadResults, opened.Reader.MayReadComments, opened.Reader.MaySeeResponses, opened.Reader.MayRunSurveys));
        Assert.Null(await links.OpenAsync(token + "x", CancellationToken.None));

        _time.Advance(TimeSpan.FromDays(2));
        Assert.NotNull(await links.OpenAsync(token, CancellationToken.None));
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Null(await links.OpenAsync(token, CancellationToken.None));
    }

    [Fact]
    public async Task PublicLink_Ended_ShowsNothing_AndIsStoredAsAHash()
    {
        var links = new PublicLinks(_database.Database, _time);
        var token = (await links.MakeAsync(Maija, "board", "?year=2020", PublicBlocks.All, Today.AddDays(2), CancellationToken.None)).Value;
        await using (var db = _database.Open())
        {
            Assert.Equal(PublicLink.HashOf(token), (await db.PublicLinks.AsNoTracking().SingleAsync()).TokenHash);
        }

        var link = Assert.Single(await links.ListAsync(Ville, CancellationToken.None));
        Assert.True((await links.EndAsync(Ville, link.Id, CancellationToken.None)).IsSuccess);

        Assert.Null(await links.OpenAsync(token, CancellationToken.None));
        Assert.Equal("Access.NotAllowed", Assert.Single((await links.MakeAsync(
            Viewer.Staff(_fund, "x", [Role.Interviewer]), "", "", PublicBlocks.All, Today, CancellationToken.None)).Errors).Code);
    }

    [Fact]
    public async Task OpenWave_IsJudgedOnlyWhenTheFundSaysSo()
    {
        using var waves = new MeasuredWaves();
        var results = new GetResults(_database.Database, waves);
        var query = new GetResults.Query(null, null, Today.Year, 2020, Population.Everybody);
        var before = (await results.ExecuteAsync(Maija, query, CancellationToken.None)).Value.Results;
        var judge = new JudgeOpenWaves(_database.Database);

        Assert.False((await judge.SetAsync(Maija, true, CancellationToken.None)).IsSuccess);
        Assert.True((await judge.SetAsync(Ville, true, CancellationToken.None)).IsSuccess);
        var after = (await results.ExecuteAsync(Maija, query, CancellationToken.None)).Value.Results;

        Assert.Equal((true, true), (before.IsPreliminary, before.IsUnjudged));
        Assert.All(before.Questions, question => Assert.Null(question.Change));
        Assert.Equal((true, false), (after.IsPreliminary, after.IsUnjudged));
        Assert.NotNull(after.Overall!.Change);
    }

    [Fact]
    public async Task Events_AreOnTheAxisOfEverybodyInTheFund_AndChangedByAnAdminOnly()
    {
        using var waves = new MeasuredWaves();
        var events = new ChangeTrendEvents(_database.Database);
        Assert.False((await events.AddAsync(Maija, 2016, Domain.Surveys.LocalizedText.Same("New form"), CancellationToken.None)).IsSuccess);
        Assert.True((await events.AddAsync(Ville, 2016, Domain.Surveys.LocalizedText.Same("New form"), CancellationToken.None)).IsSuccess);

        var shown = (await new GetResults(_database.Database, waves).ExecuteAsync(
            Maija, new(null, null, 2020, null, Population.Everybody), CancellationToken.None)).Value.Events;

        Assert.Equal([2016, 2020], shown.Select(happened => happened.Year.Value));
        Assert.True((await events.RemoveAsync(Ville, shown[0].Id, CancellationToken.None)).IsSuccess);
        Assert.Single((await events.ListAsync(Ville, CancellationToken.None)).Value);
    }
}
