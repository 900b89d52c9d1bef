using System.Net;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Web.Tests.Endpoints;

public sealed class ReceiptTests(RespondingHost host) : IClassFixture<RespondingHost>
{
    [Theory]
    [InlineData(Languages.English, "The answers are erased")]
    [InlineData(Languages.Finnish, "Vastaukset on poistettu")]
    [InlineData(Languages.Swedish, "Svaren är raderade")]
    [InlineData(Languages.Danish, "Svarene er slettet")]
    public async Task Receipt_FromThanksToErasure_TakesTheAnswerAndNoOther(string language, string erased)
    {
        var browser = host.NewBrowser();
        await browser.OpenAsync($"/s/{await host.InviteAsync(language)}");
        await browser.StartAsync();
        browser.Choose("MATTER", "NONE");
        await browser.PressAsync("next");
        while (browser.Page.QuerySelector("#forward") is { } forward)
        {
            await browser.PressAsync(forward.GetAttribute("value")!);
        }

        var code = browser.Page.QuerySelector(".receipt")!.TextContent;
        await browser.OpenAsync(browser.Path);
        Assert.Equal(code, browser.Page.QuerySelector(".receipt")!.TextContent);
        await using var db = host.Open();
        var before = await db.Responses.CountAsync();

        // On another device, typed as people type.
        var other = host.NewBrowser();
        await other.OpenAsync(browser.Page.QuerySelector("footer a[href^='/receipt']")!.GetAttribute("href")!);
        Assert.Equal(language, other.Page.DocumentElement.GetAttribute("lang"));
        await other.SendAsync([new("code", $" {code.ToLowerInvariant().Replace('-', ' ').Replace('0', 'o')} "), new("language", language)]);
        Assert.Equal((HttpStatusCode.OK, before), (other.Status, await db.Responses.CountAsync()));
        await other.PressAsync("erase");

        Assert.Equal(erased, other.Heading);
        Assert.Equal(before - 1, await db.Responses.CountAsync());
        Assert.False(await db.Answers.AnyAsync(answer => !db.Responses.Any(response => response.Id == answer.ResponseId)));
        await other.OpenAsync("/receipt");
        await other.SendAsync([new("code", code)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.NotNull(other.Page.QuerySelector(".error-summary a[href='#code']"));
    }

    [Fact]
    public async Task Receipt_TriedTooOften_IsRefusedForAWhile()
    {
        var browser = host.NewBrowser();
        await browser.OpenAsync("/receipt");
        var seen = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 40; attempt++)
        {
            using var content = new FormUrlEncodedContent([new("code", $"0000-0000-0000-{attempt:0000}")]);
            seen.Add((await browser.PostAsync("/receipt", content)).StatusCode);
        }

        Assert.Subset(new HashSet<HttpStatusCode> { HttpStatusCode.UnprocessableEntity, HttpStatusCode.TooManyRequests }, seen.ToHashSet());
        Assert.Equal(HttpStatusCode.TooManyRequests, seen[^1]);
    }

    [Fact]
    public async Task Receipt_Malformed_GivesNoServerError()
    {
        var browser = host.NewBrowser();
        foreach (var content in new HttpContent[] { new StringContent("{}"), new StringContent("%zz&&=&", null, "application/x-www-form-urlencoded"), new ByteArrayContent(new byte[9]) })
        {
            Assert.True((int)(await browser.PostAsync("/receipt", content)).StatusCode < 500);
            content.Dispose();
        }
    }
}
