using System.Net;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Web.Tests.Endpoints;

public sealed class OptOutTests(RespondingHost host) : IClassFixture<RespondingHost>
{
    [Fact]
    public async Task OneClick_AsMailProgramsPostIt_OptsOutAndEndsTheLink()
    {
        var (token, invitation) = await InviteAsync(Languages.English);
        var mailProgram = host.NewBrowser();
        using var content = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);

        var response = await mailProgram.PostAsync($"/u/{token}", content);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(InvitationStatus.OptedOut, await StatusAsync(invitation));
        var browser = host.NewBrowser();
        await browser.OpenAsync($"/s/{host.TokenOf(invitation)}");
        Assert.Equal((HttpStatusCode.Gone, "You have asked not to be invited"), (browser.Status, browser.Heading));
    }

    [Theory]
    [InlineData(Languages.English, "No more messages about this survey", "You get no more messages")]
    [InlineData(Languages.Finnish, "Ei enää viestejä tästä kyselystä", "Et saa enää viestejä")]
    [InlineData(Languages.Swedish, "Inga fler meddelanden om den här enkäten", "Du får inga fler meddelanden")]
    [InlineData(Languages.Danish, "Ikke flere beskeder om denne undersøgelse", "Du får ikke flere beskeder")]
    public async Task Page_InTheMembersLanguage_HasAButtonThatOptsOut(string language, string question, string done)
    {
        var (token, invitation) = await InviteAsync(language);
        var browser = host.NewBrowser();
        await browser.OpenAsync($"/u/{token}");
        Assert.Equal((question, language), (browser.Heading, browser.Page.DocumentElement.GetAttribute("lang")));
        Assert.Equal(InvitationStatus.Waiting, await StatusAsync(invitation));

        await browser.SendAsync([]);

        Assert.Equal(done, browser.Heading);
        Assert.Equal(InvitationStatus.OptedOut, await StatusAsync(invitation));
    }

    [Fact]
    public async Task Page_NeverAgain_EndsEverySurveyOfTheFundByPostOnly()
    {
        var (token, invitation) = await InviteAsync(Languages.English);
        var browser = host.NewBrowser();
        await browser.OpenAsync($"/u/{token}");
        var address = browser.Page.QuerySelector("form#every-survey")!.GetAttribute("action")!;
        await browser.OpenAsync(address);
        Assert.Equal((InvitationStatus.Waiting, ContactChannels.None), (await StatusAsync(invitation), await RefusesAsync(invitation)));

        using var nothing = new FormUrlEncodedContent([]);
        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync(address, nothing)).StatusCode);

        Assert.Equal((InvitationStatus.OptedOut, ContactChannels.All), (await StatusAsync(invitation), await RefusesAsync(invitation)));
        await browser.OpenAsync($"/u/{token}");
        Assert.Equal("You will not be asked again", browser.Heading);
        Assert.Empty(browser.Page.QuerySelectorAll("form"));
    }

    [Fact]
    public async Task Page_OpenedAThousandTimesByScanners_ChangesNothing()
    {
        var (token, _) = await InviteAsync(Languages.Finnish);
        var scanner = host.NewBrowser();
        await scanner.OpenAsync($"/u/{token}");
        var before = await host.DumpAsync();

        await Parallel.ForAsync(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, _) => await host.NewBrowser().OpenAsync($"/u/{token}"));

        Assert.Equal(before, await host.DumpAsync());
        Assert.Equal(HttpStatusCode.OK, scanner.Status);
    }

    [Fact]
    public async Task Link_OfTheQuestionnaireOrForged_OptsNobodyOut()
    {
        var (_, invitation) = await InviteAsync(Languages.Finnish);
        var browser = host.NewBrowser();
        foreach (var token in new[] { host.TokenOf(invitation), new string('A', 32), "x" })
        {
            using var content = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync($"/u/{token}", content)).StatusCode);
        }

        Assert.Equal(InvitationStatus.Waiting, await StatusAsync(invitation));
    }

    private async Task<(string Token, InvitationId Invitation)> InviteAsync(string language)
    {
        var id = host.InvitationOf(await host.InviteAsync(language));
        return (host.OptOutTokenOf(id), id);
    }

    private async Task<ContactChannels> RefusesAsync(InvitationId invitation)
    {
        await using var db = host.Open();
        return await db.Invitations.Where(row => row.Id == invitation).Join(db.Members, row => row.MemberId, member => member.Id, (_, member) => member.Refuses).SingleAsync();
    }

    private async Task<InvitationStatus> StatusAsync(InvitationId invitation)
    {
        await using var db = host.Open();
        return (await db.Invitations.AsNoTracking().SingleAsync(row => row.Id == invitation)).Status;
    }
}
