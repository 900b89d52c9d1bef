using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KassaSurvey.EndToEnd.Accessibility;
using KassaSurvey.EndToEnd.Answering;
using KassaSurvey.EndToEnd.Harness;
using KassaSurvey.Testing;
using Microsoft.Playwright;
using MimeKit;

namespace KassaSurvey.EndToEnd.Fieldwork;

/// <summary>
/// A wave from the member file to its end in one go: import, sample, preview, open, send to a real mail server, answer, opt out,
/// follow, close. Only the import is a verb; everything else is done on pages.
/// </summary>
public sealed class FieldworkTests(Browser browser) : IClassFixture<Browser>
{
    private const int Imported = 40;
    private const int Drawn = 12;
    private const float Patience = 90_000;
    private static readonly int Year = TimeProvider.System.GetUtcNow().Year + 1;
    private static readonly string Wave = string.Create(CultureInfo.InvariantCulture, $"/surveys/member-satisfaction/{Year}");

    [BrowserFact]
    public async Task Wave_FromTheMemberFileToItsEnd_IsWalkedInOneGo()
    {
        await using var server = SmtpServer.Start();
        await using var app = await AppProcess.StartAsync(
            new("Mail__Host", "127.0.0.1"), new("Mail__Port", server.Port.ToString(CultureInfo.InvariantCulture)), new("Mail__Security", "None"),
            new("Mail__From", "survey@demo.example"));
        await ImportAsync(app);
        await using var person = await browser.OpenAsync(Browser.Desktop, bypassPolicy: true);
        var page = await SignInAsync(app, person);
        await DrawAsync(app, page);
        await OpenWaveAsync(page);
        await SendAsync(app, page);
        await UntilAsync(() => Task.FromResult(server.Received.Count == Drawn));
        Assert.Equal(Drawn, server.Received.Select(mail => mail.To.Single()).Distinct().Count());
        Assert.All(server.Received, mail => Assert.EndsWith("@walk.example", mail.To.Single(), StringComparison.Ordinal));

        await page.GotoAsync(app.Address + Wave + "?step=field", new() { WaitUntil = WaitUntilState.NetworkIdle });
        await Assertions.Expect(page.Locator(".funnel li").Nth(0)).ToContainTextAsync($"{Drawn}");
        await Assertions.Expect(page.Locator(".funnel li").Nth(2)).ToContainTextAsync("0 ");
        var lastDay = page.GetByLabel("Last day of answering");
        await lastDay.FocusAsync();
        await AnswerAsync(server.Received.First());
        await OptOutAsync(server.Received.Last());

        // The page follows by itself, and whoever works on it is not thrown out of the field.
        await Assertions.Expect(page.Locator(".funnel li").Nth(2)).ToContainTextAsync("1 ", new() { Timeout = Patience });
        await Assertions.Expect(lastDay).ToBeFocusedAsync();
        await FollowAsync(page);
        await ListMessagesAsync(app, page);
        await CloseAsync(app, page);
    }

    private static async Task ImportAsync(AppProcess app)
    {
        var file = app.Database + ".members.csv";
        string[] languages = ["fi", "sv", "en"];
        await File.WriteAllLinesAsync(
            file, Enumerable.Range(0, Imported).Select(i => $"W{1000 + i},{languages[i % 3]},w{i}@walk.example,Walkers").Prepend("number,language,e-mail,region"));
        await app.VerbAsync("import-members", "--fund", "demo", file);
    }

