using KassaSurvey.EndToEnd.Harness;

namespace KassaSurvey.EndToEnd.Answering;

/// <summary>A member's open browser outlives the server: its form is still good, and nothing that the page has taken is lost.</summary>
public class CrashTests(Browser browser) : IClassFixture<Browser>
{
    private const int Crashes = 2;

    [BrowserFact]
    public async Task Survey_ServerKilledBetweenAnswers_KeepsEveryAcknowledgedAnswerAndThePlace()
    {
        await using var app = await AppProcess.StartAsync();
        var before = await Site.CountResponsesAsync(app);
        var link = await app.NewMemberLinkAsync();
        await using var phone = await browser.OpenAsync(Browser.Phone, "fi-FI");
        var member = new MemberJourney(await phone.NewPageAsync());
        await member.BeginAsync(link);

        for (var crash = 1; crash <= Crashes; crash++)
        {
            await member.AnswerPageAsync();
            var given = await member.FilledInAsync();
            if (crash % 2 == 0)
            {
                // The page is open, its answers not sent yet: the form must still be good after the restart.
                await app.KillAsync();
                await app.RestartAsync();
                await member.ForwardAsync();
            }
            else
            {
                await member.ForwardAsync();
                await app.KillAsync();
                await app.RestartAsync();
            }

            // Another device, opening the link after the crash, goes on at the same place.
            var place = member.PageNumber;
            await using var other = await browser.OpenAsync(Browser.Desktop);
            var elsewhere = new MemberJourney(await other.NewPageAsync());
            await elsewhere.BeginAsync(link);
            Assert.Equal(place, elsewhere.PageNumber);

            await member.BackAsync();
            Assert.Equal(given, await member.FilledInAsync());
            await member.ForwardAsync();
            Assert.Equal(place, member.PageNumber);
        }

        await member.FinishAsync();
        await app.KillAsync();

        Assert.Equal(before + 1, await Site.CountResponsesAsync(app));
    }
}
