using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace KassaSurvey.EndToEnd.Answering;

/// <summary>A member who opens a link and answers page by page, by clicking what a person sees.</summary>
internal sealed partial class MemberJourney(IPage page)
{
    private const int MostPages = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public IPage Page => page;

    /// <summary>Number of the page in the address; 0 when it is not a page of the questionnaire.</summary>
    public int PageNumber => Number().Match(page.Url) is { Success: true } match
        ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
        : 0;

    public bool IsDone => page.Url.Contains("/done", StringComparison.Ordinal);

    /// <summary>Opens the link and presses Start or Continue.</summary>
    public async Task BeginAsync(string link)
    {
        await page.GotoAsync(link);
        await ForwardAsync();
    }

    /// <summary>Answers every question of the page: a good grade, the first option, a few words.</summary>
    public async Task AnswerPageAsync()
    {
        foreach (var question in await page.Locator("fieldset.question").AllAsync())
        {
            var steps = question.Locator("label.step-tile");
            var choice = await steps.CountAsync() is > 0 and var count ? steps.Nth(count - 2) : question.Locator("label.choice").First;
            await choice.ClickAsync();
        }

        foreach (var text in await page.Locator("textarea").AllAsync())
        {
            await text.FillAsync("Kiitos! Käsittely oli nopea – på svenska också.");
        }

        foreach (var number in await page.Locator("input.number").AllAsync())
        {
            await number.FillAsync("3");
        }
    }

    public Task ForwardAsync() => PressAsync("#forward");

    public Task BackAsync() => PressAsync("button[name=go][value=back]");

    /// <summary>What is filled in on the page: name and value of each answer, in order.</summary>
    public async Task<string[]> FilledInAsync()
    {
        List<string> answers = [];
        foreach (var field in await page.Locator("#survey input:checked, #survey textarea, #survey input.number").AllAsync())
        {
            answers.Add($"{await field.GetAttributeAsync("name")}={await field.InputValueAsync()}");
        }

        return [.. answers.Order(StringComparer.Ordinal)];
    }

    /// <summary>Answers the rest of the questionnaire and submits.</summary>
    /// <returns>The pages answered on the way.</returns>
    public async Task<int> FinishAsync()
    {
        for (var pages = 0; pages < MostPages; pages++)
        {
            if (IsDone)
            {
                return pages;
            }

            await AnswerPageAsync();
            await ForwardAsync();
        }

        throw new InvalidOperationException($"After {MostPages} pages the questionnaire has not ended: {page.Url}");
    }

    /// <summary>Presses the button of a language, which keeps what is filled in.</summary>
    public Task SwitchAsync(string language) => PressAsync($".languages button[value={language}]");

    private Task PressAsync(string button) => MovedByAsync(() => page.Locator(button).First.ClickAsync());

    /// <summary>Every press is a post and a redirect: it is over when the browser shows another document.</summary>
    public async Task MovedByAsync(Func<Task> press)
    {
        var moved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        page.FrameNavigated += OnNavigated;
        try
        {
            await press();
            await moved.Task.WaitAsync(Patience);
            await page.WaitForFunctionAsync("() => document.readyState === 'complete'");
        }
        finally
        {
            page.FrameNavigated -= OnNavigated;
        }

        void OnNavigated(object? sender, IFrame frame)
        {
            if (frame == page.MainFrame)
            {
                moved.TrySetResult();
            }
        }
    }

    [GeneratedRegex(@"/answer/[^/]+/(\d+)")]
    private static partial Regex Number();
}
