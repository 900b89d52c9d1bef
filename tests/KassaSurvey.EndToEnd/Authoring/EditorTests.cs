using System.Globalization;
using System.Text.RegularExpressions;
using KassaSurvey.EndToEnd.Accessibility;
using KassaSurvey.EndToEnd.Harness;
using Microsoft.Playwright;

namespace KassaSurvey.EndToEnd.Authoring;

/// <summary>A survey manager adds, moves, translates and previews, with the keyboard only where it is the keyboard's work.</summary>
public sealed class EditorTests(Site site) : IClassFixture<Site>
{
    private static readonly int NewYear = TimeProvider.System.GetUtcNow().Year + 1;

    [BrowserFact]
    public async Task Question_AddedMovedUndoneTranslated_IsSeenInThePreview()
    {
        await using var person = await site.Browser.OpenAsync(Browser.Desktop, bypassPolicy: true);
        var page = await site.SignInAsync(person, "SurveyManager");
        await MakeDraftAsync(page);
        await AddByKeyboardAsync(page);
        await MoveAndTakeBackByKeyboardAsync(page);
        await TranslateByKeyboardAsync(page);
        await PreviewAsync(page);
    }

    private static async Task AddByKeyboardAsync(IPage page)
    {
        await page.Locator("#add-PHONE").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#question-code").FillAsync("PHO_SHORT");
        await page.Locator("#question-text-fi").FillAsync("Oliko jonotusaika lyhyt?");
        await PageCheck.AssertCleanAsync(page);
        await page.Locator(".mud-dialog-actions button").Last.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".editor-said")).ToContainTextAsync("added PHO_SHORT");
        await Assertions.Expect(page.Locator("#change-PHO_SHORT")).ToBeFocusedAsync();
        await PageCheck.LookAsync(page);
    }

    private static async Task MoveAndTakeBackByKeyboardAsync(IPage page)
    {
        var place = await page.Locator("#question-PHO_SHORT .editor-place").TextContentAsync();
        await page.Locator("#up-PHO_SHORT").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".editor-said")).ToContainTextAsync("PHO_SHORT is now number");
        await Assertions.Expect(page.Locator("#up-PHO_SHORT")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#question-PHO_SHORT .editor-place")).Not.ToHaveTextAsync(place!);
        await page.Locator("#editor-undo").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#question-PHO_SHORT .editor-place")).ToHaveTextAsync(place!);
    }

    private async Task TranslateByKeyboardAsync(IPage page)
    {
        await site.OpenAsync(page, Address("translate&to=sv&show=open"), ".file-field");
        await PageCheck.LookAsync(page);
        var row = page.Locator("[id='text-Question.PHO_SHORT']");
        await Assertions.Expect(row).ToContainTextAsync("Missing");
        await row.GetByRole(AriaRole.Textbox).FillAsync("Var kötiden kort?");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(row).Not.ToContainTextAsync("Missing");
        await Assertions.Expect(page.Locator(".wave-step").GetByText("Svenska").First).ToBeVisibleAsync();
    }

    private static async Task PreviewAsync(IPage page)
    {
        await page.Locator(".wave-steps a").Filter(new() { HasText = "Preview" }).ClickAsync();
        await page.Locator(".preview-pages a").Filter(new() { HasText = "Phone service" }).ClickAsync();
        // The links of the languages keep the page once it is drawn; a click before that would lead back to the first.
        var swedish = page.Locator(".wave-step").GetByRole(AriaRole.Link, new() { Name = "Svenska" });
        await Assertions.Expect(swedish).ToHaveAttributeAsync("href", new Regex("page=[1-9]"));
        await swedish.ClickAsync();
        await Assertions.Expect(page.FrameLocator("iframe").GetByText("Var kötiden kort?")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".bullets")).ToContainTextAsync("is shown when");
        await PageCheck.LookAsync(page);
    }

    private static string Address(string step) => string.Create(CultureInfo.InvariantCulture, $"/surveys/member-satisfaction/{NewYear}?step={step}");

    private async Task MakeDraftAsync(IPage page)
    {
        await site.OpenAsync(page, "/surveys", ".wave-list-head button");
        await page.Locator(".wave-list-head button").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the draft" }).ClickAsync();
        await page.Locator(".wave-steps a").Filter(new() { HasText = "Edit" }).ClickAsync();
        await Assertions.Expect(page.Locator("#add-PHONE")).ToBeVisibleAsync();
        await PageCheck.LookAsync(page);
    }
}
