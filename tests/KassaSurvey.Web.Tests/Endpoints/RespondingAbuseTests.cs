using System.Collections.Concurrent;
using System.Net;
using System.Text;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Web.Tests.Endpoints;

public sealed class RespondingAbuseTests(RespondingHost host) : IClassFixture<RespondingHost>
{
    private const int Members = 50;
    private const int AttemptsOfEach = 200;

    [Fact]
    public async Task Posts_MalformedByTheThousand_GiveNoServerErrorAndNoRowTheQuestionnaireDoesNotAllow()
    {
        var seen = new ConcurrentDictionary<HttpStatusCode, int>();
        var elsewhere = host.NewBrowser();
        await elsewhere.OpenAsync($"/s/{await host.InviteElsewhereAsync()}");
        await elsewhere.StartAsync();
        var foreign = (Stem: Stem(elsewhere), Seal: Seal(elsewhere));
        var browsers = new List<MemberBrowser>();
        for (var member = 0; member < Members; member++)
        {
            var browser = host.NewBrowser();
            await browser.OpenAsync($"/s/{await host.InviteAsync()}");
            await browser.StartAsync();
            browsers.Add(browser);
        }

        await Parallel.ForAsync(0, Members, async (member, _) =>
        {
            var (random, browser) = (new Random(20261122 + member), browsers[member]);
            var (stem, genuine) = (Stem(browser), Seal(browser));
            for (var attempt = 0; attempt < AttemptsOfEach; attempt++)
            {
                // Now and then a seal, or an address, of another fund's member.
                using var content = Content(random, random.Next(20) == 0 ? foreign.Seal : genuine);
                var page = Pick(random, "1", "2", "3", "7", "12", "0", "-1", "999999999999", "x", "%07");
                var response = await browser.PostAsync($"{(random.Next(30) == 0 ? foreign.Stem : stem)}/{page}", content);
                seen.AddOrUpdate(response.StatusCode, 1, (_, count) => count + 1);
                Assert.True((int)response.StatusCode < 500, $"attempt {attempt}: {response.StatusCode}");
            }
        });

        Assert.Subset(
            new HashSet<HttpStatusCode>
            {
                HttpStatusCode.NoContent, HttpStatusCode.SeeOther, HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.NotFound,
                HttpStatusCode.UnprocessableEntity,
            },
            seen.Keys.ToHashSet());
        Assert.Equal(Members * AttemptsOfEach, seen.Values.Sum());
        Assert.True(seen[HttpStatusCode.SeeOther] > 1000);
        Assert.True(seen[HttpStatusCode.UnprocessableEntity] > 100);
        Assert.Empty(host.Warnings);
        await AllRowsAreAllowedAsync();
    }

    [Fact]
    public async Task Posts_WithAnotherMembersCookie_ReachNeither()
    {
        var (mine, theirs) = (host.NewBrowser(), host.NewBrowser());
        await mine.OpenAsync($"/s/{await host.InviteAsync()}");
        await mine.StartAsync();
        await theirs.OpenAsync($"/s/{await host.InviteAsync()}");
        await theirs.StartAsync();
        var before = await host.FingerprintAsync();
        using var content = new FormUrlEncodedContent([.. mine.Fields(), new("q-MATTER", "NONE"), new("go", "next")]);

        var response = await mine.PostAsync(theirs.Path, content);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(before, await host.FingerprintAsync());
    }

    [Fact]
    public async Task Post_LargerThanTheBound_GivesAKindPage()
    {
        var browser = host.NewBrowser();
        await browser.OpenAsync($"/s/{await host.InviteAsync()}");
        await browser.StartAsync();
        using var content = new FormUrlEncodedContent([.. browser.Fields(), new("q-OPEN_DEV", new string('a', 400_000)), new("go", "next")]);

        var response = await browser.PostAsync(browser.Path, content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("The page could not be read", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gets_OfScannersByTheThousand_ChangeNoRow()
    {
        var browser = host.NewBrowser();
        var (waiting, started) = (await host.InviteAsync(), await host.InviteAsync());
        await browser.OpenAsync($"/s/{started}");
        await browser.StartAsync();
        await browser.OpenAsync("/receipt");
        var before = await host.DumpAsync();
        string[] addresses =
        [
            $"/s/{waiting}", $"/s/{started}", $"/s/{waiting}?language=sv", "/s/forged", $"/s/{waiting}/", browser.Path, $"{Stem(browser)}/1", $"{Stem(browser)}/99",
            $"{Stem(browser)}/done", "/receipt", "/receipt?language=da",
        ];

        await Parallel.ForAsync(0, 1000, async (visit, _) => await host.NewBrowser().OpenAsync(addresses[visit % addresses.Length]));
        await browser.OpenAsync($"{Stem(browser)}/3");

        Assert.Equal(before, await host.DumpAsync());
    }

    [Fact]
    public async Task Saves_OfOneLinkBeyondTheLimit_ShowThePageAgainWithWhatWasTyped()
    {
        var host429 = host.WithWebHostBuilder(builder => builder.UseSetting("Responding:SavesPerLinkAMinute", "3"));
        var browser = new MemberBrowser(host429.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true }));
        await browser.OpenAsync($"/s/{await host.InviteAsync(Languages.Swedish)}");
        await browser.StartAsync();
        browser.Choose("MATTER", "BENEFIT");
        await browser.PressAsync("next");
        browser.Choose("OVERALL", "5");
        await browser.PressAsync("back");
        await browser.PressAsync("next");
        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Status);
        browser.Choose("MATTER", "ADVICE");

        await browser.PressAsync("next");

        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Status);
        Assert.Contains("Inget har gått förlorat", browser.Page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.True(browser.IsChosen("MATTER", "ADVICE"));
    }

