using System.Net;
using System.Text;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Web.Tests.Endpoints;

public sealed class RespondingAbuseTests(RespondingHost host) : IClassFixture<RespondingHost>
{
    private const int Attempts = 2000;

    [Fact]
    public async Task Posts_MalformedByTheThousand_GiveNoServerErrorAndNoRowTheQuestionnaireDoesNotAllow()
    {
        var random = new Random(20261122);
        var browser = host.NewBrowser();
        await browser.OpenAsync($"/s/{await host.InviteAsync()}");
        await browser.StartAsync();
        var stem = browser.Path[..browser.Path.LastIndexOf('/')];
        var genuine = browser.Fields().First(field => field.Key == "__RequestVerificationToken").Value;
        var seen = new HashSet<HttpStatusCode>();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            using var content = Content(random, genuine);
            var response = await browser.PostAsync($"{stem}/{Pick(random, "1", "2", "3", "7", "12", "0", "-1", "999999999999", "x", "%07")}", content);
            seen.Add(response.StatusCode);
            Assert.True((int)response.StatusCode < 500, $"attempt {attempt}: {response.StatusCode}");
        }

        Assert.Subset(
            new HashSet<HttpStatusCode>
            {
                HttpStatusCode.NoContent, HttpStatusCode.SeeOther, HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.NotFound,
                HttpStatusCode.UnprocessableEntity,
            },
            seen);
        Assert.Contains(HttpStatusCode.SeeOther, seen);
        Assert.Contains(HttpStatusCode.UnprocessableEntity, seen);
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
