using System.Text.RegularExpressions;
using KassaSurvey.EndToEnd.Accessibility;
using KassaSurvey.EndToEnd.Harness;
using Microsoft.Playwright;

namespace KassaSurvey.EndToEnd.Overview;

/// <summary>From the overview down to one question and back, and across to groups and priorities.</summary>
[Collection(Site.Name)]
public partial class DrilldownTests(Site site)
{
    private const string Controls = ".ks-controls [role=combobox]";

    [BrowserFact]
    public async Task Overview_DownToAQuestionAndBack_KeepsYearAndFilter()
    {
        await using var person = await site.Browser.OpenAsync(Browser.Desktop);
        var page = await site.SignInAsync(person, "Manager");
        await site.OpenAsync(page, "/?year=2020&where=region%3AUusimaa", Controls);

        // By keyboard alone: the link is reached and followed with Enter.
        await page.GetByRole(AriaRole.Link, new() { Name = "Application handling" }).PressAsync("Enter");
        await Assertions.Expect(Heading(page)).ToHaveTextAsync("Application handling");
        await page.GetByRole(AriaRole.Link, new() { Name = "How quickly the application was processed" }).ClickAsync();
        await Assertions.Expect(Heading(page)).ToHaveTextAsync("How quickly the application was processed");
        await Assertions.Expect(page.Locator(".ks-population")).ToContainTextAsync("Uusimaa");
        await Assertions.Expect(page.Locator(".ks-spread tbody tr")).ToHaveCountAsync(8);

        await page.GetByRole(AriaRole.Link, new() { NameRegex = Read() }).ClickAsync();
        await Assertions.Expect(page.Locator(".ks-comment").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Next" }).ClickAsync();
        await Assertions.Expect(page.Locator(".ks-pager")).ToContainTextAsync("2");

        await page.GoBackAsync();
        await page.GoBackAsync();
        await Assertions.Expect(Heading(page)).ToHaveTextAsync("How quickly the application was processed");
        await page.GoBackAsync();
        await Assertions.Expect(Heading(page)).ToHaveTextAsync("Application handling");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Where this page is" }).GetByRole(AriaRole.Link, new() { Name = "Overview" }).ClickAsync();
        await Assertions.Expect(page.Locator(".ks-tiles")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".ks-population")).ToContainTextAsync("Uusimaa");
        Assert.Contains("year=2020", page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Groups_ByAnotherSegment_AndOrdered_StandInTheAddress()
    {
        await using var person = await site.Browser.OpenAsync(Browser.Desktop);
        var page = await site.SignInAsync(person, "Manager");
        await site.OpenAsync(page, "/groups?year=2020&by=region", Controls);

        await page.GetByRole(AriaRole.Combobox, new() { Name = "Group by" }).ClickAsync();
        await page.Locator(".mud-popover-open .mud-list-item").Filter(new() { HasTextRegex = Age() }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "18-34" })).ToBeVisibleAsync();
        Assert.Contains("by=age", page.Url, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Columnheader, new() { Name = "18-34" }).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.Locator("th[aria-sort=descending]")).ToContainTextAsync("18-34");
        var copied = page.Url;
        var tab = await person.NewPageAsync();
        await tab.GotoAsync(copied);
        await Assertions.Expect(tab.Locator("th[aria-sort=descending]")).ToContainTextAsync("18-34");
    }

    [BrowserFact]
    public async Task Result_Shared_IsSeenWithoutAnAccountUntilItIsEnded()
    {
        await using var person = await site.Browser.OpenAsync(Browser.Desktop);
        var page = await site.SignInAsync(person, "Manager");
        await site.OpenAsync(page, "/share?year=2020&where=region%3AUusimaa", "main button.mud-button-root");
        await page.GetByLabel("For whom").FillAsync("the board");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        var address = await page.Locator(".portal-pattern a").GetAttributeAsync("href");

        await using var guest = await site.Browser.OpenAsync(Browser.Phone, "fi-FI", bypassPolicy: true);
        var shared = await guest.NewPageAsync();
        await shared.GotoAsync(address!);
        await Assertions.Expect(shared.Locator(".ks-tiles")).ToBeVisibleAsync();
        await Assertions.Expect(shared.Locator(".ks-population")).ToContainTextAsync("Uusimaa");
        await PageCheck.AssertCleanAsync(shared);
        Assert.Equal(Browser.Phone, await shared.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));

        await page.GetByRole(AriaRole.Button, new() { Name = "End the link: the board" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "End the link: the board" })).ToHaveCountAsync(0);
        await shared.ReloadAsync();
        await Assertions.Expect(shared.Locator(".ks-tiles")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task View_Saved_LeadsBackToTheSamePage()
    {
        await using var person = await site.Browser.OpenAsync(Browser.Desktop);
        var page = await site.SignInAsync(person, "Analyst");
        await site.OpenAsync(page, "/groups?year=2019&by=age", Controls);
        await page.GetByRole(AriaRole.Button, new() { Name = "Views" }).ClickAsync();
        await page.GetByText("Save this view").ClickAsync();
        await page.GetByLabel("Name").FillAsync("Ages 2019");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        await site.OpenAsync(page, "/?year=2020", Controls);
        await page.GetByRole(AriaRole.Button, new() { Name = "Views" }).ClickAsync();
        await page.GetByText("Ages 2019").ClickAsync();

        await Assertions.Expect(page.Locator(".ks-heat")).ToBeVisibleAsync();
        Assert.Contains("year=2019", page.Url, StringComparison.Ordinal);
    }

    [BrowserTheory]
    [InlineData(Browser.Desktop, ColorScheme.Light)]
    [InlineData(Browser.Phone, ColorScheme.Dark)]
    public async Task Pages_OfResults_HaveNoViolationAndDoNotScrollSideways(int width, ColorScheme scheme)
    {
        await using var person = await site.Browser.OpenAsync(width, "fi-FI", bypassPolicy: true);
        var page = await site.SignInAsync(person, "Manager");
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        foreach (var (path, element) in new[]
        {
            ("/groups?year=2020&by=region&with=age", ".ks-heat"),
            ("/areas/HANDLING?year=2020", ".ks-table"),
            ("/questions/HAN_SPEED?year=2020", ".ks-spread"),
            ("/priorities?year=2020", ".ks-quadrants"),
            ("/trend?year=2022", ".ks-chart"),
            ("/compare?year=2020&by=age", ".ks-table"),
        })
        {
            await site.OpenAsync(page, path, Controls);
            await Assertions.Expect(page.Locator(element).First).ToBeVisibleAsync();
            await PageCheck.AssertCleanAsync(page);
            Assert.Equal(width, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        }
    }

    private static ILocator Heading(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    [GeneratedRegex("^Read what members answered")]
    private static partial Regex Read();

    [GeneratedRegex(@"^\s*Age\s*$")]
    private static partial Regex Age();
}
