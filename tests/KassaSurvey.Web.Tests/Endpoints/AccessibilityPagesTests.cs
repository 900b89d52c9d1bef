using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Web.Tests.Endpoints;

public sealed class AccessibilityPagesTests(RespondingHost host) : IClassFixture<RespondingHost>
{
    private const string Statement = "/accessibility/test-fund?language=";

    [Theory]
    [InlineData("fi", "Saavutettavuusseloste", "Traficom")]
    [InlineData("sv", "Tillgänglighetsredogörelse", "Traficom")]
    [InlineData("da", "Tilgængelighedserklæring", "Traficom")]
    [InlineData("en", "Accessibility statement", "Traficom")]
    public async Task Statement_InEachLanguage_NamesTheSupervisorOfTheFundsCountry(string language, string heading, string supervisor)
    {
        var browser = host.NewBrowser();

        await browser.OpenAsync(Statement + language);

        Assert.Equal((HttpStatusCode.OK, heading), (browser.Status, browser.Heading));
        Assert.Equal(language, browser.Page.DocumentElement.GetAttribute("lang"));
        Assert.Contains(supervisor, browser.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryMembersPage_LinksToTheStatement()
    {
        var browser = host.NewBrowser();
        await browser.OpenAsync("/s/" + await host.InviteAsync("sv"));
        Assert.Equal("/accessibility/test-fund?language=sv", StatementLink(browser));
        await browser.StartAsync();
        Assert.Equal("/accessibility/test-fund?language=sv", StatementLink(browser));

        // Nobody's link: the only fund there is.
        await browser.OpenAsync("/s/nothing");
        await browser.OpenAsync(StatementLink(browser)!);
        Assert.Equal((HttpStatusCode.SeeOther, "/accessibility/test-fund?language=en"), (browser.Status, browser.Response.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task Feedback_Sent_IsStoredWithTheDayItIsDueAndNothingElse()
    {
        var browser = host.NewBrowser();
        await browser.OpenAsync(Statement + "en");

        await SendAsync(browser, "The contrast of <b>Next</b>", "me@mail.example");

        Assert.Equal(HttpStatusCode.SeeOther, browser.Status);
        await browser.OpenAsync(browser.Response.Headers.Location!.ToString());
        Assert.Contains("within 14 days", browser.Page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        await using var db = host.Open();
        var feedback = Assert.Single(await db.AccessibilityFeedback.ToListAsync(), row => row.ReplyTo == "me@mail.example");
        Assert.Equal(("The contrast of <b>Next</b>", new DateOnly(2026, 11, 24)), (feedback.Text, feedback.DueOn));
    }

    [Fact]
    public async Task Feedback_Wrong_IsExplainedAboveAndAtTheFieldAndKept()
    {
        var browser = host.NewBrowser();
        await browser.OpenAsync(Statement + "en");

        await SendAsync(browser, "  ", "not an address");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.StartsWith("Error:", browser.Page.Title, StringComparison.Ordinal);
        Assert.Equal(["#text", "#reply"], browser.Page.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")));
        Assert.Equal(2, browser.Page.QuerySelectorAll(".field .error").Length);
        Assert.Equal("not an address", browser.Page.QuerySelector<IHtmlInputElement>("#reply")!.Value);
    }

    [Fact]
    public async Task Feedback_WithoutTheForm_IsNotStored()
    {
        var before = await CountAsync();
        using var content = new FormUrlEncodedContent([new("text", "from another site")]);

        using var response = await host.NewBrowser().PostAsync(Statement + "en", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [InlineData("/accessibility/no-such-fund")]
    [InlineData("/fund/no-such-fund/0.css")]
    [InlineData("/fund/no-such-fund/logo-0")]
    public async Task Faces_OfNoFund_AreNotFound(string path)
    {
        var browser = host.NewBrowser();

        await browser.OpenAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    private static string? StatementLink(MemberBrowser browser) => browser.Page.QuerySelector("footer a[target=_blank]")?.GetAttribute("href");

    private static async Task SendAsync(MemberBrowser browser, string text, string reply)
    {
        var form = browser.Page.QuerySelector<IHtmlFormElement>("#feedback-form")!;
        var token = form.QuerySelector<IHtmlInputElement>("input[type=hidden]")!;
        await browser.PostFormAsync(form.GetAttribute("action")!, new(token.Name!, token.Value), new("text", text), new("reply", reply));
    }

    private async Task<int> CountAsync()
    {
        await using var db = host.Open();
        return await db.AccessibilityFeedback.CountAsync();
    }
}
