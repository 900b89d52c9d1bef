using KassaSurvey.EndToEnd.Harness;
using Microsoft.Playwright;

namespace KassaSurvey.EndToEnd.Answering;

/// <summary>A member without a mouse: Tab, Space, Enter, arrows and digits only.</summary>
[Collection(Site.Name)]
public class KeyboardTests(Site site)
{
    private const int MostTabs = 80;

    [BrowserFact]
    public async Task Survey_ByKeyboardOnly_IsAnsweredAndCounted()
    {
        var before = await site.CountResponsesAsync();
        var link = await site.App.NewMemberLinkAsync();
        await using var person = await site.Browser.OpenAsync(Browser.Desktop, "en-GB");
        var page = await person.NewPageAsync();
        var member = new MemberJourney(page);
        await page.GotoAsync(link);
        await TabToAsync(page, "#forward");
        await member.MovedByAsync(() => page.Keyboard.PressAsync("Enter"));

        while (!member.IsDone)
        {
            foreach (var question in await page.Locator("fieldset.question").AllAsync())
            {
                await AnswerAsync(page, question);
            }

            await TabToAsync(page, "#forward");
            await member.MovedByAsync(() => page.Keyboard.PressAsync("Enter"));
        }

        Assert.Equal(before + 1, await site.CountResponsesAsync());
    }

    [BrowserFact]
    public async Task Digit_InsideAScale_ChoosesAndOutsideDoesNothing()
    {
        var link = await site.App.NewMemberLinkAsync();
        await using var person = await site.Browser.OpenAsync(Browser.Desktop, "en-GB");
        var member = new MemberJourney(await person.NewPageAsync());
        await member.BeginAsync(link);
        var page = member.Page;
        var scale = page.Locator("fieldset.question:has(.scale)").First;
        while (await scale.CountAsync() == 0)
        {
            await member.AnswerPageAsync();
            await member.ForwardAsync();
        }

        await page.Keyboard.PressAsync("5");
        Assert.Equal(0, await page.Locator(".scale input:checked").CountAsync());

        await scale.Locator("input").First.FocusAsync();
        var saved = page.WaitForRequestAsync(request => request.Method == "POST");
        await page.Keyboard.PressAsync("5");

        Assert.Equal("5", await scale.Locator("input:checked").GetAttributeAsync("value"));
        Assert.Contains("go=save", (await saved).PostData, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("9");
        Assert.Equal("5", await scale.Locator("input:checked").GetAttributeAsync("value"));
        Assert.Equal(1, await page.Locator("input:checked").CountAsync());
    }

    /// <summary>A digit where there is a scale, Space elsewhere: radios by their group's one stop, boxes one by one.</summary>
    private static async Task AnswerAsync(IPage page, ILocator question)
    {
        var id = await question.Locator("input:not([type=hidden])").First.GetAttributeAsync("name");
        await TabToAsync(page, $"[name='{id}']");
        await page.Keyboard.PressAsync(await question.Locator(".scale").CountAsync() > 0 ? "6" : "Space");
        if (await question.Locator("input:checked").CountAsync() == 0)
        {
            await page.Keyboard.PressAsync("Space");
        }

        Assert.True(await question.Locator("input:checked").CountAsync() > 0, $"{id} could not be answered by keyboard");
    }

    private static async Task TabToAsync(IPage page, string target)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            if (await page.EvaluateAsync<bool>("target => document.activeElement.matches(target)", target))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"{target} on {page.Url} cannot be reached with Tab.");
    }
}
