using System.Net;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Web.Tests.Endpoints;

public sealed class RespondingWalkTests(RespondingHost host) : IClassFixture<RespondingHost>
{
    [Theory]
    [InlineData(Languages.English, "Thank you for your answers")]
    [InlineData(Languages.Finnish, "Kiitos vastauksistasi")]
    [InlineData(Languages.Swedish, "Tack för dina svar")]
    [InlineData(Languages.Danish, "Tak for dine svar")]
    public async Task Walk_FromLinkToThanks_StoresOneCompletedResponse(string language, string thanks)
    {
        var token = await host.InviteAsync(language);
        var browser = host.NewBrowser();
        await browser.OpenAsync($"/s/{token}");
        Assert.Equal(language, browser.Page.DocumentElement.GetAttribute("lang"));
        await browser.StartAsync();
        browser.Choose("MATTER", "BENEFIT");
        await browser.PressAsync("next");
        browser.Choose("CHANNELS", "PHONE");
        browser.Choose("OVERALL", "6");
        var pages = 2;
        while (browser.Page.QuerySelector("textarea") is null)
        {
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            Assert.Contains($"{pages}", browser.Page.QuerySelector("h1 .step")!.TextContent, StringComparison.Ordinal);
            await browser.PressAsync("next");
            pages++;
        }

        browser.Type("OPEN_DEV", "Snabbare svar, tack – ä & <b>");
        await browser.PressAsync("submit");

        Assert.Equal(thanks, browser.Heading);
        Assert.Equal(12, pages);
        await using var db = host.Open();
        var open = host.Wave.Questions.Single(question => question.Code == "OPEN_DEV").Id;
        var overall = host.Wave.Questions.Single(question => question.Code == "OVERALL").Id;
        var written = await db.Answers.Where(row => row.QuestionId == open && row.Text == "Snabbare svar, tack – ä & <b>")
            .Join(db.Responses.Where(row => row.Language == language), row => row.ResponseId, row => row.Id, (_, response) => response)
            .SingleAsync();
        Assert.Equal((ResponseStatus.Completed, new DateOnly(2026, 11, 10)), (written.Status, written.CompletedOn!.Value));
        Assert.Equal(AnswerValue.Of(6), (await db.Answers.SingleAsync(row => row.ResponseId == written.Id && row.QuestionId == overall)).Value);
        Assert.False(await db.Invitations.AnyAsync(row => row.OpenResponseId == written.Id));
    }

