using System.Net;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Web.Tests.Endpoints;

/// <summary>One link, opened more than once.</summary>
public sealed class RespondingSessionsTests(RespondingHost host) : IClassFixture<RespondingHost>
{
    private const string Thanks = "Thank you for your answers";
    private const string AlreadyAnswered = "You have already answered – thank you";

    [Fact]
    public async Task Link_SubmittedFromEightSessionsAtOnce_GivesExactlyOneResponseAHundredTimes()
    {
        for (var attempt = 1; attempt <= 100; attempt++)
        {
            var token = await host.InviteAsync();
            var before = await CountAsync();
            var sessions = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => AtLastPageAsync(token))));

            await Task.WhenAll(sessions.Select(session => Task.Run(() => session.PressAsync("submit"))));

            Assert.Equal((before.All + 1, before.Completed + 1), await CountAsync());
            Assert.All(sessions, session => Assert.Equal(HttpStatusCode.OK, session.Status));
            Assert.All(sessions, session => Assert.Contains(session.Heading, new[] { Thanks, AlreadyAnswered }));
            Assert.Single(sessions, session => session.Heading == Thanks);
        }

        Assert.Empty(host.Warnings);
    }

    [Fact]
    public async Task Link_InTwoBrowsers_KeepsTheLaterSaveOfEachAnswerAndStaysSubmitted()
    {
        var token = await host.InviteAsync();
        var (phone, laptop) = (host.NewBrowser(), host.NewBrowser());
        await StartAsync(phone, token);
        phone.Choose("MATTER", "BENEFIT");
        await phone.PressAsync("next");
        await StartAsync(laptop, token);
        Assert.Equal(phone.Path, laptop.Path);

        // Each answer as it is chosen, by turns: the phone's grade comes last, the laptop's channel is nobody else's.
        await ChooseAsync(laptop, "OVERALL", "3");
        await ChooseAsync(laptop, "CHANNELS", "PHONE");
        await ChooseAsync(phone, "OVERALL", "6");
        await laptop.OpenAsync(laptop.Path);
        Assert.True(laptop.IsChosen("OVERALL", "6") && laptop.IsChosen("CHANNELS", "PHONE"));

        // A whole page, left later, stands against the single answer before it.
        laptop.Choose("OVERALL", "2");
        await laptop.PressAsync("next");
        await phone.OpenAsync(phone.Path);
        Assert.True(phone.IsChosen("OVERALL", "2") && phone.IsChosen("CHANNELS", "PHONE"));

        await ToLastPageAsync(phone);
        await phone.PressAsync("submit");
        Assert.Equal(Thanks, phone.Heading);
        var submitted = await host.FingerprintAsync();
        await laptop.PressAsync("next");
        Assert.Equal((HttpStatusCode.OK, AlreadyAnswered), (laptop.Status, laptop.Heading));
        Assert.Equal(submitted, await host.FingerprintAsync());
        await using var db = host.Open();
        var overall = host.Wave.Questions.Single(question => question.Code == "OVERALL").Id;
        Assert.Equal(AnswerValue.Of(2), (await db.Answers.SingleAsync(row => row.QuestionId == overall && row.Code == 2)).Value);
    }

    private static async Task StartAsync(MemberBrowser browser, string token)
    {
        await browser.OpenAsync($"/s/{token}");
        await browser.StartAsync();
    }

    /// <summary>As the page with script sends a choice.</summary>
    private static async Task ChooseAsync(MemberBrowser browser, string code, string value)
    {
        var seal = browser.Fields().Single(field => field.Key.StartsWith("__", StringComparison.Ordinal));
        using var content = new FormUrlEncodedContent([seal, new($"q-{code}", value), new("go", "save")]);
        Assert.Equal(HttpStatusCode.NoContent, (await browser.PostAsync(browser.Path, content)).StatusCode);
    }

    private static async Task ToLastPageAsync(MemberBrowser browser)
    {
        await browser.OpenAsync($"{browser.Path[..browser.Path.LastIndexOf('/')]}/9999");
        await browser.OpenAsync(browser.Response.Headers.Location!.ToString());
    }

    private async Task<MemberBrowser> AtLastPageAsync(string token)
    {
        var browser = host.NewBrowser();
        await StartAsync(browser, token);
        await ToLastPageAsync(browser);
        return browser;
    }

    private async Task<(int All, int Completed)> CountAsync()
    {
        await using var db = host.Open();
        return (await db.Responses.CountAsync(), await db.Responses.CountAsync(row => row.Status == ResponseStatus.Completed));
    }
}
