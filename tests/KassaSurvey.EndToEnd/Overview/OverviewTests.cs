using System.Text.RegularExpressions;
using KassaSurvey.EndToEnd.Harness;
using Microsoft.Playwright;

namespace KassaSurvey.EndToEnd.Overview;

[Collection(Site.Name)]
public partial class OverviewTests(Site site)
{
    [BrowserTheory]
    [InlineData("en-GB", "6.23", "6.02")]
    [InlineData("fi-FI", "6,23", "6,02")]
    public async Task Overview_Of2020_ShowsThePublishedGradeInTheReadersWay(string locale, string grade, string before)
    {
        await using var person = await site.Browser.OpenAsync(Browser.Desktop, locale);
        var page = await site.SignInAsync(person, "Manager");

        await page.GotoAsync(site.App.Address + "/?year=2020");

        await Assertions.Expect(Grade(page)).ToHaveTextAsync(grade);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(grade);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(before);
    }

    [BrowserFact]
    public async Task Overview_AnotherYearBackAndCopiedAddress_ShowWhatTheAddressSays()
    {
        await using var person = await site.Browser.OpenAsync(Browser.Desktop);
        var page = await site.SignInAsync(person, "Manager");
        await site.OpenOverviewAsync(page, 2020);
        await Assertions.Expect(Grade(page)).ToHaveTextAsync("6.23");

        await page.GetByRole(AriaRole.Combobox, new() { Name = "Year" }).ClickAsync();
        await page.Locator(".mud-popover-open .mud-list-item").Filter(new() { HasTextRegex = Year2019() }).ClickAsync();
        await Assertions.Expect(Grade(page)).ToHaveTextAsync("6.02");
        Assert.Contains("year=2019", page.Url, StringComparison.Ordinal);
        var copied = page.Url;

        await page.GoBackAsync();
        await Assertions.Expect(Grade(page)).ToHaveTextAsync("6.23");

        var tab = await person.NewPageAsync();
        await tab.GotoAsync(copied);
        await Assertions.Expect(Grade(tab)).ToHaveTextAsync("6.02");
    }

    [BrowserFact]
    public async Task Overview_InABrowser_RunsNothingForeignAndBreaksNoPolicy()
    {
        await using var person = await site.Browser.OpenAsync(Browser.Desktop);
        List<string> foreign = [];
        List<string> complaints = [];
        person.Request += (_, request) =>
        {
            if (!new Uri(request.Url).IsLoopback && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                foreign.Add(request.Url);
            }
        };
        person.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase))
            {
                complaints.Add(message.Text);
            }
        };

        var page = await site.SignInAsync(person, "Analyst");
        await page.GotoAsync(site.App.Address + "/?year=2020");
        await Assertions.Expect(Grade(page)).ToHaveTextAsync("6.23");

        Assert.Empty(foreign);
        Assert.Empty(complaints);
    }

    [BrowserFact]
    public async Task Overview_Interviewer_IsNotShown()
    {
        await using var person = await site.Browser.OpenAsync(Browser.Desktop);
        var page = await site.SignInAsync(person, "Interviewer");

        await page.GotoAsync(site.App.Address + "/?year=2020");

        Assert.Equal(0, await page.GetByText("6.23").CountAsync());
        Assert.Equal(0, await page.Locator(".ks-tiles").CountAsync());
    }

    private static ILocator Grade(IPage page) => page.Locator(".ks-tile-value").First;

    [GeneratedRegex(@"^\s*2019\s*$")]
    private static partial Regex Year2019();
}
