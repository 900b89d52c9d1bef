using KassaSurvey.EndToEnd.Accessibility;
using KassaSurvey.EndToEnd.Answering;
using KassaSurvey.EndToEnd.Harness;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace KassaSurvey.EndToEnd.Interviewing;

/// <summary>The interviewer's page as an interviewer uses it: the hand on the keyboard, the eyes on the question.</summary>
[Collection(Site.Name)]
public class InterviewTests(Site site)
{
    private const int MostQuestions = 60;
    private const int ShortWait = 3000;

    [BrowserFact]
    public async Task Answer_BegunByALetterAndFinishedOnThePhone_IsOneResponseOfThePhone()
    {
        var (number, code) = (await site.LettersAsync())[^1];
        await using var home = await site.Browser.OpenAsync(Browser.Phone);
        var member = new MemberJourney(await home.NewPageAsync());
        await member.Page.GotoAsync(site.App.Address + "/code");
        await member.Page.FillAsync("#code", code.ToLowerInvariant());
        await member.MovedByAsync(() => member.Page.ClickAsync("#survey button[type=submit]"));
        await member.ForwardAsync();
        await member.AnswerPageAsync();
        await member.ForwardAsync();
        var responses = await site.CountResponsesAsync();
        var phoned = await CountAsync("phone");

        await using var office = await site.Browser.OpenAsync(Browser.Desktop, bypassPolicy: true);
        var page = await site.SignInAsync(office, "Interviewer");
        await site.OpenInterviewsAsync(page);
        await page.Locator(".call-search input").FillAsync(number);
        await page.GetByRole(AriaRole.Button, new() { Name = "Find", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on with the interview" }).ClickAsync();
        await Assertions.Expect(page.Locator(".interview h1")).ToBeFocusedAsync();
        await CheckAsync(page);
        await AnswerByKeyboardAsync(page);

        Assert.Equal(responses + 1, await site.CountResponsesAsync());
        Assert.Equal(phoned + 1, await CountAsync("phone"));
        // The member's own browser, left open, finds that all is done.
        await member.Page.ReloadAsync();
        await Assertions.Expect(member.Page.Locator("#forward")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Call_WithoutAnInterview_IsNotedWithItsOutcome()
    {
        await using var office = await site.Browser.OpenAsync(Browser.Desktop, bypassPolicy: true);
        var page = await site.SignInAsync(office, "Interviewer");
        await site.OpenInterviewsAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Next to call" }).ClickAsync();
        await Assertions.Expect(page.Locator(".call-card")).ToBeVisibleAsync();
        await CheckAsync(page);
        var number = await page.Locator(".call-facts dd").First.InnerTextAsync();

        await page.Locator(".call-outcome .mud-select").First.ClickAsync();
        await page.Locator(".mud-popover-open .mud-list-item").GetByText("No answer", new() { Exact = true }).ClickAsync();
        // The day to call again comes with the outcome: the form is drawn anew before anything is written into it.
        await Assertions.Expect(page.Locator(".call-outcome .mud-picker").First).ToBeVisibleAsync();
        await page.GetByLabel("Note for the next caller").FillAsync("Rang for a long time.");
        await page.GetByLabel("Note for the next caller").BlurAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the outcome" }).ClickAsync();
        await Assertions.Expect(page.Locator(".call-said")).ToContainTextAsync("Saved.");

        await page.Locator(".call-search input").FillAsync(number);
        await page.GetByRole(AriaRole.Button, new() { Name = "Find", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".call-attempts")).ToContainTextAsync("Rang for a long time.");
    }

    /// <summary>Six on every scale, the first of every choice; what is written is left empty.</summary>
    private static async Task AnswerByKeyboardAsync(IPage page)
    {
        var progress = page.Locator(".interview-head .quiet");
        var finished = page.GetByText("The interview is finished");
        for (var question = 0; question < MostQuestions; question++)
        {
            if (await finished.CountAsync() > 0)
            {
                return;
            }

            var before = await progress.InnerTextAsync();
            if (await page.Locator(".interview-question textarea, .interview-question input").CountAsync() == 0)
            {
                await page.Locator(".interview h1").PressAsync(await page.Locator(".interview-scale").CountAsync() > 0 ? "6" : "1");
            }

            if (!await MovedAsync(page, before, ShortWait))
            {
                await page.Locator(".interview .mud-button-filled").ClickAsync();
                Assert.True(await MovedAsync(page, before, 10 * ShortWait), before);
            }
        }
    }

    /// <summary>True when another question, or none, is shown before the time is over.</summary>
    private static async Task<bool> MovedAsync(IPage page, string before, int milliseconds)
    {
        try
        {
            await page.WaitForFunctionAsync(
                "before => document.querySelector('.interview-head .quiet')?.innerText !== before", before, new() { Timeout = milliseconds });
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static async Task CheckAsync(IPage page)
    {
        foreach (var width in new[] { Browser.Phone, Browser.Desktop })
        {
            await page.SetViewportSizeAsync(width, 900);
            await PageCheck.AssertCleanAsync(page);
        }
    }

    private async Task<long> CountAsync(string mode)
    {
        await using var database = new SqliteConnection($"Data Source={site.App.Database};Mode=ReadOnly");
        await database.OpenAsync();
        await using var count = database.CreateCommand();
        count.CommandText = """SELECT COUNT(*) FROM "Responses" WHERE "Mode" = $mode AND "CompletedOn" IS NOT NULL""";
        count.Parameters.AddWithValue("$mode", mode);
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
