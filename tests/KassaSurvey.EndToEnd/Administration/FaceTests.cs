using KassaSurvey.EndToEnd.Accessibility;
using KassaSurvey.EndToEnd.Harness;
using Microsoft.Playwright;

namespace KassaSurvey.EndToEnd.Administration;

[Collection(Site.Name)]
public class FaceTests(Site site)
{
    [BrowserFact]
    public async Task Admin_ChangesTheFace_AndMembersSeeIt()
    {
        var link = await site.App.NewMemberLinkAsync();
        await using var person = await site.Browser.OpenAsync(Browser.Desktop, bypassPolicy: true);
        var page = await site.SignInAsync(person, "Admin");
        await site.OpenFaceAsync(page);
        await PageCheck.AssertCleanAsync(page);

        await page.FillAsync("#face-colour", "#ffdd00");
        await Assertions.Expect(page.Locator("#face-colour-contrast")).ToContainTextAsync("too pale");
        await page.FillAsync("#face-colour", "#5b2a86");
        await Assertions.Expect(page.Locator("#face-colour-contrast")).ToContainTextAsync("Good");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Members see it now")).ToBeVisibleAsync();

        await using var phone = await site.Browser.OpenAsync(Browser.Phone);
        var member = await phone.NewPageAsync();
        await member.GotoAsync(link);
        Assert.Equal("rgb(91, 42, 134)", await member.Locator("#forward").EvaluateAsync<string>("button => getComputedStyle(button).backgroundColor"));
    }

    [BrowserFact]
    public async Task Feedback_FromTheStatement_IsAnsweredByAnAdmin()
    {
        await using var phone = await site.Browser.OpenAsync(Browser.Phone, script: false);
        var visitor = await phone.NewPageAsync();
        await visitor.GotoAsync(site.App.Address + "/accessibility/demo?language=en");
        await visitor.FillAsync("#text", "The screen reader skips the second page.");
        await visitor.ClickAsync("#feedback-form button[type=submit]");
        await Assertions.Expect(visitor.Locator(".notice")).ToContainTextAsync("within 14 days");

        await using var person = await site.Browser.OpenAsync(Browser.Desktop, bypassPolicy: true);
        var page = await site.SignInAsync(person, "Admin");
        await page.GotoAsync(site.App.Address + "/administration/feedback", new() { WaitUntil = WaitUntilState.NetworkIdle });
        await Assertions.Expect(page.Locator(".feedback-due")).ToContainTextAsync("14 days left");
        await PageCheck.AssertCleanAsync(page);
        await page.Locator(".feedback-answer textarea").First.FillAsync("Mended in today's version.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Mark answered" }).ClickAsync();
        await Assertions.Expect(page.Locator(".feedback-note")).ToContainTextAsync("Mended");
    }
}