    private static async Task<IPage> SignInAsync(AppProcess app, IBrowserContext person)
    {
        var (email, password) = app.SignInOf("SurveyManager");
        var page = await person.NewPageAsync();
        await page.GotoAsync(app.Address + "/account/sign-in");
        await page.FillAsync("#email", email);
        await page.FillAsync("#password", password);
        await page.Locator("form:has(#password) button[type=submit]").ClickAsync();
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("sign-in"));
        return page;
    }

    private static async Task DrawAsync(AppProcess app, IPage page)
    {
        await page.GotoAsync(app.Address + "/surveys", new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.Locator(".wave-list-head button").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the draft" }).ClickAsync();
        await GoAsync(page, "Sample");
        await page.GetByLabel("Looks at").SelectOptionAsync("Segment");
        await page.Locator("#condition-segment").SelectOptionAsync("region");
        await page.GetByLabel("Walkers").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".conditions")).ToContainTextAsync("region is Walkers");
        await page.GetByLabel("Stratified random sample").CheckAsync();
        await page.GetByLabel("Strata by").SelectOptionAsync("language");
        await page.GetByLabel("Members to draw").FillAsync($"{Drawn}");
        await page.GetByLabel("Members to draw").BlurAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what this gives" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What the draw gives" })).ToBeVisibleAsync();
        await PageCheck.LookAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = $"Draw {Drawn} members" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Draw", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = $"Drawn: {Drawn} of {Imported}" })).ToBeVisibleAsync();
        await page.ReloadAsync(new() { WaitUntil = WaitUntilState.NetworkIdle });
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = $"Drawn: {Drawn} of {Imported}" })).ToBeVisibleAsync();
        await PageCheck.LookAsync(page);
    }

    private static async Task OpenWaveAsync(IPage page)
    {
        await GoAsync(page, "Preview");
        await Assertions.Expect(page.Locator("iframe")).ToBeVisibleAsync();
        await GoAsync(page, "Check");
        await page.GetByRole(AriaRole.Link, new() { Name = "The last day of answering is not set." }).ClickAsync();
        await page.Locator("#last-day").FillAsync($"{Year}-12-31");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the day" }).ClickAsync();
        await Assertions.Expect(page.GetByText($"The last day of answering is 31 December {Year}.")).ToBeVisibleAsync();
        await GoAsync(page, "Open");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open for answering" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Open for answering" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Open for answering");
    }

    private static async Task SendAsync(AppProcess app, IPage page)
    {
        foreach (var part in new[] { "", "?part=plan", "?part=messages", "?part=messages&message=1&way=sms&language=fi" })
        {
            await page.GotoAsync(app.Address + Wave + "/sending" + part, new() { WaitUntil = WaitUntilState.NetworkIdle });
            await PageCheck.LookAsync(page);
        }

        // The test runs at any hour of the day.
        await page.GotoAsync(app.Address + Wave + "/sending?part=plan", new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.GetByLabel("Send from").FillAsync("00:00");
        await page.GetByLabel("Quiet from").FillAsync("23:59");
        await page.GetByLabel("Messages a minute at most").FillAsync("6000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the plan" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Steps" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Review and send invitation" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Who gets what")).ToBeVisibleAsync();
        await PageCheck.AssertCleanAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = $"Send {Drawn} messages" }).ClickAsync();
        await Assertions.Expect(page.GetByText("messages are on their way")).ToBeVisibleAsync();
    }

    private async Task AnswerAsync(ReceivedMail received)
    {
        using var mail = Read(received);
        await using var phone = await browser.OpenAsync(Browser.Phone, bypassPolicy: true);
        var member = new MemberJourney(await phone.NewPageAsync());
        await member.BeginAsync(mail.TextBody!.Split('\n').First(line => line.Contains("/s/", StringComparison.Ordinal)).Trim());
        Assert.Equal(mail.Body!.Headers[HeaderId.ContentLanguage], await member.Page.Locator("html").GetAttributeAsync("lang"));
        await member.FinishAsync();
        Assert.True(member.IsDone);
    }

    private async Task OptOutAsync(ReceivedMail received)
    {
        using var mail = Read(received);
        await using var phone = await browser.OpenAsync(Browser.Phone, bypassPolicy: true);
        var member = await phone.NewPageAsync();
        await member.GotoAsync(mail.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>'));
        Assert.Equal(mail.Body!.Headers[HeaderId.ContentLanguage], await member.Locator("html").GetAttributeAsync("lang"));
        await PageCheck.AssertNothingCutAsync(member);
        await PageCheck.AssertCleanAsync(member);
        await member.Locator("#survey button").ClickAsync();
        await Assertions.Expect(member.Locator("#survey")).ToHaveCountAsync(0);
    }

    private static async Task FollowAsync(IPage page)
    {
        await UntilAsync(async () => (await page.Locator("[aria-labelledby=channels-title] tbody tr").Filter(new() { HasText = "Sent" }).First.InnerTextAsync()).Contains($"{Drawn}", StringComparison.Ordinal));
        await PageCheck.LookAsync(page);
        // One answer is too few for rates, and the page says so in words.
        await page.GetByRole(AriaRole.Button, new() { Name = "Count the outcomes" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Too few have answered")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause sending" }).ClickAsync();
        await Assertions.Expect(page.Locator(".notice").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on sending" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Pause sending" })).ToBeVisibleAsync();

        await page.GetByLabel("Last day of answering").FillAsync($"{Year}-11-30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Move the last day" }).ClickAsync();
        await Assertions.Expect(page.Locator("#fieldwork-title")).ToContainTextAsync($"30 November {Year}");
    }

    private static async Task ListMessagesAsync(AppProcess app, IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "See each message" }).ClickAsync();
        await Assertions.Expect(page.Locator("table tbody tr")).ToHaveCountAsync(Drawn);
        await PageCheck.LookAsync(page);
        await page.GotoAsync(app.Address + Wave + "?step=field", new() { WaitUntil = WaitUntilState.NetworkIdle });
    }

    private static async Task CloseAsync(AppProcess app, IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Close now" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close now" }).ClickAsync();
        await Assertions.Expect(page.Locator("#fieldwork-title")).ToContainTextAsync("Closed on");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Close now" })).ToHaveCountAsync(0);

        // The register was counted with the draw; one answer is too little to weight.
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Region" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what it gives" }).ClickAsync();
        await Assertions.Expect(page.Locator("[aria-labelledby=weights-title] [role=alert]")).ToContainTextAsync("Too few have answered");
        await PageCheck.LookAsync(page);
        var results = await app.VerbAsync(
            "results", "--fund", "demo", "--survey", "member-satisfaction", "--year", Year.ToString(CultureInfo.InvariantCulture), "--format", "json");
        // Sealed; its one answer stays hidden.
        Assert.Contains("\"v1-", results, StringComparison.Ordinal);
    }

    private static async Task GoAsync(IPage page, string step)
    {
        await page.Locator(".wave-steps a").Filter(new() { HasText = step }).ClickAsync();
        await Assertions.Expect(page.Locator(".wave-steps [aria-current=step]")).ToContainTextAsync(step);
        await Assertions.Expect(page.Locator(".wave-step .state-loading")).ToHaveCountAsync(0);
    }

    private static MimeMessage Read(ReceivedMail received)
    {
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(received.Content));
        return MimeMessage.Load(stream);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var waited = 0f; waited < Patience; waited += 250)
        {
            if (await isSo())
            {
                return;
            }

            await Task.Delay(250);
        }

        throw new TimeoutException("It did not come about.");
    }
}
