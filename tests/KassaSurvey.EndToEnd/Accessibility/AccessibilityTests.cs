using System.Text.RegularExpressions;
using KassaSurvey.EndToEnd.Harness;
using Microsoft.Playwright;

namespace KassaSurvey.EndToEnd.Accessibility;

/// <summary>What axe can find by itself (WCAG 2.2 A and AA, and good practice) on the pages that staff see first.</summary>
[Collection(Site.Name)]
public class AccessibilityTests(Site site)
{
    [BrowserTheory]
    [InlineData(Browser.Desktop, ColorScheme.Light)]
    [InlineData(Browser.Phone, ColorScheme.Light)]
    [InlineData(Browser.Desktop, ColorScheme.Dark)]
    public async Task SignInAndOverview_HaveNoViolation(int width, ColorScheme scheme)
    {
        await using var person = await site.Browser.OpenAsync(width, bypassPolicy: true);
        var first = await person.NewPageAsync();
        await first.EmulateMediaAsync(new() { ColorScheme = scheme });
        await first.GotoAsync(site.App.Address + "/account/sign-in");
        await PageCheck.AssertCleanAsync(first);

        var page = await site.SignInAsync(person, "Manager");
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await site.OpenOverviewAsync(page, 2020);
        await Assertions.Expect(page).ToHaveTitleAsync(new Regex("2020"));
        await PageCheck.AssertCleanAsync(page);
    }

    [BrowserFact]
    public async Task AdministrationPages_OnAPhoneAndADesktop_HaveNoViolation()
    {
        await using var person = await site.Browser.OpenAsync(Browser.Desktop, "fi-FI", bypassPolicy: true);
        var page = await site.SignInAsync(person, "Admin");
        foreach (var (path, live) in new[]
        {
            ("/administration/portal", "button.mud-button-root"), ("/administration/fund", "#face-logo"), ("/people", "button.mud-button-root"), ("/imports", "input[type=file]"),
            ("/administration/results", "button.mud-button-root"), ("/administration/keys", "button.mud-button-root"),
            ("/surveys/after-contact/trigger", "button.mud-button-root"), ("/share", "main button.mud-button-root"),
        })
        {
            await site.OpenAsync(page, path, live);
            await PageCheck.LookAsync(page);
        }

        foreach (var path in new[]
        {
            "/administration/feedback", "/methods", "/account/password", "/members", "/members/import", "/administration/retention", "/administration/contact-policy",
        })
        {
            await page.GotoAsync(site.App.Address + path, new() { WaitUntil = WaitUntilState.NetworkIdle });
            await PageCheck.LookAsync(page);
        }
    }

    /// <summary>A tab without a name is what a screen reader says first; the circuit takes the head over after the page was served.</summary>
    [BrowserFact]
    public async Task Title_WhileTheCircuitTakesOverAndPagesChange_IsNeverMissing()
    {
        await using var person = await site.Browser.OpenAsync(Browser.Desktop);
        await person.AddInitScriptAsync(
            """
            window.untitled = 0;
            document.addEventListener('DOMContentLoaded', () =>
              new MutationObserver(() => { if (!document.title.trim()) window.untitled++; }).observe(document.head, { childList: true, subtree: true, characterData: true }));
            """);
        var page = await site.SignInAsync(person, "SurveyManager");
        await site.OpenAsync(page, "/surveys", ".wave-list-head button");
        await Assertions.Expect(page).ToHaveTitleAsync(new Regex("^Surveys – "));
        await page.Locator(".wave a").First.ClickAsync();
        await Assertions.Expect(page).ToHaveTitleAsync(new Regex(@"\d{4}.* – KassaSurvey"));
        await page.GoBackAsync();
        await Assertions.Expect(page).ToHaveTitleAsync(new Regex("^Surveys – "));

        Assert.Equal(0, await page.EvaluateAsync<int>("() => window.untitled"));
    }
}