    private static string Stem(MemberBrowser browser) => browser.Path[..browser.Path.LastIndexOf('/')];

    private static string Seal(MemberBrowser browser) => browser.Fields().First(field => field.Key == "__RequestVerificationToken").Value;

    private HttpContent Content(Random random, string genuine)
    {
        switch (random.Next(12))
        {
            case 0:
                return new StringContent("{\"q-MATTER\":1}", Encoding.UTF8, "application/json");
            case 1:
                return new StringContent("a=%zz&%=&&&=%00" + new string('&', 700), Encoding.UTF8, "application/x-www-form-urlencoded");
            case 2:
                return new StringContent("--x\r\nContent-Disposition: form-data; name=\"q-MATTER\"\r\n\r\n1", Encoding.UTF8, "multipart/form-data");
            default:
                var fields = new List<KeyValuePair<string, string>>
                {
                    new("__RequestVerificationToken", random.Next(10) == 0 ? Garbage(random) : genuine),
                    new("go", Pick(random, "next", "next", "back", "save", "submitt", "", Garbage(random))),
                };
                if (random.Next(20) == 0)
                {
                    fields.Add(new("language", Pick(random, "sv", "xx", "", Garbage(random))));
                }

                for (var count = random.Next(8); count > 0; count--)
                {
                    fields.Add(new(FieldName(random), FieldValue(random)));
                }

                return new FormUrlEncodedContent(fields);
        }
    }

    private string FieldName(Random random) => random.Next(10) switch
    {
        0 => Garbage(random),
        1 => "q-" + Garbage(random),
        _ => "q-" + host.Wave.Questions.ElementAt(random.Next(host.Wave.Questions.Count)).Code,
    };

    private string FieldValue(Random random) => random.Next(8) switch
    {
        0 => Garbage(random),
        1 => new string('9', random.Next(1, 400)),
        2 => $"{random.Next(-5, 15)}",
        3 => ".",
        4 => "",
        5 => new string('ä', random.Next(1, 5000)),
        _ => host.Wave.Questions.SelectMany(question => question.Options).ElementAt(random.Next(20)).Code,
    };

    private static string Garbage(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => char.ConvertFromUtf32(random.Next(4) == 0 ? random.Next(0, 32) : random.Next(32, 0xD7FF))));

    private static string Pick(Random random, params string[] from) => from[random.Next(from.Length)];

    private async Task AllRowsAreAllowedAsync()
    {
        await using var db = host.Open();
        var questionnaire = new Questionnaire(host.Wave.Questions);
        var byId = host.Wave.Questions.ToDictionary(question => question.Id);
        var rows = await db.Answers.AsNoTracking().ToListAsync();
        Assert.All(rows, row => Assert.True(byId.ContainsKey(row.QuestionId), "an answer to another wave's question"));
        Assert.NotEmpty(rows);
        var completed = (await db.Responses.Where(row => row.Status == ResponseStatus.Completed).Select(row => row.Id).ToListAsync()).ToHashSet();
        foreach (var response in rows.GroupBy(row => row.ResponseId))
        {
            var answers = response.ToDictionary(row => byId[row.QuestionId].Code, row => row.Value);
            // While it is in progress a hidden answer is kept in case the member changes back.
            if (completed.Contains(response.Key))
            {
                Assert.All(response, row => Assert.True(questionnaire.IsShown(byId[row.QuestionId], answers)));
            }

            Assert.All(response, row => Assert.True(IsAllowed(byId[row.QuestionId], row.Value), $"{byId[row.QuestionId].Code}: {row.Value}"));
        }
    }

    private static bool IsAllowed(Question question, AnswerValue value) => value.State switch
    {
        AnswerState.LeftEmpty => value == AnswerValue.LeftEmpty,
        AnswerState.CantSay => value == AnswerValue.CantSay && (question.AllowsCantSay || question.Options.Any(option => option.IsCantSay)),
        _ => question.Kind switch
        {
            QuestionKind.Scale or QuestionKind.Recommendation =>
                question.Scale!.Value.Contains(value.Code) && value.Number is null && value.Text is null,
            QuestionKind.Single => question.Options.Any(option => option.Number == value.Code && !option.IsCantSay) && value.Text is null,
            QuestionKind.Multiple => AreAllowed(question, [.. question.Options.Where(option => value.HasChoice(option.Number))], value.Code),
            _ => value is { Text.Length: > 0, Code: 0, Number: null } && value.Text.Length <= question.MaximumLength
                && !value.Text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\t')),
        },
    };

    private static bool AreAllowed(Question question, List<AnswerOption> chosen, int bits) =>
        chosen.Count == int.PopCount(bits) && chosen.Count > 0
        && (chosen.Count == 1 || !chosen.Exists(option => option.IsExclusive))
        && (question.MaximumChoices == 0 || chosen.Count <= question.MaximumChoices);
}
