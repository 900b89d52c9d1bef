using System.Globalization;
using System.Security.Claims;
using Bunit;
using KassaSurvey.Application;
using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Testing;
using KassaSurvey.Web.Components.Authoring;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace KassaSurvey.Web.Tests.Components.Authoring;

public sealed class WavePagesTests : IAsyncLifetime
{
    private readonly BunitContext _browser = new();
    private TestDatabase _database = null!;
    private TestSurvey _survey = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _survey = await TestSurvey.AddAsync(_database);
        _browser.JSInterop.Mode = JSRuntimeMode.Loose;
        _browser.Services.AddLocalization().AddMudServices();
        _browser.Services.AddKassaUseCases();
        _browser.Services.AddSingleton(_database.Database);
        _browser.Services.AddScoped<ViewerProvider>();
        SignIn(_survey.Fund.Id.Value.ToString(CultureInfo.InvariantCulture));
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public void Surveys_OfAFundWithoutOne_SayWhatToDoNext()
    {
        SignIn("4711");

        var page = _browser.Render<SurveysPage>();

        page.WaitForAssertion(() => Assert.Equal(AppUrls.Imports, page.Find(".state-empty a").GetAttribute("href")));
    }

    [Fact]
    public void Surveys_WithoutAWave_OfferTheFirst()
    {
        var page = _browser.Render<SurveysPage>();

        page.WaitForAssertion(() => Assert.Contains("No wave yet", page.Find("section.ks-panel").TextContent, StringComparison.Ordinal));
        Assert.Single(page.FindAll("section.ks-panel button"));
    }

    [Fact]
    public void Wave_OfAYearThatIsNotThere_SaysSo()
    {
        var page = Show(2031, null);

        page.WaitForAssertion(() => Assert.Equal("This wave does not exist", page.Find("h1").TextContent));
    }

    [Fact]
    public async Task Check_OfAnUnfinishedDraft_LinksEachFindingToItsPlace()
    {
        await _survey.AddDraftAsync(2027);

        var page = Show(2027, WaveStep.Check);

        page.WaitForAssertion(() => Assert.Contains("Stops the opening", page.Markup, StringComparison.Ordinal));
        Assert.NotNull(page.Find("a[href$='?step=open#last-day']"));
        // A survey manager cannot open the page of the fund's face.
        Assert.Contains("An administrator settles this.", page.Find(".findings").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Edit", "Translate", "Preview", "Check", "Sample", "Open"], page.FindAll(".wave-steps a > :first-child").Select(step => step.TextContent));
    }

    [Fact]
    public async Task Decision_OnADraftThatAColleagueChanged_IsRefusedWithTheirName()
    {
        await _survey.AddOpenWaveAsync(2026, new(2026, 1, 1), new(2026, 1, 31));
        var bo = Viewer.Staff(_survey.Fund.Id, "Bo", [Role.SurveyManager]);
        var wave = (await new CreateDraft(_database.Database, TimeProvider.System).ExecuteAsync(bo, new(_survey.Survey.Id, 2027, 2026), default)).Value;
        var page = Show(2027, null);
        page.WaitForAssertion(() => Assert.Equal(29, page.FindAll("details.review-same").Count));
        var read = (await new GetDraft(_database.Database, TimeProvider.System).ExecuteAsync(bo, wave, default)).Value;
        await new EditDraft(_database.Database, TimeProvider.System).ExecuteAsync(bo, new(wave, read.Revision, new DraftEdit.RemoveQuestion("OPEN_DEV")), default);

        await page.Find("#question-OVERALL button").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("Bo", page.Find("[role=alert].wave-stale").TextContent, StringComparison.Ordinal));
        await page.Find(".wave-stale button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".wave-stale")));
        Assert.Contains("OPEN_DEV", page.Find("[aria-labelledby=removed]").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<WavePage> Show(int year, string? step)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en");
        _browser.Services.GetRequiredService<NavigationManager>().NavigateTo(WaveUrls.Wave("member-satisfaction", year, step));
        return _browser.Render<WavePage>(page => page.Add(it => it.Survey, "member-satisfaction").Add(it => it.Year, year));
    }

    private void SignIn(string fund) => _browser.AddAuthorization().SetAuthorized("Anna").SetRoles(Role.SurveyManager)
        .SetClaims(new Claim(StaffClaims.Fund, fund), new Claim(StaffClaims.DisplayName, "Anna"));
}
