using System.Globalization;
using System.Text.RegularExpressions;
using KassaSurvey.EndToEnd.Accessibility;
using KassaSurvey.EndToEnd.Harness;
using Microsoft.Playwright;

namespace KassaSurvey.EndToEnd.Authoring;

/// <summary>From last year's wave to an open one, as a survey manager makes it while a colleague edits the same draft.</summary>
public sealed partial class ComposeWaveTests(Site site) : IClassFixture<Site>
{
    private static readonly int LastYear = TimeProvider.System.GetUtcNow().Year;
    private static readonly int NewYear = LastYear + 1;

    [BrowserFact]
    public async Task Wave_CopiedRewordedRescaledCheckedAndOpened_StandsInTheList()
    {
        await using var person = await site.Browser.OpenAsync(Browser.Desktop, bypassPolicy: true);
        var page = await site.SignInAsync(person, "SurveyManager");
        await MakeDraftAsync(page);

        using var colleague = new Colleague(site.App.Database);
        await colleague.RewordAsync(NewYear, "HAN_SPEED");
        await colleague.RescaleAsync(NewYear, "IMG_TRUST");
        await BeToldOfTheColleagueAsync(page);
        await ReviewAsync(page);
        await CheckAndSettleAsync(page);
        await OpenAsync(page);
        await CorrectATypoAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "All surveys" }).ClickAsync();
        await Assertions.Expect(page.Locator(".wave").First).ToContainTextAsync(string.Create(CultureInfo.InvariantCulture, $"{NewYear}"));
        await Assertions.Expect(page.Locator(".wave").First).ToContainTextAsync("Open for answering");
    }

    [BrowserFact]
    public async Task Steps_ByKeyboardAndByAddress_AreReached()
    {
        await using var person = await site.Browser.OpenAsync(Browser.Desktop);
        var page = await site.SignInAsync(person, "SurveyManager");
        await site.OpenAsync(page, Address("comparability"), ".review button");
        for (var pressed = 0; pressed < 40 && !await page.EvaluateAsync<bool>("() => document.activeElement.matches('.wave-steps li:nth-child(3) a')"); pressed++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(site.App.Address + Address("corrections"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Log of corrections" })).ToBeVisibleAsync();

        await page.GoBackAsync();
        await Assertions.Expect(page.Locator(".wave-steps [aria-current=step]")).ToContainTextAsync("Comparability");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".wave-steps [aria-current=step]")).ToContainTextAsync("Comparability");
    }

    private static string Address(string step) =>
        string.Create(CultureInfo.InvariantCulture, $"/surveys/member-satisfaction/{LastYear}?step={step}");

    private async Task MakeDraftAsync(IPage page)
    {
        await site.OpenAsync(page, "/surveys", ".wave-list-head button");
        await PageCheck.LookAsync(page);
        await page.Locator(".wave-list-head button").ClickAsync();
        await Assertions.Expect(page.GetByLabel("Year", new() { Exact = true })).ToHaveValueAsync(NewYear.ToString(CultureInfo.InvariantCulture));
        await PageCheck.AssertCleanAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the draft" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(DraftAddress());
        await Assertions.Expect(page.GetByText("No question has changed.")).ToBeVisibleAsync();
    }

    /// <summary>What somebody else changed is told before anything is overwritten.</summary>
    private static async Task BeToldOfTheColleagueAsync(IPage page)
    {
        var unchanged = page.Locator("details.review-same").Filter(new() { HasText = "HAN_SPEED" });
        await unchanged.Locator("summary").ClickAsync();
        await unchanged.GetByRole(AriaRole.Button).ClickAsync();
        var notice = page.Locator(".wave-stale");
        await Assertions.Expect(notice).ToContainTextAsync(Colleague.Name);
        await PageCheck.AssertCleanAsync(page);
        await notice.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(notice).ToHaveCountAsync(0);
    }

    private static async Task ReviewAsync(IPage page)
    {
        var speed = page.Locator("#question-HAN_SPEED");
        await Assertions.Expect(speed).ToContainTextAsync("The program suggests: Different");
        await Assertions.Expect(page.Locator("#question-IMG_TRUST")).ToContainTextAsync("The program suggests: Scale changed");
        await Assertions.Expect(page.GetByText($"Application handling: 3 of 4 questions are compared with {LastYear}.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText($"Image: 2 of 3 questions are compared with {LastYear}.")).ToBeVisibleAsync();
        await PageCheck.LookAsync(page);

        await speed.GetByRole(AriaRole.Combobox).SelectOptionAsync("Same");
        await speed.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(speed.GetByRole(AriaRole.Alert)).ToContainTextAsync("HAN_SPEED");
        await speed.GetByRole(AriaRole.Combobox).SelectOptionAsync("Different");
        await speed.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(speed).ToContainTextAsync("Decided: Different");
        await page.Locator("#question-IMG_TRUST").GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.Locator("#question-IMG_TRUST")).ToContainTextAsync("Decided: Scale changed");
    }

    private static async Task CheckAndSettleAsync(IPage page)
    {
        foreach (var step in new[] { "Edit", "Translate", "Preview", "Check" })
        {
            await GoAsync(page, step);
            await PageCheck.LookAsync(page);
        }

        await Assertions.Expect(page.Locator(".codebook tbody tr")).ToHaveCountAsync(28);
        await page.GetByRole(AriaRole.Link, new() { Name = "The last day of answering is not set." }).ClickAsync();
        await Assertions.Expect(page.Locator("#last-day")).ToBeFocusedAsync();
        await page.Locator("#last-day").FillAsync($"{NewYear}-12-31");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the day" }).ClickAsync();
        await Assertions.Expect(page.GetByText($"The last day of answering is 31 December {NewYear}.")).ToBeVisibleAsync();
        await GoAsync(page, "Check");
        await Assertions.Expect(page.GetByText("Nothing stops the opening")).ToBeVisibleAsync();
        await PageCheck.LookAsync(page);
    }

    private static async Task OpenAsync(IPage page)
    {
        await GoAsync(page, "Open");
        await PageCheck.LookAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Open for answering" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Open for answering" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Open for answering");
        await PageCheck.LookAsync(page);
        await GoAsync(page, "Comparability");
        await Assertions.Expect(page.Locator("[aria-labelledby=pairs] tbody tr").Filter(new() { HasText = "HAN_SPEED" }).First).ToContainTextAsync("Different");
        await PageCheck.LookAsync(page);
    }

    private static async Task CorrectATypoAsync(IPage page)
    {
        await GoAsync(page, "Corrections");
        await PageCheck.LookAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(InEnglish());
        // The word of success covers a corner of the page for a few seconds.
        await Assertions.Expect(page.Locator(".mud-snackbar")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        var text = page.Locator(".correction").Filter(new() { HasText = "IMG_TRUST – Question" });
        await text.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(text.GetByRole(AriaRole.Textbox)).ToBeFocusedAsync();
        await text.GetByRole(AriaRole.Textbox).FillAsync("The fund can be trusted!");
        await text.GetByRole(AriaRole.Button, new() { Name = "Save the correction" }).ClickAsync();
        await Assertions.Expect(page.Locator("[aria-labelledby=log] tbody tr")).ToContainTextAsync("trusted!");
        await PageCheck.LookAsync(page);
    }

    private static async Task GoAsync(IPage page, string step)
    {
        await page.Locator(".wave-steps a").Filter(new() { HasText = step }).ClickAsync();
        await Assertions.Expect(page.Locator(".wave-steps [aria-current=step]")).ToContainTextAsync(step);
        await Assertions.Expect(page.Locator(".wave-step .state-loading")).ToHaveCountAsync(0);
    }

    private static Regex DraftAddress() => new($"/surveys/member-satisfaction/{NewYear}$");

    [GeneratedRegex("language=en$")]
    private static partial Regex InEnglish();
}
