using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using KassaSurvey.EndToEnd.Answering;
using KassaSurvey.EndToEnd.Harness;
using Microsoft.Playwright;

namespace KassaSurvey.EndToEnd.Accessibility;

/// <summary>What axe can find by itself (WCAG 2.2 A and AA, and good practice) on the pages people see first.</summary>
[Collection(Site.Name)]
public class AccessibilityTests(Site site)
{
    [BrowserTheory]
    [InlineData(Browser.Desktop, ColorScheme.Light)]
    [InlineData(Browser.Phone, ColorScheme.Light)]
    [InlineData(Browser.Phone, ColorScheme.Dark)]
    public async Task Answering_FromLandingToThanks_HasNoViolation(int width, ColorScheme scheme)
    {
        var link = await site.App.NewMemberLinkAsync();
        await using var person = await site.Browser.OpenAsync(width, "fi-FI", bypassPolicy: true);
        var member = new MemberJourney(await person.NewPageAsync());
        await member.Page.EmulateMediaAsync(new() { ColorScheme = scheme });

        await member.Page.GotoAsync(link);
        await AssertCleanAsync(member.Page);
        await member.ForwardAsync();
        while (!member.IsDone)
        {
            await AssertCleanAsync(member.Page);
            await member.AnswerPageAsync();
            await AssertCleanAsync(member.Page);
            await member.ForwardAsync();
        }

        await AssertCleanAsync(member.Page);
    }

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
        await AssertCleanAsync(first);

        var page = await site.SignInAsync(person, "Manager");
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await site.OpenOverviewAsync(page, 2020);
        await Assertions.Expect(page).ToHaveTitleAsync(new Regex("2020"));
        await AssertCleanAsync(page);
    }

    [BrowserFact]
    public async Task WrongLink_HasNoViolation()
    {
        await using var person = await site.Browser.OpenAsync(Browser.Phone, bypassPolicy: true);
        var page = await person.NewPageAsync();

        var answer = await page.GotoAsync(site.App.Address + "/s/not-a-link");

        Assert.Equal(404, answer!.Status);
        await AssertCleanAsync(page);
    }

    private static async Task AssertCleanAsync(IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        });
        var found = result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {rule.Help}\n    {node.Html}"));
        Assert.True(result.Violations.Length == 0, $"{new Uri(page.Url).AbsolutePath}\n{string.Join('\n', found)}");
    }
}
