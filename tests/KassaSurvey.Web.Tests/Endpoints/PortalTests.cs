using System.Net;
using KassaSurvey.Application.Features.Portal;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KassaSurvey.Web.Tests.Endpoints;

public sealed class PortalTests(RespondingHost host) : IClassFixture<RespondingHost>
{
    [Theory]
    [InlineData("member-satisfaction")]
    [InlineData("")]
    public async Task Link_Signed_LeadsToTheMembersFirstPageAndIsStoredAsPortal(string survey)
    {
        var key = await KeyAsync();
        await host.InviteAsync(Languages.Swedish);
        var member = await LastMemberAsync();
        var before = await host.FingerprintAsync();
        var browser = host.NewBrowser();

        await FollowAsync(browser, Link(key, member, survey));

        Assert.Equal((HttpStatusCode.OK, Languages.Swedish), (browser.Status, browser.Page.DocumentElement.GetAttribute("lang")));
        Assert.Equal(before, await host.FingerprintAsync());
        await browser.StartAsync();
        await using var db = host.Open();
        Assert.Equal(1, await db.Responses.CountAsync(row => row.Mode == ResponseMode.Portal && db.Invitations.Any(invitation =>
            invitation.OpenResponseId == row.Id && db.Members.Any(each => each.Id == invitation.MemberId && each.Number == member))));

        // The same link again: the same answer, gone on with.
        var replay = host.NewBrowser();
        await FollowAsync(replay, Link(key, member, survey));
        await replay.StartAsync();
        Assert.Equal(browser.Path, replay.Path);
    }

    [Fact]
    public async Task Link_OfAMemberWhoIsNotAsked_SaysSoWithTheFundsName()
    {
        var browser = host.NewBrowser();

        await browser.OpenAsync(Link(await KeyAsync(), "nobody", "") + "&language=en");

        Assert.Equal((HttpStatusCode.NotFound, "There is no survey for you to answer just now"), (browser.Status, browser.Heading));
        Assert.Equal("Testikassa", browser.Page.QuerySelector(".fund")!.TextContent);
    }

    [Theory]
    [InlineData("changed member")]
    [InlineData("other fund")]
    [InlineData("no such fund")]
    [InlineData("expired")]
    [InlineData("too long a life")]
    [InlineData("no signature")]
    [InlineData("unreadable time")]
    [InlineData("old key")]
    public async Task Link_NotGenuine_IsToldTheSameWhateverIsWrong(string wrong)
    {
        await host.InviteAsync();
        var key = await KeyAsync();
        var member = await LastMemberAsync();
        var link = wrong switch
        {
            "changed member" => Link(key, member, "").Replace($"member={member}", "member=1", StringComparison.Ordinal),
            "other fund" => Link(key, member, "", "other"),
            "no such fund" => Link(key, member, "", "no-such-fund"),
            "expired" => Link(key, member, "", seconds: -1),
            "too long a life" => Link(key, member, "", seconds: 3600),
            "no signature" => Link(key, member, "").Split("&signature")[0],
            "unreadable time" => Link(key, member, "").Replace("expires=", "expires=x", StringComparison.Ordinal),
            _ => Link(key, member, ""),
        };
        if (wrong == "old key")
        {
            await KeyAsync();
        }

        var browser = host.NewBrowser();
        await browser.OpenAsync(link);

        Assert.Equal((HttpStatusCode.Forbidden, "This link is not valid any more"), (browser.Status, browser.Heading));
        Assert.DoesNotContain(host.Warnings, warning => warning.Contains(member, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Key_MadeByAnybodyButAnAdmin_IsRefused()
    {
        var renew = host.Services.GetRequiredService<RenewPortalKey>();

        foreach (var role in new[] { Role.SurveyManager, Role.Manager, Role.Analyst, Role.Interviewer })
        {
            Assert.False((await renew.ExecuteAsync(host.Survey.Staff(role), CancellationToken.None)).IsSuccess);
        }
    }

    [Fact]
    public async Task Key_Made_StandsNowhereInTheDatabase() =>
        Assert.DoesNotContain(await KeyAsync(), await host.DumpAsync(), StringComparison.Ordinal);

    private static async Task FollowAsync(MemberBrowser browser, string link)
    {
        await browser.OpenAsync(link);
        Assert.Equal(HttpStatusCode.SeeOther, browser.Status);
        await browser.OpenAsync(browser.Response.Headers.Location!.ToString());
    }

    private async Task<string> KeyAsync() => (await host.Services.GetRequiredService<RenewPortalKey>()
        .ExecuteAsync(host.Survey.Staff(Role.Admin), CancellationToken.None)).Value;

    private async Task<string> LastMemberAsync()
    {
        await using var db = host.Open();
        return (await db.Members.Select(member => member.Number).ToListAsync())
            .MaxBy(number => int.Parse(number.Split('-')[^1], System.Globalization.CultureInfo.InvariantCulture))!;
    }

    private string Link(string key, string member, string survey, string? fund = null, int seconds = 300)
    {
        var ticket = new PortalTicket(fund ?? host.Survey.Fund.Key, member, survey, host.Clock.GetUtcNow().ToUnixTimeSeconds() + seconds);
        return $"/portal/{ticket.Fund}?member={member}&survey={survey}&expires={ticket.Expires}&signature={ticket.Sign(key)}";
    }
}
