using System.Text.RegularExpressions;
using KassaSurvey.EndToEnd.Answering;
using KassaSurvey.EndToEnd.Harness;
using Microsoft.Playwright;

namespace KassaSurvey.EndToEnd.Accessibility;

/// <summary>Every page a member can see, in the four languages, on a small phone, a phone and a desktop.</summary>
[Collection(Site.Name)]
public class RespondentPagesTests(Site site)
{
    private const int SmallPhone = 320;
    private static readonly int[] Widths = [SmallPhone, Browser.Phone, Browser.Desktop];
    private static readonly string[] Languages = ["sv", "da", "en", "fi"];

    [BrowserFact]
    public async Task Answering_InFourLanguagesAtThreeWidths_HasNoViolationAndNothingIsCut()
    {
        var link = await site.App.NewMemberLinkAsync();
        await using var person = await site.Browser.OpenAsync(Browser.Phone, "fi-FI", bypassPolicy: true);
        var member = new MemberJourney(await person.NewPageAsync());
        await member.Page.GotoAsync(link);
        await CheckAsync(member.Page, SwitchByLinkAsync);
        await member.ForwardAsync();
        while (!member.IsDone)
        {
            await CheckAsync(member.Page, (page, language) => member.SwitchAsync(language));
            await member.AnswerPageAsync();
            // Answered, and in the dark.
            await member.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await PageCheck.AssertCleanAsync(member.Page);
            await member.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await member.ForwardAsync();
        }

        await CheckAsync(member.Page, SwitchByLinkAsync);
        var receipt = await member.Page.Locator(".receipt").InnerTextAsync();
        // What a receipt would erase, with the fund's face; and a wrong one.
        await CheckCodeAsync(member.Page, "/receipt", receipt, "button[name=confirm]");
        await CheckCodeAsync(member.Page, "/receipt", "2222", ".error-summary");
    }

    [BrowserFact]
    public async Task CodeOfALetter_InFourLanguagesAtThreeWidths_HasNoViolationAndNothingIsCut()
    {
        await using var person = await site.Browser.OpenAsync(Browser.Phone, bypassPolicy: true);
        var page = await person.NewPageAsync();
        await page.GotoAsync(site.App.Address + "/code");
        await CheckAsync(page, SwitchByLinkAsync);
        await CheckCodeAsync(page, "/code", "2222", ".error-summary");
        await Assertions.Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await page.ClickAsync(".error-summary a");
        await Assertions.Expect(page.Locator("#code")).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task StatementAndWrongLink_InFourLanguagesAtThreeWidths_HaveNoViolationAndNothingIsCut()
    {
        await using var person = await site.Browser.OpenAsync(Browser.Phone, bypassPolicy: true);
        var page = await person.NewPageAsync();
        foreach (var path in new[] { "/accessibility/demo", "/s/not-a-link", "/receipt" })
        {
            await page.GotoAsync(site.App.Address + path);
            await CheckAsync(page, SwitchByLinkAsync);
        }

        // The form refused: the summary has the focus and leads to the field.
        await page.GotoAsync(site.App.Address + "/accessibility/demo?language=en");
        await page.ClickAsync("#feedback-form button[type=submit]");
        await Assertions.Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await PageCheck.AssertCleanAsync(page);
        await page.ClickAsync(".error-summary a");
        await Assertions.Expect(page.Locator("#text")).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task Answering_AtTwiceTheSizeOfTextAndPage_CutsNothing()
    {
        var link = await site.App.NewMemberLinkAsync();
        // 200 % zoom of a window of 1280: half the width to lay out in; and beside it text alone at 200 %.
        await using var person = await site.Browser.OpenAsync(Browser.Desktop / 2, "fi-FI", bypassPolicy: true);
        var member = new MemberJourney(await person.NewPageAsync());
        await member.Page.GotoAsync(link);
        while (true)
        {
            await PageCheck.AssertNothingCutAsync(member.Page);
            await member.Page.AddStyleTagAsync(new() { Content = "html { font-size: 200% }" });
            await PageCheck.AssertNothingCutAsync(member.Page);
            if (member.IsDone)
            {
                break;
            }

            await member.AnswerPageAsync();
            await member.ForwardAsync();
        }
    }

    private static async Task CheckAsync(IPage page, Func<IPage, string, Task> switchTo)
    {
        foreach (var language in Languages)
        {
            await switchTo(page, language);
            Assert.Equal(language, await page.GetAttributeAsync("html", "lang"));
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, 800);
                await PageCheck.AssertNothingCutAsync(page);
                await PageCheck.AssertCleanAsync(page);
            }
        }
    }

    private async Task CheckCodeAsync(IPage page, string path, string code, string shown)
    {
        foreach (var language in Languages)
        {
            await page.GotoAsync($"{site.App.Address}{path}?language={language}");
            await page.FillAsync("#code", code);
            await page.ClickAsync("#survey button[type=submit]");
            await Assertions.Expect(page.Locator(shown)).ToBeVisibleAsync();
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, 800);
                await PageCheck.AssertNothingCutAsync(page);
                await PageCheck.AssertCleanAsync(page);
            }
        }
    }

    private static async Task SwitchByLinkAsync(IPage page, string language)
    {
        await page.ClickAsync($".languages a[lang={language}]");
        // Asked again and again, not awaited as an event: a page this small can have loaded before anybody listens.
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"language={language}"));
        await page.WaitForFunctionAsync("document.readyState === 'complete'");
    }
}