    [Fact]
    public async Task Walk_BackAndLanguage_KeepAnswersAndTokenOutOfTheAddress()
    {
        var token = await host.InviteAsync();
        var browser = host.NewBrowser();
        await browser.OpenAsync($"/s/{token}");
        await browser.StartAsync();
        Assert.StartsWith("/answer/", browser.Path, StringComparison.Ordinal);
        Assert.DoesNotContain(token, browser.Path + browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        browser.Choose("MATTER", "BENEFIT");
        await browser.PressAsync("next");
        browser.Choose("OVERALL", "5");

        await browser.PressAsync(Languages.Finnish);

        Assert.Equal(Languages.Finnish, browser.Page.DocumentElement.GetAttribute("lang"));
        Assert.True(browser.IsChosen("OVERALL", "5"));
        browser.Choose("OVERALL", "4");
        await browser.PressAsync("back");
        Assert.True(browser.IsChosen("MATTER", "BENEFIT"));
        await browser.PressAsync("next");
        Assert.True(browser.IsChosen("OVERALL", "4"));
        browser.Choose("OVERALL", "");
        await browser.PressAsync("next");
        await browser.PressAsync("back");
        Assert.DoesNotContain(Enumerable.Range(1, 7), step => browser.IsChosen("OVERALL", $"{step}"));
    }

    [Fact]
    public async Task Walk_OnAnotherDevice_GoesOnWhereItStopped()
    {
        var token = await host.InviteAsync();
        var phone = host.NewBrowser();
        await phone.OpenAsync($"/s/{token}");
        await phone.StartAsync();
        phone.Choose("MATTER", "MEMBER");
        await phone.PressAsync("next");

        var laptop = host.NewBrowser();
        await laptop.OpenAsync($"/s/{token}");
        Assert.Equal("Continue", laptop.Page.QuerySelector("#forward")!.TextContent);
        await laptop.StartAsync();

        Assert.EndsWith("/2", laptop.Path, StringComparison.Ordinal);
        await laptop.PressAsync("back");
        Assert.True(laptop.IsChosen("MATTER", "MEMBER"));
    }

    [Fact]
    public async Task Walk_SubmittedInTwoTabs_ThanksInBoth()
    {
        var token = await host.InviteAsync();
        var one = await AtLastPageAsync(token);
        var other = await AtLastPageAsync(token);

        await one.PressAsync("submit");
        await other.PressAsync("submit");
        await one.OpenAsync(one.Path);

        Assert.Equal("Thank you for your answers", one.Heading);
        Assert.Equal((HttpStatusCode.OK, "You have already answered – thank you"), (other.Status, other.Heading));
        await other.OpenAsync($"/s/{token}");
        Assert.Equal((HttpStatusCode.OK, "You have already answered – thank you"), (other.Status, other.Heading));
    }

    [Fact]
    public async Task Save_OfBadField_ShowsSummaryLinkedToTheFieldAndKeepsTheRest()
    {
        var token = await host.InviteAsync();
        var browser = host.NewBrowser();
        await browser.OpenAsync($"/s/{token}");
        await browser.StartAsync();
        browser.Choose("MATTER", "BENEFIT");
        await browser.PressAsync("next");
        browser.Choose("CHANNELS", "PHONE");
        browser.Choose("CHANNELS", "NONE");
        browser.Choose("OVERALL", "7");

        await browser.PressAsync("next");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.StartsWith("Error: Page 2 of ", browser.Page.Title, StringComparison.Ordinal);
        var link = browser.Page.QuerySelector(".error-summary a")!;
        Assert.Equal("q-CHANNELS", browser.Page.QuerySelector(link.GetAttribute("href")!)!.GetAttribute("name"));
        Assert.Contains("I have not been in contact", link.TextContent, StringComparison.Ordinal);
        Assert.Contains(link.TextContent, browser.Page.QuerySelector("#q-CHANNELS-error")!.TextContent, StringComparison.Ordinal);
        Assert.True(browser.IsChosen("OVERALL", "7") && browser.IsChosen("CHANNELS", "PHONE") && browser.IsChosen("CHANNELS", "NONE"));
    }

    [Fact]
    public async Task Save_WithoutAntiforgery_KeepsWhatWasChosenAndSavesNothing()
    {
        var token = await host.InviteAsync();
        var browser = host.NewBrowser();
        await browser.OpenAsync($"/s/{token}");
        await browser.StartAsync();
        var before = await host.FingerprintAsync();
        browser.Choose("MATTER", "ADVICE");

        await browser.SendAsync(browser.Fields().Where(field => field.Key != "__RequestVerificationToken").Append(new("go", "next")));

        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Contains("Please press the button once more", browser.Page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.True(browser.IsChosen("MATTER", "ADVICE"));
        Assert.Equal(before, await host.FingerprintAsync());
        await browser.PressAsync("next");
        Assert.EndsWith("/2", browser.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scale_Markup_NamesBothEndsInTheFirstAndLastRadio()
    {
        var token = await host.InviteAsync();
        var browser = host.NewBrowser();
        await browser.OpenAsync($"/s/{token}");
        await browser.StartAsync();
        browser.Choose("MATTER", "MEMBER");
        await browser.PressAsync("next");

        var labels = browser.Page.QuerySelectorAll("input[name=q-OVERALL]").Select(input => input.ParentElement!.TextContent.Trim()).ToList();

        Assert.Equal(["1, very poor", "2", "3", "4", "5", "6", "7, excellent", "Can't say", "Clear"], labels);
        Assert.NotNull(browser.Page.QuerySelector("fieldset:has(input[name=q-OVERALL]) > legend"));
        Assert.DoesNotContain(browser.Page.QuerySelectorAll("input"), input => input.HasAttribute("required"));
    }

    private async Task<MemberBrowser> AtLastPageAsync(string token)
    {
        var browser = host.NewBrowser();
        await browser.OpenAsync($"/s/{token}");
        await browser.StartAsync();
        await browser.OpenAsync($"{browser.Path[..browser.Path.LastIndexOf('/')]}/9999");
        await browser.OpenAsync(browser.Response.Headers.Location!.ToString());
        return browser;
    }
}
