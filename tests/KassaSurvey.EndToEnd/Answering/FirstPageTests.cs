using KassaSurvey.EndToEnd.Harness;
using Microsoft.Playwright;

namespace KassaSurvey.EndToEnd.Answering;

[Collection(Site.Name)]
public class FirstPageTests(Site site)
{
    private const int MostBytes = 30 * 1024;

    [BrowserFact]
    public async Task FirstPage_WithLogoAndColour_IsWithinThirtyKilobytes()
    {
        var link = await site.App.NewMemberLinkAsync();
        await using var phone = await site.Browser.OpenAsync(Browser.Phone, "fi-FI");
        var page = await phone.NewPageAsync();
        var network = await phone.NewCDPSessionAsync(page);
        var (bytes, files) = (0.0, 0);
        network.Event("Network.loadingFinished").OnEvent += (_, loaded) =>
        {
            bytes += loaded!.Value.GetProperty("encodedDataLength").GetDouble();
            files++;
        };
        await network.SendAsync("Network.enable");

        await page.GotoAsync(link, new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.Equal(1, await page.Locator("img.logo").CountAsync());
        Assert.True(files >= 5, $"Only {files} files were counted.");
        Assert.True(bytes <= MostBytes, $"{bytes} bytes in {files} files");
    }

    [BrowserFact]
    public async Task FirstPage_SaysAllThatAMemberWantsToKnowBeforeAnswering()
    {
        var link = await site.App.NewMemberLinkAsync();
        await using var phone = await site.Browser.OpenAsync(Browser.Phone, "en-GB", script: false);
        var page = await phone.NewPageAsync();

        await page.GotoAsync(link + "?language=en");

        var facts = await page.Locator(".facts").InnerTextAsync();
        string[] expected = ["Example Fund", "You are a member", "About 4 minutes", "You answer anonymously", "at least 5 people", "Last day", "Aino Esimerkki"];
        Assert.All(expected, part => Assert.Contains(part, facts, StringComparison.Ordinal));
        var notice = page.Locator("details.more p").First;
        Assert.False(await notice.IsVisibleAsync());
        await page.ClickAsync("details.more summary");
        Assert.True(await notice.IsVisibleAsync());
    }
}
