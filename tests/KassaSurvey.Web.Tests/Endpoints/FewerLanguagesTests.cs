using System.Collections.Immutable;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Testing;

namespace KassaSurvey.Web.Tests.Endpoints;

/// <summary>A wave that is asked in Finnish and Swedish only.</summary>
public sealed class FewerLanguagesTests(RespondingHost host) : IClassFixture<RespondingHost>
{
    private static readonly ImmutableArray<string> Asked = [Languages.Finnish, Languages.Swedish];

    [Fact]
    public async Task Wave_InTwoLanguages_OffersAndSpeaksOnlyThose()
    {
        var wave = await ComposedWave.OpenAsync(host, 2027, draft =>
            [new DraftEdit.ChangeSettings(draft.Settings with { Languages = Asked, ClosesOn = new DateOnly(2027, 1, 31) })]);
        var swede = host.NewBrowser();
        await swede.OpenAsync($"/s/{await host.InviteAsync(Languages.Swedish, wave)}");
        Assert.Equal(Languages.Swedish, Spoken(swede));

        // The Danish member is spoken to in the fund's language, and asking for Danish changes nothing.
        var link = $"/s/{await host.InviteAsync(Languages.Danish, wave)}";
        var dane = host.NewBrowser();
        foreach (var address in new[] { link, link + "?language=da", link + "?language=xx" })
        {
            await dane.OpenAsync(address);
            Assert.Equal(Languages.Finnish, Spoken(dane));
            Assert.Equal([("fi", "Suomi", "true"), ("sv", "Svenska", null)], Offered(dane, ".languages a"));
        }

        await dane.StartAsync();
        dane.Choose("MATTER", "ADVICE");
        Assert.Equal([("fi", "Suomi", "true"), ("sv", "Svenska", null)], Offered(dane, ".languages button[lang]"));
        await dane.PressAsync(Languages.Swedish);
        Assert.Equal(Languages.Swedish, Spoken(dane));
        Assert.True(dane.IsChosen("MATTER", "ADVICE"));

        // A posted language that the wave is not asked in is none.
        await dane.SendAsync([.. dane.Fields(), new("language", Languages.Danish)]);
        Assert.Equal(Languages.Swedish, Spoken(dane));
        Assert.True(dane.IsChosen("MATTER", "ADVICE"));
        // The page names its language once: nothing on it is marked as another one, but the switch.
        Assert.DoesNotContain(dane.Page.QuerySelectorAll("main [lang]"), element => element.GetAttribute("lang") != Languages.Swedish && element.Closest(".languages") is null);
    }

    private static string? Spoken(MemberBrowser browser) => browser.Page.DocumentElement.GetAttribute("lang");

    private static IEnumerable<(string?, string, string?)> Offered(MemberBrowser browser, string choices) =>
        browser.Page.QuerySelectorAll(choices).Select(choice => (choice.GetAttribute("lang"), choice.TextContent, choice.GetAttribute("aria-current")));
}
