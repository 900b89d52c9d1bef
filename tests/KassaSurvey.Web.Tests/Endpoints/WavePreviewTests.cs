using System.Net;
using KassaSurvey.Application.Features.Questionnaires;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Web.Tests.Security;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Web.Tests.Endpoints;

public sealed class WavePreviewTests(SiteHost host) : IClassFixture<SiteHost>, IAsyncLifetime
{
    private const string Email = "surveys@fund.example";
    private const string Interviewer = "interviewer@fund.example";
    private const string Address = "/surveys/member-satisfaction/2031/preview/3?language=sv";

    public async Task InitializeAsync()
    {
        await using var db = host.Open();
        if (await db.Waves.AnyAsync())
        {
            return;
        }

        await host.SetUpAsync();
        await host.AddSettledAsync(Email, Role.SurveyManager);
        await host.AddSettledAsync(Interviewer, Role.Interviewer);
        var own = await db.Funds.SingleAsync();
        var other = Fund.Create("other", LocalizedText.Same("Other"), Languages.Finnish, "other@example.org");
        db.Funds.Add(other);
        AddDraft(other, "elsewhere");
        await AddOwnAsync(own);
        await db.SaveChangesAsync();

        async Task AddOwnAsync(Fund fund)
        {
            var survey = await db.Surveys.SingleOrDefaultAsync(row => row.Key == "member-satisfaction")
                ?? CreateSurvey.Add(db, fund, "member-satisfaction", CreateSurvey.DefaultName);
            AddWave(survey);
        }

        void AddDraft(Fund fund, string key) => AddWave(CreateSurvey.Add(db, fund, key, CreateSurvey.DefaultName));

        void AddWave(Survey survey)
        {
            var wave = Wave.Create(survey, new(2031));
            foreach (var content in BuiltInQuestionnaire.Questions)
            {
                _ = wave.Add(content).Value;
            }

            db.Waves.Add(wave);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Preview_OfADraft_IsTheMembersPageInAFrameOfThisSiteOnly_AndWritesNothing()
    {
        var browser = host.NewBrowser();
        await browser.SignInAsync(Email, SiteHost.Password);

        var page = await browser.GetAsync(Address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("sv", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(page.Document.QuerySelectorAll("fieldset.question"));
        var policy = Assert.Single(page.Response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Equal("SAMEORIGIN", Assert.Single(page.Response.Headers.GetValues("X-Frame-Options")));
        await using var db = host.Open();
        Assert.Equal((0, 0), (await db.Responses.CountAsync(), await db.Answers.CountAsync()));
    }

    [Theory]
    [InlineData("/surveys/elsewhere/2031/preview/0")]
    [InlineData("/surveys/elsewhere/2031/translations")]
    [InlineData("/surveys/member-satisfaction/2030/preview/0")]
    [InlineData("/surveys/member-satisfaction/2031/preview/99")]
    public async Task Addresses_OfAnotherFundOrOfNothing_AreNotFound(string address)
    {
        var browser = host.NewBrowser();
        await browser.SignInAsync(Email, SiteHost.Password);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).Status);
    }

    [Fact]
    public async Task Preview_ByNobodyOrAnInterviewer_IsNotShown()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await host.NewBrowser().GetAsync(Address)).Status);

        var browser = host.NewBrowser();
        await browser.SignInAsync(Interviewer, SiteHost.Password);
        Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync(Address)).Status);
    }

    [Fact]
    public async Task Post_ToThePreview_IsNotAllowed()
    {
        var browser = host.NewBrowser();
        await browser.SignInAsync(Email, SiteHost.Password);

        using var content = new FormUrlEncodedContent([]);
        using var response = await browser.Client.PostAsync(new Uri(Address, UriKind.Relative), content);

        Assert.False(response.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Translations_OfADraft_AreAWorkbook()
    {
        var browser = host.NewBrowser();
        await browser.SignInAsync(Email, SiteHost.Password);

        using var response = await browser.Client.GetAsync(new Uri("/surveys/member-satisfaction/2031/translations", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("member-satisfaction-2031-translations.xlsx", response.Content.Headers.ContentDisposition?.FileName);
    }
}
