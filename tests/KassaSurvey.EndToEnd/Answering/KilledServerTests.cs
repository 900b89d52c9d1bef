using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KassaSurvey.EndToEnd.Harness;
using KassaSurvey.Testing;

namespace KassaSurvey.EndToEnd.Answering;

/// <summary>
/// The real program is killed between any two answers, and every other time while one is on its way. Whoever opens the link after that,
/// on a device that knows nothing, stands at the same place and finds every answer that was acknowledged.
/// </summary>
public class KilledServerTests
{
    private const int Kills = 50;

    /// <summary>As many programs at once as the smallest machine has cores: starting is all the work here.</summary>
    private const int Programs = 2;

    [Fact]
    public Task Survey_ServerKilledFiftyTimesBetweenAnswers_GoesOnAtTheSamePlaceWithEveryAcknowledgedAnswer() =>
        Task.WhenAll(Enumerable.Range(0, Programs).Select(program => KillAsync(new(program), Kills / Programs)));

    private static async Task KillAsync(Random random, int kills)
    {
        // None of these programs lives long enough to gain from being measured.
        await using var app = await AppProcess.StartAsync(new KeyValuePair<string, string>("DOTNET_TieredPGO", "0"));
        var before = await Site.CountResponsesAsync(app);
        var members = 0;
        while (kills > 0)
        {
            members++;
            var member = new Member(app, await app.NewMemberLinkAsync(), random);
            await member.ArriveAsync();
            while (!member.IsDone)
            {
                var isOnItsWay = await member.AnswerNextAsync(wait: kills == 0 || kills % 2 == 0);
                if (kills > 0)
                {
                    kills--;
                    await app.KillAsync();
                    await member.HearAsync(isOnItsWay);
                    await app.RestartAsync();
                }

                await member.ArriveAsync();
            }
        }

        Assert.Equal(before + members, await Site.CountResponsesAsync(app));
    }

    /// <summary>A member who answers one question at a time, as the page with script sends them, and remembers what was acknowledged.</summary>
    private sealed class Member(AppProcess app, string link, Random random)
    {
        private readonly Dictionary<string, Dictionary<string, string>> _acknowledged = [];
        private MemberBrowser _browser = null!;
        private string? _place;
        private bool _isWhole;

        public bool IsDone { get; private set; }

        /// <summary>Opens the link on a new device: the same place, and everything that was acknowledged.</summary>
        public async Task ArriveAsync()
        {
            if (IsDone)
            {
                return;
            }

            var handler = new HttpClientHandler { AllowAutoRedirect = false };
            _browser = new(new HttpClient(handler) { BaseAddress = new(app.Address) });
            await _browser.OpenAsync(new Uri(link).PathAndQuery);
            if (_place is null && _browser.Page.QuerySelector("form#survey") is null)
            {
                Assert.Equal(HttpStatusCode.OK, _browser.Status);
                IsDone = true;
                return;
            }

            await _browser.StartAsync();
            Assert.Equal(HttpStatusCode.OK, _browser.Status);
            // A page with all its answers needs no second look; pages that the answers hide are passed over.
            if (_place is not null && !(_isWhole && NumberOf(_browser.Path) > NumberOf(_place)))
            {
                Assert.Equal(_place, _browser.Path);
            }

            (_place, _isWhole) = (_browser.Path, false);
            foreach (var (path, answers) in _acknowledged)
            {
                await _browser.OpenAsync(path);
                Assert.All(answers, answer => Assert.True(IsFilledIn(answer), $"{answer} is lost from {path}"));
            }

            await _browser.OpenAsync(_place);
        }

        /// <summary>Answers the next question of the page, or goes on when there is none left.</summary>
        /// <returns>The post that is on its way; done when it was to be waited for.</returns>
        public async Task<(Task<HttpResponseMessage> Post, KeyValuePair<string, string>? Answer)> AnswerNextAsync(bool wait)
        {
            var answers = _acknowledged.TryGetValue(_place!, out var given) ? given : _acknowledged[_place!] = [];
            List<string> left = [.. _browser.Form.QuerySelectorAll("[name^='q-']").Select(field => field.GetAttribute("name")!).Distinct().Where(field => !answers.ContainsKey(field))];
            var name = left.FirstOrDefault();
            _isWhole = left.Count <= 1;
            KeyValuePair<string, string>? answer = name is null ? null : new(name, ValueFor(name));
            var go = name is not null ? "save" : _browser.Form.QuerySelector("#forward")!.GetAttribute("value")!;
            var seal = _browser.Fields().Single(field => field.Key.StartsWith("__", StringComparison.Ordinal));
            KeyValuePair<string, string>[] rest = name is null ? [.. answers] : [answer!.Value];
            var post = _browser.PostAsync(_place!, new FormUrlEncodedContent([.. rest, seal, new("go", go)]));
            if (wait)
            {
                await post;
                await HearAsync((post, answer));
            }
            else
            {
                await Task.Delay(random.Next(6));
            }

            return (post, answer);
        }

        /// <summary>Takes note of what the server has said, if it has said anything.</summary>
        public async Task HearAsync((Task<HttpResponseMessage> Post, KeyValuePair<string, string>? Answer) sent)
        {
            HttpResponseMessage said;
            try
            {
                said = await sent.Post;
            }
            catch (HttpRequestException)
            {
                // Cut off: the server may have taken it or not. Either is good, but the place has to be asked for.
                _place = sent.Answer is null ? null : _place;
                return;
            }

            Assert.Equal(sent.Answer is null ? HttpStatusCode.SeeOther : HttpStatusCode.NoContent, said.StatusCode);
            if (sent.Answer is { } answer)
            {
                _acknowledged[_place!][answer.Key] = answer.Value;
            }
            else
            {
                _place = said.Headers.Location!.ToString();
                IsDone = _place.Contains("/done", StringComparison.Ordinal);
            }
        }

        private string ValueFor(string name)
        {
            var values = _browser.Form.QuerySelectorAll<IHtmlInputElement>($"input[name='{name}']").Select(input => input.Value).Where(value => value.Length > 0).ToList();
            return values switch
            {
                [] => "7",
                ["1", "2", ..] => random.Next(1, 7).ToString(CultureInfo.InvariantCulture),
                _ => values[0],
            };
        }

        private static int NumberOf(string place) => int.Parse(place[(place.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture);

        private bool IsFilledIn(KeyValuePair<string, string> answer) =>
            _browser.Fields().Any(field => field.Key == answer.Key && field.Value == answer.Value);
    }
}
