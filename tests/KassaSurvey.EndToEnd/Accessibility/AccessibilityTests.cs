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
}
