using System.Globalization;
using KassaSurvey.EndToEnd.Accessibility;
using KassaSurvey.EndToEnd.Harness;
using Microsoft.Playwright;

namespace KassaSurvey.EndToEnd.Fieldwork;

/// <summary>Members are drawn for next year's wave; this year's is followed to its end.</summary>
public sealed class FieldworkTests(Site site) : IClassFixture<Site>
{
    private static readonly int ThisYear = TimeProvider.System.GetUtcNow().Year;

    [BrowserFact]
    public async Task Sample_PlannedAndDrawn_StandsBesideThePopulation()
    {
        await using var person = await site.Browser.OpenAsync(Browser.Desktop, bypassPolicy: true);
        var page = await site.SignInAsync(person, "SurveyManager");
        await site.OpenAsync(page, "/surveys", ".wave-list-head button");
        await page.Locator(".wave-list-head button").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the draft" }).ClickAsync();
        await page.Locator(".wave-steps a").Filter(new() { HasText = "Sample" }).ClickAsync();

        // In contact within six months, as the form proposes; then by region.
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".conditions")).ToContainTextAsync("in contact within 6 months");
        await page.GetByLabel("Stratified random sample").CheckAsync();
        await page.GetByLabel("Strata by").SelectOptionAsync("region");
        await page.GetByLabel("Members to draw").FillAsync("120");
        await page.GetByLabel("Members to draw").BlurAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what this gives" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What the draw gives" })).ToBeVisibleAsync();
        await PageCheck.LookAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Draw 120 members" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Draw", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Drawn: 120 of" })).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Drawn: 120 of" })).ToBeVisibleAsync();
        await PageCheck.LookAsync(page);
    }

    [BrowserFact]
    public async Task Wave_FollowedAndClosed_IsSealed()
    {
        await using var person = await site.Browser.OpenAsync(Browser.Desktop, bypassPolicy: true);
        var page = await site.SignInAsync(person, "SurveyManager");
        await site.OpenAsync(page, string.Create(CultureInfo.InvariantCulture, $"/surveys/member-satisfaction/{ThisYear}"), "[aria-labelledby=end-title] .mud-button-root");
        await Assertions.Expect(page.Locator(".funnel").First).ToContainTextAsync("Invited");
        await PageCheck.LookAsync(page);

        var later = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(9);
        await page.GetByLabel("Last day of answering").FillAsync(later.ToString("O", CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = "Move the last day" }).ClickAsync();
        await Assertions.Expect(page.Locator("#fieldwork-title")).ToContainTextAsync(later.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en")));

        await page.GetByRole(AriaRole.Button, new() { Name = "Close now" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close now" }).ClickAsync();
        await Assertions.Expect(page.Locator("#fieldwork-title")).ToContainTextAsync("Closed on");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Close now" })).ToHaveCountAsync(0);
    }
}
