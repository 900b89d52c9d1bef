using System.Security.Cryptography;
using KassaSurvey.EndToEnd.Accessibility;
using KassaSurvey.EndToEnd.Harness;
using Microsoft.Playwright;

namespace KassaSurvey.EndToEnd.Reporting;

/// <summary>An analyst words and freezes the yearly report; a manager approves it and takes the files home.</summary>
[Collection(Site.Name)]
public sealed class ReleaseTests(Site site)
{
    private const string Words = "Members rate the fund 6.02, their best grade so far.";

    [BrowserFact]
    public async Task Report_WordedFrozenAndApproved_IsPublicWithItsFiles()
    {
        await using var analyst = await site.Browser.OpenAsync(Browser.Desktop, bypassPolicy: true);
        var page = await site.SignInAsync(analyst, "Analyst");
        await site.OpenAsync(page, "/report?year=2019", ".ks-sentences button");

        await page.Locator(".ks-sentences button").First.ClickAsync();
        await page.Locator(".ks-sentences textarea").First.FillAsync(Words);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".ks-sentences li").First).ToContainTextAsync(Words);
        await Assertions.Expect(page.Locator(".ks-sentences li").First).ToContainTextAsync("Worded by Analyst");

        await page.GetByRole(AriaRole.Button, new() { Name = "Freeze", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".ks-release")).ToContainTextAsync("awaits approval", new() { Timeout = 30_000 });
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Approve" })).ToHaveCountAsync(0);
        await PageCheck.AssertCleanAsync(page);

        await using var manager = await site.Browser.OpenAsync(Browser.Phone, bypassPolicy: true);
        var other = await site.SignInAsync(manager, "Manager");
        await site.OpenAsync(other, "/report?year=2019", ".ks-release button");
        await other.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Assertions.Expect(other.Locator(".ks-state")).ToContainTextAsync("public since");
        await other.Locator(".ks-release summary").ClickAsync();
        var row = other.Locator(".ks-release tbody tr", new() { HasText = "-v1-en.pdf" });
        var download = await other.RunAndWaitForDownloadAsync(() => row.Locator("a").ClickAsync());

        await using var file = File.OpenRead(await download.PathAsync());
        Assert.Equal(await row.Locator(".ks-hash").TextContentAsync(), Convert.ToHexStringLower(await SHA256.HashDataAsync(file)));
        await PageCheck.AssertCleanAsync(other);

        // Anybody, on the page that the fund links to.
        var address = await other.Locator(".ks-release a[target=_blank]").GetAttributeAsync("href");
        await using var anybody = await site.Browser.OpenAsync(Browser.Phone, bypassPolicy: true);
        var visitor = await anybody.NewPageAsync();
        await visitor.GotoAsync(site.App.Address + address);
        await Assertions.Expect(visitor.Locator("h1")).ToContainTextAsync("2019");
        await PageCheck.AssertCleanAsync(visitor);
        var taken = await visitor.RunAndWaitForDownloadAsync(() => visitor.GetByRole(AriaRole.Link, new() { Name = "PowerPoint" }).ClickAsync());
        Assert.EndsWith("-v1-en.pptx", taken.SuggestedFilename, StringComparison.Ordinal);
    }
}
