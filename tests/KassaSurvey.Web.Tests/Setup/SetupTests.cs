using System.Net;
using System.Text.RegularExpressions;
using KassaSurvey.Application.Features.Setup;
using KassaSurvey.Web.Tests.Security;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Web.Tests.Setup;

public sealed partial class SetupTests : IAsyncLifetime
{
    private readonly SiteHost _site = new();

    public Task InitializeAsync() => _site.InitializeAsync();

    public async Task DisposeAsync() => await ((IAsyncLifetime)_site).DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/people")]
    public async Task EmptyInstallation_StaffPage_LeadsToTheSetup(string address)
    {
        var page = await _site.NewBrowser().GetAsync(address);

        Assert.Equal("/setup", page.Location);
    }

    [Fact]
    public async Task Setup_RightCode_MakesFundSurveyAndAdminOnce()
    {
        var done = await SubmitAsync(SiteHost.SetupCode);

        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        await using (var context = _site.Open())
        {
            var fund = await context.Funds.SingleAsync();
            Assert.Equal(("example", "sv"), (fund.Key, fund.DefaultLanguage));
            Assert.Equal(SetUpFund.SurveyKey, (await context.Surveys.SingleAsync()).Key);
        }

        Assert.Equal("/", (await _site.NewBrowser().SignInAsync(SiteHost.AdminEmail, SiteHost.Password)).Location);
        Assert.Equal("/account/sign-in", (await _site.NewBrowser().GetAsync("/setup")).Location);
    }

    [Fact]
    public async Task Setup_WrongCode_MakesNothing()
    {
        var refused = await SubmitAsync("WRONG");

        Assert.NotEqual("", refused.Problems);
        await using var context = _site.Open();
        Assert.False(await context.Funds.AnyAsync());
    }

    [Fact]
    public async Task Setup_TooManyWrongCodes_ReplacesTheCodeByTheOneInTheLog()
    {
        for (var i = 0; i < Web.Security.SetupCode.Tries; i++)
        {
            await SubmitAsync("WRONG");
        }

        Assert.NotEqual("", (await SubmitAsync(SiteHost.SetupCode)).Problems);
        var logged = _site.Log.Select(line => CodeInLog().Match(line)).Last(match => match.Success).Groups[1].Value;
        Assert.Equal("", (await SubmitAsync(logged)).Problems);
    }

    [Fact]
    public async Task Setup_WeakPassword_KeepsWhatWasTypedAndTheCode()
    {
        var refused = await SubmitAsync(SiteHost.SetupCode, password: "short");

        Assert.NotEqual("", refused.Problems);
        Assert.Equal("Example fund", refused.Document.QuerySelector("#fund-name")!.GetAttribute("value"));
        Assert.Null(refused.Document.QuerySelector("#password")!.GetAttribute("value"));
        Assert.Equal("", (await SubmitAsync(SiteHost.SetupCode)).Problems);
    }

    private Task<Page> SubmitAsync(string code, string password = SiteHost.Password) => _site.NewBrowser().SubmitAsync(
        "/setup",
        ("Input.Code", code), ("Input.FundName", "Example fund"), ("Input.FundKey", "example"), ("Input.DefaultLanguage", "sv"),
        ("Input.ContactEmail", "survey@fund.example"), ("Input.AdminName", "Aino Admin"), ("Input.AdminEmail", SiteHost.AdminEmail),
        ("Input.Password", password));

    [GeneratedRegex("give this code: ([A-Z0-9-]+)")]
    private static partial Regex CodeInLog();
}
