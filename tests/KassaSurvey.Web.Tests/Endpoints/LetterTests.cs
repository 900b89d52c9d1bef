using System.Net;
using KassaSurvey.Application.Features.Letters;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KassaSurvey.Web.Tests.Endpoints;

public sealed class LetterTests(RespondingHost host) : IClassFixture<RespondingHost>
{
    [Theory]
    [InlineData(Languages.English)]
    [InlineData(Languages.Finnish)]
    [InlineData(Languages.Swedish)]
    [InlineData(Languages.Danish)]
    public async Task Code_OfALetter_LeadsToTheMembersFirstPageAndIsStoredAsLetter(string language)
    {
        await host.InviteAsync(language);
        var letter = (await LettersAsync()).Last(letter => letter.Language == language);
        var before = await host.FingerprintAsync();
        var browser = host.NewBrowser();

        await browser.OpenAsync("/code");
        await browser.SendAsync([new("code", $" {letter.Code.ToLowerInvariant().Replace('-', ' ')}"), new("language", "en")]);

        Assert.Equal((HttpStatusCode.OK, language), (browser.Status, browser.Page.DocumentElement.GetAttribute("lang")));
        Assert.Equal(before, await host.FingerprintAsync());
        // In another language it is still the letter's page.
        await browser.OpenAsync(browser.Path + "?language=sv");
        await browser.StartAsync();
        await using var db = host.Open();
        var open = await db.Responses.Where(row => db.Invitations.Any(invitation =>
            invitation.OpenResponseId == row.Id && db.Members.Any(member => member.Id == invitation.MemberId && member.Number == letter.Member))).SingleAsync();
        Assert.Equal((ResponseMode.Letter, ResponseMode.Letter, "sv"), (open.Mode, open.StartMode, open.Language));
    }

    [Theory]
    [InlineData("", "Type the code")]
    [InlineData("   ", "Type the code")]
    [InlineData("2222-2222-222X", "leads to no survey")]
    [InlineData("hello", "leads to no survey")]
    [InlineData("<script>alert(1)</script>", "leads to no survey")]
    public async Task Code_WrongOrMissing_IsSaidInASummaryThatLeadsToTheField(string code, string said)
    {
        var browser = host.NewBrowser();
        await browser.OpenAsync("/code?language=en");

        await browser.SendAsync([new("code", code), new("language", "en")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains(said, browser.Page.QuerySelector(".error-summary a[href='#code']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("code-error code-hint", browser.Page.QuerySelector("#code")!.GetAttribute("aria-describedby"));
        Assert.StartsWith("Error: ", browser.Page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_MadeUpWithARightCheckLetter_IsToldLikeATypingError()
    {
        // A code of another installation's key: well formed, and nobody's here.
        var foreign = LetterCode.Of(new(99), new byte[32]);
        var browser = host.NewBrowser();
        await browser.OpenAsync("/code?language=en");
        await browser.SendAsync([new("code", foreign), new("language", "en")]);
        var unknown = browser.Page.DocumentElement.OuterHtml.Replace(foreign, "", StringComparison.Ordinal);
        await browser.SendAsync([new("code", "2222"), new("language", "en")]);

        Assert.Equal(unknown, browser.Page.DocumentElement.OuterHtml.Replace("2222", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Codes_TriedTooOften_AreRefusedForAWhile()
    {
        await using var strict = host.WithWebHostBuilder(builder => builder.UseSetting("Responding:LetterCodesPerAddressAMinute", "3"));
        var browser = new MemberBrowser(strict.CreateClient());
        var seen = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await browser.PostFormAsync("/code", new("code", "2222"), new("language", "en"));
            seen.Add(browser.Status);
        }

        Assert.Equal([HttpStatusCode.UnprocessableEntity, .. Enumerable.Repeat(HttpStatusCode.TooManyRequests, 2)], seen.Skip(2));
    }

    [Fact]
    public async Task Letters_PreparedTwice_CarryTheSameCodesAndTheDatabaseHoldsNone()
    {
        await host.InviteAsync();
        var first = await LettersAsync();

        var second = await LettersAsync();

        Assert.Equal(first, second);
        var dump = await host.DumpAsync();
        Assert.All(first, letter => Assert.DoesNotContain(letter.Code, dump, StringComparison.Ordinal));
        Assert.All(first, letter => Assert.DoesNotContain(letter.Code.Replace("-", "", StringComparison.Ordinal), dump, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Letters_AskedByAManager_AreRefused()
    {
        var refused = await host.Services.GetRequiredService<PrepareLetters>().ExecuteAsync(
            host.Survey.Staff(Role.Manager), new(host.Survey.Fund.Key, host.Survey.Survey.Key, 2026), CancellationToken.None);

        Assert.False(refused.IsSuccess);
    }

    private async Task<IReadOnlyList<PrepareLetters.Letter>> LettersAsync() =>
        (await host.Services.GetRequiredService<PrepareLetters>().ExecuteAsync(
            host.Survey.Staff(Role.SurveyManager), new(host.Survey.Fund.Key, host.Survey.Survey.Key, 2026), CancellationToken.None)).Value;
}
