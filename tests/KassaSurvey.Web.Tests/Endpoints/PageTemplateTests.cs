using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Testing;

namespace KassaSurvey.Web.Tests.Endpoints;

public sealed class PageTemplateTests(RespondingHost host) : IClassFixture<RespondingHost>
{
    private static readonly string[] Texts =
    [
        "</textarea><script>alert(1)</script>", "\" onfocus=\"alert(1)", "'&amp;&lt;<>&#x0;", "åäö ÅÄÖ € 😀 \u2028", "\n\nfirst line empty", "{0} {1} @Model", "typed-text-goes-here",
        "member-address-goes-here", new string('ö', 3900),
    ];

    [Theory]
    [InlineData(Languages.English, 1)]
    [InlineData(Languages.Finnish, 2)]
    [InlineData(Languages.Swedish, 3)]
    [InlineData(Languages.Danish, 4)]
    public async Task Pages_FromTemplates_AreByteForByteWhatTheComponentsRender(string language, int seed)
    {
        await using var rendering = host.WithWebHostBuilder(builder => builder.UseSetting("Responding:Templates", "false"));
        using var plain = rendering.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        var random = new Random(seed);
        for (var member = 0; member < 4; member++)
        {
            var token = await host.InviteAsync(language);
            var browser = host.NewBrowser();
            await browser.OpenAsync($"/s/{token}");
            await SameAsync();
            await browser.StartAsync();
            for (var page = 0; page < 30 && browser.Page.QuerySelector("#forward") is not null; page++)
            {
                await SameAsync();
                var before = browser.Path;
                Fill(browser, random);
                await browser.SendAsync([.. browser.Fields(), new("go", "next")]);
                await browser.OpenAsync(before);
                await SameAsync();
                await browser.PressAsync(browser.Page.QuerySelector("#forward")!.GetAttribute("value")!);
            }

            Assert.Equal(HttpStatusCode.OK, browser.Status);
            Assert.NotNull(browser.Page.QuerySelector(".receipt"));
            await SameAsync();

            async Task SameAsync()
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, browser.Path);
                request.Headers.Add("Cookie", $"kassa-answer={token}; kassa-receipt={browser.Page.QuerySelector(".receipt")?.TextContent}");
                var expected = await (await plain.SendAsync(request)).Content.ReadAsByteArrayAsync();
                await browser.OpenAsync(browser.Path);
                Assert.Equal(System.Text.Encoding.UTF8.GetString(expected), await browser.Response.Content.ReadAsStringAsync());
            }
        }

        Assert.Empty(host.Warnings);
    }

    private static void Fill(MemberBrowser browser, Random random)
    {
        foreach (var name in browser.Page.QuerySelectorAll<IHtmlInputElement>("input[type=radio], input[type=checkbox]").GroupBy(input => input.Name!))
        {
            var picked = name.ElementAt(random.Next(name.Count()));
            foreach (var input in name)
            {
                input.IsChecked = input == picked && random.Next(5) > 0;
            }
        }

        foreach (var area in browser.Page.QuerySelectorAll<IHtmlTextAreaElement>("textarea"))
        {
            area.Value = Texts[random.Next(Texts.Length)];
        }
    }
}
