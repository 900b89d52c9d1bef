using System.Net;
using KassaSurvey.Application.Features.People;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Web.Security;
using KassaSurvey.Web.Tests.Security;
using Microsoft.Extensions.DependencyInjection;

namespace KassaSurvey.Web.Tests.Account;

public sealed class SignInTests : IAsyncLifetime
{
    private readonly SiteHost _site = new();

    public async Task InitializeAsync()
    {
        await _site.InitializeAsync();
        await _site.SetUpAsync();
    }

    public async Task DisposeAsync() => await ((IAsyncLifetime)_site).DisposeAsync();

    [Fact]
    public async Task SignIn_RightPassword_ComesBackToThePageAskedFor()
    {
        var browser = _site.NewBrowser();
        var asked = await browser.GetAsync("/people");
        Assert.Equal(HttpStatusCode.Redirect, asked.Status);

        var signedIn = await browser.SignInAsync(SiteHost.AdminEmail, SiteHost.Password, asked.Location!);

        Assert.Equal("/people", signedIn.Location);
        var people = await browser.GetAsync("/people");
        Assert.Equal(HttpStatusCode.OK, people.Status);
        Assert.Contains("Aino Admin", people.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_Cookie_IsStrictAndHiddenFromScript()
    {
        var signedIn = await _site.NewBrowser().SignInAsync(SiteHost.AdminEmail, SiteHost.Password);

        var cookie = signedIn.Response.Headers.GetValues("Set-Cookie").Single(header => header.StartsWith("kassa.staff=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task SignIn_FiveWrongPasswords_LocksTheAccountForTheRightOneToo()
    {
        var browser = _site.NewBrowser();
        for (var i = 0; i < StaffAccounts.TriesBeforeLockOut; i++)
        {
            Assert.NotEqual("", (await browser.SignInAsync(SiteHost.AdminEmail, "Wrong-password-1")).Problems);
        }

        var locked = await browser.SignInAsync(SiteHost.AdminEmail, SiteHost.Password);

        Assert.Equal(HttpStatusCode.OK, locked.Status);
        Assert.NotEqual("", locked.Problems);
    }

    [Fact]
    public async Task SignIn_UnknownAddressAndWrongPassword_AreToldTheSame()
    {
        var unknown = await _site.NewBrowser().SignInAsync("nobody@fund.example", SiteHost.Password);
        var wrong = await _site.NewBrowser().SignInAsync(SiteHost.AdminEmail, "Wrong-password-1");

        Assert.NotEqual("", wrong.Problems);
        Assert.Equal(wrong.Problems, unknown.Problems);
    }

    [Fact]
    public async Task SignIn_ReturnToAnotherSite_StaysHere()
    {
        var signedIn = await _site.NewBrowser().SignInAsync(
            SiteHost.AdminEmail, SiteHost.Password, "/account/sign-in?return=%2F%2Fevil.example");

        Assert.Equal("/", signedIn.Location);
    }

    [Fact]
    public async Task Manager_OnThePeoplePage_IsDenied()
    {
        await _site.AddSettledAsync("manager@fund.example", Role.Manager);
        var browser = _site.NewBrowser();
        await browser.SignInAsync("manager@fund.example", SiteHost.Password);

        var people = await browser.GetAsync("/people");

        Assert.Equal(HttpStatusCode.Redirect, people.Status);
        Assert.StartsWith("/account/access-denied", people.Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(people.Location!)).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).Status);
    }

    [Fact]
    public async Task OneTimePassword_AtFirstSignIn_MustBeChangedBeforeAnythingElse()
    {
        var added = await _site.AddAsync("analyst@fund.example", Role.Analyst);
        var browser = _site.NewBrowser();
        await browser.SignInAsync("analyst@fund.example", added.OneTimePassword);

        Assert.Equal("/account/password", (await browser.GetAsync("/")).Location);

        var changed = await browser.SubmitAsync(
            "/account/password",
            ("Input.Current", added.OneTimePassword), ("Input.Chosen", SiteHost.Password), ("Input.Repeated", SiteHost.Password));
        Assert.Equal("", changed.Problems);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).Status);
    }

    [Fact]
    public async Task PasswordPage_FiveWrongCurrentPasswords_LocksTheAccount()
    {
        var browser = _site.NewBrowser();
        await browser.SignInAsync(SiteHost.AdminEmail, SiteHost.Password);
        Task<Page> TryAsync(string current) => browser.SubmitAsync(
            "/account/password", ("Input.Current", current), ("Input.Chosen", "Another-password-2"), ("Input.Repeated", "Another-password-2"));
        for (var i = 0; i < StaffAccounts.TriesBeforeLockOut; i++)
        {
            Assert.NotEqual("", (await TryAsync("Wrong-password-1")).Problems);
        }

        Assert.NotEqual("", (await TryAsync(SiteHost.Password)).Problems);
    }

    [Fact]
    public async Task Deactivated_Person_CannotSignInUntilGivenANewPassword()
    {
        var added = await _site.AddAsync("leaver@fund.example", Role.Manager);
        var admin = await _site.AdminAsync();
        Assert.True((await _site.Services.GetRequiredService<DeactivatePerson>().ExecuteAsync(admin, added.Id, default)).IsSuccess);

        Assert.NotEqual("", (await _site.NewBrowser().SignInAsync("leaver@fund.example", added.OneTimePassword)).Problems);

        var renewed = await _site.Services.GetRequiredService<RenewPassword>().ExecuteAsync(admin, added.Id, default);
        Assert.Equal(HttpStatusCode.Redirect, (await _site.NewBrowser().SignInAsync("leaver@fund.example", renewed.Value)).Status);
    }

    [Fact]
    public async Task LastAdmin_CannotBeDeactivatedOrLoseTheRole()
    {
        await using var context = _site.Open();
        var id = context.Users.Single(user => user.Email == SiteHost.AdminEmail).Id;
        var admin = await _site.AdminAsync();

        var deactivated = await _site.Services.GetRequiredService<DeactivatePerson>().ExecuteAsync(admin, id, default);
        var changed = await _site.Services.GetRequiredService<ChangeRoles>().ExecuteAsync(admin, new(id, [Role.Analyst]), default);

        Assert.Equal([PeopleErrors.LastAdmin], deactivated.Errors);
        Assert.Equal([PeopleErrors.LastAdmin], changed.Errors);
    }

    [Fact]
    public async Task SignOut_WithoutTheFormsToken_IsRefused()
    {
        var browser = _site.NewBrowser();
        await browser.SignInAsync(SiteHost.AdminEmail, SiteHost.Password);

        using var empty = new FormUrlEncodedContent([]);
        var refused = await browser.Client.PostAsync(new Uri("/account/sign-out", UriKind.Relative), empty);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/people")).Status);
    }
}
