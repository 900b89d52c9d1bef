using System.Globalization;
using System.Text;
using KassaSurvey.EndToEnd.Accessibility;
using KassaSurvey.EndToEnd.Harness;
using KassaSurvey.Testing;
using Microsoft.Playwright;
using MimeKit;

namespace KassaSurvey.EndToEnd.Sending;

/// <summary>Plan, review and send as a survey manager does, to a real mail server, and open what has come as a member does.</summary>
public sealed class SendingTests(Browser browser) : IClassFixture<Browser>
{
    private const float Patience = 90_000;

    [BrowserFact]
    public async Task Manager_ReviewsAndSendsTheInvitation_AndMembersOpenIt()
    {
        await using var server = SmtpServer.Start();
        await using var app = await AppProcess.StartAsync(
            new("Mail__Host", "127.0.0.1"), new("Mail__Port", server.Port.ToString(CultureInfo.InvariantCulture)), new("Mail__Security", "None"),
            new("Mail__From", "survey@demo.example"));
        var sending = string.Create(CultureInfo.InvariantCulture, $"{app.Address}/surveys/member-satisfaction/{TimeProvider.System.GetUtcNow().Year}/sending");
        await using var person = await browser.OpenAsync(Browser.Desktop, bypassPolicy: true);
        var page = await SignInAsync(app, person);
        foreach (var part in new[] { "", "?part=plan", "?part=messages", "?part=messages&message=1&way=sms&language=fi" })
        {
            await page.GotoAsync(sending + part, new() { WaitUntil = WaitUntilState.NetworkIdle });
            foreach (var width in new[] { Browser.Phone, Browser.Desktop })
            {
                await page.SetViewportSizeAsync(width, 900);
                await PageCheck.AssertCleanAsync(page);
                await PageCheck.AssertNothingCutAsync(page);
            }
        }

        // The test runs at any hour of the day.
        await page.GotoAsync(sending + "?part=plan", new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.GetByLabel("Send from").FillAsync("00:00");
        await page.GetByLabel("Quiet from").FillAsync("23:59");
        await page.GetByLabel("Messages a minute at most").FillAsync("6000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the plan" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Saved.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Steps" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Review and send invitation" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Who gets what")).ToBeVisibleAsync();
        await PageCheck.AssertCleanAsync(page);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new(@"^Send \d+ messages$") }).ClickAsync();
        await Assertions.Expect(page.GetByText("messages are on their way")).ToBeVisibleAsync();
        var planned = int.Parse(await page.Locator(".sending-tallies dd").First.InnerTextAsync(), CultureInfo.InvariantCulture);
        await UntilAsync(() => server.Received.Count == planned);

        Assert.Equal(planned, server.Received.Select(mail => mail.To.Single()).Distinct().Count());
        await UntilAsync(async () =>
        {
            await page.ReloadAsync(new() { WaitUntil = WaitUntilState.NetworkIdle });
            return await page.Locator(".sending-tallies dt").First.InnerTextAsync() == "Sent";
        });
        await OpenAsMemberAsync(server.Received.First());
    }

    private static async Task<IPage> SignInAsync(AppProcess app, IBrowserContext person)
    {
        var (email, password) = app.SignInOf("SurveyManager");
        var page = await person.NewPageAsync();
        await page.GotoAsync(app.Address + "/account/sign-in");
        await page.FillAsync("#email", email);
        await page.FillAsync("#password", password);
        await page.Locator("form:has(#password) button[type=submit]").ClickAsync();
        await Assertions.Expect(page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("sign-in"));
        return page;
    }

    private async Task OpenAsMemberAsync(ReceivedMail received)
    {
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(received.Content));
        using var mail = MimeMessage.Load(stream);
        var language = mail.Body!.Headers[HeaderId.ContentLanguage];
        await using var phone = await browser.OpenAsync(Browser.Phone, bypassPolicy: true);
        var member = await phone.NewPageAsync();
        await member.GotoAsync(mail.TextBody!.Split('\n').First(line => line.Contains("/s/", StringComparison.Ordinal)).Trim());
        Assert.Equal(language, await member.Locator("html").GetAttributeAsync("lang"));
        await Assertions.Expect(member.Locator("#forward")).ToBeVisibleAsync();

        await member.GotoAsync(mail.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>'));
        Assert.Equal(language, await member.Locator("html").GetAttributeAsync("lang"));
        await PageCheck.AssertNothingCutAsync(member);
        await PageCheck.AssertCleanAsync(member);
        await member.Locator("#survey button").ClickAsync();
        await Assertions.Expect(member.Locator("#survey")).ToHaveCountAsync(0);
    }

    private static Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

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
