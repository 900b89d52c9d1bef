using KassaSurvey.EndToEnd.Harness;
using Microsoft.Playwright;

namespace KassaSurvey.EndToEnd.Overview;

/// <summary>A manager without a mouse: every step is Tab, an arrow, Enter or Escape.</summary>
[Collection(Site.Name)]
public class KeyboardTests(Site site)
{
    private const int MostTabs = 80;

    [BrowserFact]
    public async Task Results_ByKeyboardAlone_AreFilteredExplainedAndFollowedDown()
    {
        await using var person = await site.Browser.OpenAsync(Browser.Desktop);
        var page = await site.SignInAsync(person, "Manager");
        await site.OpenAsync(page, "/?year=2020", ".ks-controls [role=combobox]");

        await TabToAsync(page, page.GetByRole(AriaRole.Combobox, new() { Name = "Region" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".mud-popover-open .mud-list-item").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".ks-chip, .mud-chip").First).ToBeVisibleAsync();
        var whom = await page.Locator(".ks-population strong").TextContentAsync();
        Assert.Contains("where=region", page.Url, StringComparison.Ordinal);

        var explain = page.Locator(".ks-tile .ks-computed-button").First;
        await TabToAsync(page, explain);
        await page.Keyboard.PressAsync("Enter");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("Data version");
        // The keys are the dialog's once the focus is in it.
        await Assertions.Expect(dialog.Locator(":focus")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(explain).ToBeFocusedAsync();

        await TabToAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Application handling" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main h1")).ToHaveTextAsync("Application handling");
        await Assertions.Expect(page.Locator(".ks-population strong")).ToHaveTextAsync(whom!);

        await page.Keyboard.PressAsync("Alt+ArrowLeft");
        await Assertions.Expect(page.Locator(".ks-tiles")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".ks-population strong")).ToHaveTextAsync(whom!);
    }

    private static async Task TabToAsync(IPage page, ILocator target)
    {
        for (var tab = 0; tab < MostTabs; tab++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement || element.contains(document.activeElement)"))
            {
                return;
            }
        }

        Assert.Fail($"{MostTabs} tabs did not reach {target}");
    }
}
