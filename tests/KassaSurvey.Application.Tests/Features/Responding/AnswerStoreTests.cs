using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;

namespace KassaSurvey.Application.Tests.Features.Responding;

/// <summary>What the store of any database and SQLite's own both promise.</summary>
public sealed class AnswerStoreTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Flow_OfSeveralSessionsAtOnce_EndsWithOneResponse(bool onEntities)
    {
        await using var bench = onEntities ? await RespondingBench.CreateOnEntitiesAsync() : await RespondingBench.CreateAsync();
        for (var round = 1; round <= 5; round++)
        {
            var token = await bench.InviteAsync($"{round}", new Segment("region", "Uusimaa"));
            Assert.All(await SessionsAsync(() => bench.StartAsync(token, Languages.Swedish)), started => Assert.True(started.IsSuccess));
            Assert.All(await SessionsAsync(() => bench.SaveAsync(token, 2, ("OVERALL", "6"))), saved => Assert.True(saved.IsSuccess));
            var last = await bench.LastPageAsync(token);

            var submitted = await SessionsAsync(() => bench.SubmitAsync(token, last, ("OPEN_DEV", "\"ä\" 😀")));

            Assert.Equal(1, submitted.Count(outcome => outcome.IsSuccess));
            var responses = await bench.ResponsesAsync();
            Assert.Equal(round, responses.Count);
            Assert.All(responses, response => Assert.Equal(
                (ResponseStatus.Completed, Languages.Swedish, "Uusimaa", ResponseMode.Web, new DateOnly(2026, 11, 10), 32),
                (response.Status, response.Language, response.Segments["region"], response.StartMode, response.CompletedOn!.Value, response.ReceiptHash!.Length)));
            Assert.All(await bench.InvitationsAsync(), row => Assert.Equal((InvitationStatus.Answered, null), (row.Status, row.OpenResponseId)));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Changes_OfPhoneAndLanguage_AreKeptAndClearedTextsGo(bool onEntities)
    {
        await using var bench = onEntities ? await RespondingBench.CreateOnEntitiesAsync() : await RespondingBench.CreateAsync();
        var token = await bench.StartedAsync();
        var last = await bench.LastPageAsync(token);
        await bench.SaveAsync(token, last, ("OPEN_DEV", "first"));
        await bench.SaveAsync(token, last, ("OPEN_DEV", ""));

        await bench.Start.ExecuteAsync(new(token, Languages.Danish, ResponseMode.Phone), CancellationToken.None);
        await bench.CloseWaveAsync();

        var response = Assert.Single(await bench.ResponsesAsync());
        Assert.Equal((Languages.Danish, ResponseMode.Phone, ResponseMode.Web), (response.Language, response.Mode, response.StartMode));
        Assert.Equal(AnswerValue.LeftEmpty, (await bench.AnswersAsync())["OPEN_DEV"]);
        Assert.False((await bench.SubmitAsync(token, last)).IsSuccess);
        Assert.Equal(ResponseStatus.InProgress, Assert.Single(await bench.ResponsesAsync()).Status);
    }

    [Fact]
    public async Task Change_ThatFailsInAGroup_LeavesTheOthersSaved()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var tokens = new List<string>();
        for (var member = 1; member <= 24; member++)
        {
            tokens.Add(await bench.StartedAsync($"{member}"));
        }

        var bad = (await bench.InvitationsAsync())[0].Id;
        var store = bench.Database.Database.Answers;
        var failing = Enumerable.Range(0, 8).Select(_ => Task.Run(() => store.ChangeAsync(
            bad, _ => throw new InvalidOperationException("a bug"), CancellationToken.None)));
        var saving = tokens.Select(token => Task.Run(() => bench.SaveAsync(token, 2, ("OVERALL", "6"))));
        var (failed, saved) = (failing.ToList(), saving.ToList());

        Assert.All(await Task.WhenAll(saved), result => Assert.True(result.IsSuccess));
        foreach (var task in failed)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => task);
        }

        await using var db = bench.Database.Open();
        Assert.Equal(tokens.Count, db.Answers.Count(row => row.Code == 6));
    }

    private static Task<T[]> SessionsAsync<T>(Func<Task<T>> session) =>
        Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(session)));
}
