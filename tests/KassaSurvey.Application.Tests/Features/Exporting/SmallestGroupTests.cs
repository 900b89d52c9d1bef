using KassaSurvey.Application.Features.Dashboards;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Tests.Features.Imports;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Exports;
using KassaSurvey.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Tests.Features.Exporting;

/// <summary>The fund's smallest group: it rises, never falls, and what was made before it rose is gone.</summary>
public sealed class SmallestGroupTests : IAsyncLifetime
{
    private ExportBench _bench = null!;

    private SmallestGroup Smallest =>
        new(_bench.Bench.Database.Database, new QuestionnaireCache(_bench.Bench.Database.Database, _bench.Bench.Time), _bench.Bench.Time);

    private Viewer Admin => Viewer.Staff(_bench.Analyst.Fund!.Value, "Ville", [Role.Admin], "ville@fund");

    public async Task InitializeAsync() => _bench = await ExportBench.CreateAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Raised_HidesSmallerGroups_AndIsLogged()
    {
        await _bench.ImportAsync(2021, 6);
        Assert.Equal(6, await AnswersShownAsync());

        Assert.Empty((await Smallest.RaiseAsync(Admin, 7, CancellationToken.None)).Errors);

        Assert.Null(await AnswersShownAsync());
        Assert.Equal(7, await Smallest.GetAsync(Admin, CancellationToken.None));
        await using var db = _bench.Bench.Database.Open();
        var line = await db.AuditEntries.SingleAsync();
        Assert.Equal((AuditAct.MinimumCellRaised, "Ville", "5 > 7"), (line.Act, line.By, line.Detail));
    }

    [Theory]
    [InlineData(4, "Fund.MinimumCellCanOnlyBeRaised")]
    [InlineData(5, "Fund.MinimumCellCanOnlyBeRaised")]
    [InlineData(DisclosureRule.Highest + 1, "Fund.MinimumCellTooHigh")]
    public async Task NotARise_OrTooHigh_IsRefused(int minimum, string error)
    {
        Assert.Equal(error, Assert.Single((await Smallest.RaiseAsync(Admin, minimum, CancellationToken.None)).Errors).Code);
        Assert.Equal(5, await Smallest.GetAsync(Admin, CancellationToken.None));
    }

    [Fact]
    public async Task Raised_ByAnybodyButAnAdmin_IsRefused() =>
        Assert.Equal("Access.NotAllowed", Assert.Single((await Smallest.RaiseAsync(_bench.Analyst, 10, CancellationToken.None)).Errors).Code);

    [Fact]
    public async Task Raised_FilesOfTheFormerRuleAreGone_AndWhatIsBeingMadeBeginsAgainByTheNewOne()
    {
        var choices = ExportBench.Choose("csv", 2020) with { Segments = ["region"] };
        var (made, running) = (await _bench.RequestAsync(choices), await _bench.RequestAsync(choices));
        await _bench.RunAsync();
        await using (var db = _bench.Bench.Database.Open())
        {
            await db.DataExports.Where(row => row.Id == running).ExecuteUpdateAsync(row => row
                .SetProperty(it => it.State, ExportState.Running).SetProperty(it => it.LeaseOwner, "another server")
                .SetProperty(it => it.LeaseUntil, _bench.Bench.Time.GetUtcNow().UtcDateTime.AddSeconds(20)));
        }

        Assert.Empty((await Smallest.RaiseAsync(Admin, 10, CancellationToken.None)).Errors);

        Assert.Equal([ExportErrors.NotFound], (await _bench.Mine.OpenAsync(_bench.Analyst, made, false, CancellationToken.None)).Errors);
        Assert.Equal((ExportState.Expired, ExportState.Waiting), ((await _bench.ReadAsync(made)).State, (await _bench.ReadAsync(running)).State));
        await _bench.RunAsync();
        Assert.Equal(ExportState.Ready, (await _bench.ReadAsync(running)).State);
        Assert.NotEmpty(await _bench.TakeAsync(running));
    }

    private async Task<long?> AnswersShownAsync()
    {
        using var waves = new MeasuredWaves();
        var shown = await new GetResults(_bench.Bench.Database.Database, waves).ExecuteAsync(
            _bench.Analyst, new(null, ImportBench.Survey, 2021, null, Population.Everybody), CancellationToken.None);
        return shown.Value.Results.Overall?.Current.Value?.N;
    }
}
