using KassaSurvey.EndToEnd.Harness;

namespace KassaSurvey.EndToEnd.Answering;

[Collection(Site.Name)]
public class AnsweringTests(Site site)
{
    [BrowserFact]
    public async Task Survey_OnAPhoneWithoutScript_IsAnsweredAndCountedOnce()
    {
        var before = await site.CountResponsesAsync();
        var link = await site.App.NewMemberLinkAsync();
        await using var phone = await site.Browser.OpenAsync(Browser.Phone, "fi-FI", script: false);
        var member = new MemberJourney(await phone.NewPageAsync());

        await member.BeginAsync(link);
        Assert.Equal(1, member.PageNumber);
        Assert.DoesNotContain(TokenOf(link), member.Page.Url, StringComparison.Ordinal);
        var pages = await member.FinishAsync();

        Assert.InRange(pages, 4, 20);
        Assert.Equal(before + 1, await site.CountResponsesAsync());

        // The link again, and the last page's address again: a kind page, and no second response.
        var again = await member.Page.GotoAsync(link);
        Assert.Equal(200, again!.Status);
        Assert.Equal(0, await member.Page.Locator("#forward").CountAsync());
        Assert.Equal(before + 1, await site.CountResponsesAsync());
        Assert.DoesNotContain(TokenOf(link), site.App.Log, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Survey_WebSocketsBlocked_IsAnsweredWithoutAskingForOne()
    {
        var before = await site.CountResponsesAsync();
        var link = await site.App.NewMemberLinkAsync();
        await using var browser = await site.Browser.OpenAsync(Browser.Desktop, "sv-SE");
        var asked = 0;
        await browser.RouteWebSocketAsync("**/*", socket =>
        {
            asked++;
            _ = socket.CloseAsync();
        });
        var member = new MemberJourney(await browser.NewPageAsync());

        await member.BeginAsync(link);
        await member.FinishAsync();

        Assert.Equal(before + 1, await site.CountResponsesAsync());
        Assert.Equal(0, asked);
    }

    [BrowserFact]
    public async Task Survey_WithScript_RunsNothingForeignAndBreaksNoPolicy()
    {
        var link = await site.App.NewMemberLinkAsync();
        await using var browser = await site.Browser.OpenAsync(Browser.Desktop);
        var page = await browser.NewPageAsync();
        List<string> foreign = [];
        List<string> complaints = [];
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.App.Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                foreign.Add(request.Url);
            }
        };
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add(message.Text);
            }
        };

        var member = new MemberJourney(page);
        await member.BeginAsync(link);
        await member.FinishAsync();

        Assert.Empty(foreign);
        Assert.Empty(complaints);
    }

    private static string TokenOf(string link) => link[(link.LastIndexOf('/') + 1)..];
}
