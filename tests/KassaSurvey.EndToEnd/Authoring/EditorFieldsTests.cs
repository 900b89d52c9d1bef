using System.Globalization;
using KassaSurvey.EndToEnd.Accessibility;
using KassaSurvey.EndToEnd.Harness;
using Microsoft.Playwright;

namespace KassaSurvey.EndToEnd.Authoring;

/// <summary>The fields of the editor in a real browser: options, the condition, the names of areas, the wave's languages and minutes.</summary>
public sealed class EditorFieldsTests(Site site) : IClassFixture<Site>
{
    private static readonly int NewYear = TimeProvider.System.GetUtcNow().Year + 1;
    private static readonly string Edit = string.Create(CultureInfo.InvariantCulture, $"/surveys/member-satisfaction/{NewYear}?step=edit");

    [BrowserFact]
    public async Task Options_Condition_AreaAndSettings_AreChangedAndStay()
    {
        await using var person = await site.Browser.OpenAsync(Browser.Desktop, bypassPolicy: true);
        var page = await site.SignInAsync(person, "SurveyManager");
        await site.OpenAsync(page, "/surveys", ".wave-list-head button");
        await page.Locator(".wave-list-head button").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the draft" }).ClickAsync();
        await page.Locator(".wave-steps a").Filter(new() { HasText = "Edit" }).ClickAsync();

        await page.Locator("#change-BG_STATUS").ClickAsync();
        await OptionsAsync(page);
        await ConditionAsync(page);
        await Save(page).ClickAsync();
        await Assertions.Expect(page.Locator(".editor-said")).ToContainTextAsync("changed BG_STATUS");
        await Assertions.Expect(page.Locator("#question-BG_STATUS")).ToContainTextAsync("Shown when MATTER = ");
        await RenameAsync(page);
        await SettingsAsync(page);

        // Everything is there for the next person.
        await page.GotoAsync(site.App.Address + Edit, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await Assertions.Expect(page.Locator("#settings")).ToContainTextAsync("Languages: Suomi, Svenska, English · 5 minutes");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Telephone" })).ToBeVisibleAsync();
        await page.Locator("#change-BG_STATUS").ClickAsync();
        await Assertions.Expect(page.Locator("#option-code-4")).ToHaveValueAsync("STUDENT");
        await Assertions.Expect(page.Locator("#option-label-0-en")).ToHaveValueAsync("Looking for work");
        await Assertions.Expect(page.Locator(".condition-values input:checked")).ToHaveCountAsync(2);
    }

    /// <summary>One is added, moved up, another renamed, a third removed; the keyboard is never lost.</summary>
    private static async Task OptionsAsync(IPage page)
    {
        await page.Locator("#add-option").ClickAsync();
        await Assertions.Expect(page.Locator("#option-code-6")).ToBeFocusedAsync();
        await page.Locator("#option-code-6").FillAsync("STUDENT");
        foreach (var language in new[] { "fi", "sv", "da", "en" })
        {
            await page.Locator($"#option-label-6-{language}").FillAsync($"Student ({language})");
        }

        await page.Locator("#option-label-0-en").FillAsync("Looking for work");
        await page.Locator("#up-option-6").PressAsync("Enter");
        await Assertions.Expect(page.Locator("#option-code-5")).ToHaveValueAsync("STUDENT");
        await Assertions.Expect(page.Locator("#up-option-5")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove: Option 2" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator(".option-fields-one")).ToHaveCountAsync(6);
        await Assertions.Expect(page.Locator("#option-code-1")).ToBeFocusedAsync();
    }

    /// <summary>What cannot be is told at its place, and nothing that was filled in is lost.</summary>
    private static async Task ConditionAsync(IPage page)
    {
        await page.Locator("#condition-operator").SelectOptionAsync("AnyOf");
        await Save(page).ClickAsync();
        var errors = page.Locator("#condition-errors");
        await Assertions.Expect(errors).ToContainTextAsync("Choose the question whose answer decides when BG_STATUS is shown.");
        await Assertions.Expect(errors).ToBeFocusedAsync();
        await PageCheck.AssertCleanAsync(page, ".mud-dialog");

        await page.Locator("#condition-question").SelectOptionAsync("MATTER");
        await Save(page).ClickAsync();
        await Assertions.Expect(errors).ToContainTextAsync("name the answers to MATTER");
        await page.Locator(".condition-values input").Nth(0).CheckAsync();
        await page.Locator(".condition-values input").Nth(1).CheckAsync();
        await Assertions.Expect(page.Locator("#option-code-4")).ToHaveValueAsync("STUDENT");
    }

    private static async Task RenameAsync(IPage page)
    {
        await page.Locator("#rename-PHONE").ClickAsync();
        await page.Locator("#area-name-en").FillAsync("Telephone");
        await Save(page).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Telephone" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#rename-PHONE")).ToBeFocusedAsync();
    }

    private static async Task SettingsAsync(IPage page)
    {
        await page.Locator("#settings").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Suomi" })).ToBeDisabledAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Dansk" }).UncheckAsync();
        await page.Locator("#settings-minutes").FillAsync("5");
        await PageCheck.LookAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save languages and minutes" }).ClickAsync();
        await Assertions.Expect(page.Locator("#settings")).ToContainTextAsync("Languages: Suomi, Svenska, English · 5 minutes");
        await Assertions.Expect(page.Locator("#settings")).ToBeFocusedAsync();

        await page.Locator("#editor-undo").ClickAsync();
        await Assertions.Expect(page.Locator("#settings")).ToContainTextAsync("Dansk");
        await page.Locator("#editor-redo").ClickAsync();
        await Assertions.Expect(page.Locator("#settings")).Not.ToContainTextAsync("Dansk");
    }

    private static ILocator Save(IPage page) => page.Locator(".mud-dialog-actions button").Last;
}
