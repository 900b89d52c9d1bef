using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Application.Features.Waves;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Web.Commands;
using KassaSurvey.Web.Tests.Security;
using Microsoft.Extensions.DependencyInjection;

namespace KassaSurvey.Web.Tests.Endpoints;

/// <summary>
/// Last year's wave is copied, one question asked differently, one put on a scale of 1 to 6; members answer both years on their pages, and
/// a manager reads what can be compared and what cannot.
/// </summary>
public sealed class ChangedQuestionsTests(RespondingHost host) : IClassFixture<RespondingHost>
{
    private const int Members = 8;
    private const string Reworded = "How long did you wait for the money on your account";

    [Fact]
    public async Task Overview_OfAYearWithChangedQuestions_SaysWhatIsComparableAndWhatIsNot()
    {
        var wave = await ComposedWave.OpenAsync(host, 2027, Edits, ("HAN_SPEED", QuestionChange.Different), ("IMG_TRUST", QuestionChange.ScaleChanged));
        for (var member = 0; member < Members; member++)
        {
            await AnswerAsync(host.Wave, member);
            await AnswerAsync(wave, member);
        }

        // What may be said of a change is said when the field work has ended.
        Assert.True((await host.Services.GetRequiredService<CloseWave>().ExecuteAsync(Viewer.Operator, wave.Id, CancellationToken.None)).IsSuccess);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            await DemoAccounts.AddAsync(scope.ServiceProvider, host.Survey.Fund.Id);
        }

        var manager = new StaffBrowser(host.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true }));
        await manager.SignInAsync(DemoAccounts.All.Single(account => account.Role == Role.Manager).Email, DemoAccounts.Password);
        var page = (await manager.GetAsync("/?year=2027&compare=2026")).Document;

        var rows = page.QuerySelectorAll(".ks-table tbody tr").ToDictionary(
            row => row.QuerySelector("th")!.FirstChild!.TextContent.Trim(),
            row => (All: Spaced(row.TextContent), Verdict: Spaced(row.QuerySelector(".ks-verdict")?.ParentElement?.TextContent ?? "")));
        Assert.Equal("≠not comparable", rows[Reworded].Verdict);
        Assert.Matches(@"^≠not comparable ?Other scale; index [+−±]?\d+\.\d$", rows["The fund can be trusted."].Verdict);
        var areas = rows.Where(row => row.Value.All.Contains("Compared on", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, areas.Count);
        Assert.Contains("Compared on 3 of 4 questions", rows["Application handling"].All, StringComparison.Ordinal);
        Assert.Contains("Compared on 2 of 3 questions", rows["Image"].All, StringComparison.Ordinal);
        // Everything else is compared, and says nothing about a scale.
        var others = rows.Where(row => row.Key is not (Reworded or "The fund can be trusted.")).ToList();
        Assert.True(others.Count > 15);
        Assert.All(others, row => Assert.DoesNotContain("not comparable", row.Value.All, StringComparison.Ordinal));
        Assert.All(others, row => Assert.DoesNotContain("Other scale", row.Value.All, StringComparison.Ordinal));
    }

    private static IEnumerable<DraftEdit> Edits(Draft draft)
    {
        foreach (var language in Languages.All)
        {
            yield return new DraftEdit.SetText(
                TextKey.Of("HAN_SPEED", TextPart.Question), language, language == Languages.English ? Reworded : $"Kuinka pitkään odotit rahaa tilillesi ({language})");
        }

        var trust = draft.Questions.Single(question => question.Content.Code == "IMG_TRUST").Content;
        yield return new DraftEdit.ChangeQuestion("IMG_TRUST", trust with { Scale = new AnswerScale(1, 6) });
    }

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Everything that is asked, page by page: a grade of the member's own on every scale, the first of every choice.</summary>
    private async Task AnswerAsync(Wave wave, int member)
    {
        var browser = host.NewBrowser();
        await browser.OpenAsync($"/s/{await host.InviteAsync(wave: wave)}");
        await browser.StartAsync();
        while (browser.Page.QuerySelector<IHtmlButtonElement>("#forward") is { } forward)
        {
            foreach (var question in browser.Form.QuerySelectorAll<IHtmlInputElement>("input[name^='q-']").GroupBy(input => input.Name!["q-".Length..]))
            {
                var values = question.Select(input => input.Value).Where(value => value.Length > 0).ToList();
                var steps = values.TakeWhile(value => int.TryParse(value, out _)).Count();
                browser.Choose(question.Key, steps > 2 ? values[3 + (member % (steps - 3))] : values[0]);
            }

            await browser.PressAsync(forward.Value);
        }

        Assert.Contains("/done", browser.Path, StringComparison.Ordinal);
    }
}
