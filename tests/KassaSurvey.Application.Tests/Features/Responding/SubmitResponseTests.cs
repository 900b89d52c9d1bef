using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Tests.Features.Responding;

public sealed class SubmitResponseTests
{
    [Fact]
    public async Task Submit_SavesTheLastPageAndDestroysTheLink()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var token = await bench.StartedAsync();

        var outcome = await bench.SubmitAsync(token, await bench.LastPageAsync(token), ("DEV_AREA", "INFO"), ("BG_STATUS", "FULL"));

        Assert.True(outcome.Value.IsSubmitted);
        var response = Assert.Single(await bench.ResponsesAsync());
        Assert.Equal((ResponseStatus.Completed, new DateOnly(2026, 11, 10)), (response.Status, response.CompletedOn!.Value));
        var invitation = Assert.Single(await bench.InvitationsAsync());
        Assert.Equal((InvitationStatus.Answered, null), (invitation.Status, invitation.OpenResponseId));
        Assert.Equal(LinkStanding.Answered, await bench.StandingAsync(token));
        Assert.Equal(AnswerValue.OfChoices([3]), (await bench.AnswersAsync())["DEV_AREA"]);
    }

    [Theory]
    [InlineData(true, 122, 120)]
    [InlineData(false, 122, 120)]
    [InlineData(true, 123, 125)]
    [InlineData(false, 123, 125)]
    [InlineData(true, 1, 5)]
    [InlineData(false, 1, 5)]
    [InlineData(true, 90_000, 3600)]
    [InlineData(false, 90_000, 3600)]
    [InlineData(true, 0, null)]
    [InlineData(false, 0, null)]
    public async Task Submit_KeepsHowLongItTookCoarselyAndDestroysTheStart(bool onEntities, int seconds, int? kept)
    {
        await using var bench = onEntities ? await RespondingBench.CreateOnEntitiesAsync() : await RespondingBench.CreateAsync();
        var token = await bench.StartedAsync();
        Assert.NotNull(Assert.Single(await bench.ResponsesAsync()).StartedAt);
        bench.Clock.Advance(TimeSpan.FromSeconds(seconds));

        await bench.SubmitAsync(token, await bench.LastPageAsync(token), ("BG_STATUS", "FULL"));

        var response = Assert.Single(await bench.ResponsesAsync());
        Assert.Equal((kept, null), (response.DurationSeconds, response.StartedAt));
    }

    [Fact]
    public async Task Submit_Twice_ChangesNothing()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var token = await bench.StartedAsync();
        var last = await bench.LastPageAsync(token);
        await bench.SubmitAsync(token, last, ("BG_STATUS", "FULL"));

        var again = await bench.SubmitAsync(token, last, ("BG_STATUS", "PART"));
        var saved = await bench.SaveAsync(token, last, ("BG_STATUS", "PART"));
        var started = await bench.StartAsync(token);

        Assert.All([.. again.Errors, .. saved.Errors, .. started.Errors], error => Assert.Equal(RespondingErrors.NotAnswerable, error));
        Assert.Equal(3, again.Errors.Count + saved.Errors.Count + started.Errors.Count);
        Assert.Equal(AnswerValue.Of(4), (await bench.AnswersAsync())["BG_STATUS"]);
        Assert.Single(await bench.ResponsesAsync());
    }

    [Fact]
    public async Task Submit_FromEightSessionsAtOnce_IsDoneOnce()
    {
        await using var bench = await RespondingBench.CreateAsync();
        for (var round = 1; round <= 10; round++)
        {
            var token = await bench.StartedAsync($"{round}");
            var last = await bench.LastPageAsync(token);

            var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => bench.SubmitAsync(token, last, ("BG_STATUS", "FULL")))));

            Assert.Equal(1, results.Count(result => result.IsSuccess));
            var responses = await bench.ResponsesAsync();
            Assert.Equal((round, round), (responses.Count, responses.Count(response => response.Status == ResponseStatus.Completed)));
        }
    }

    [Fact]
    public async Task Submit_WithBadField_SavesAndWaits()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var token = await bench.StartedAsync();

        var outcome = await bench.SubmitAsync(
            token, await bench.LastPageAsync(token), ("DEV_AREA", "INFO"), ("DEV_AREA", "STAFF"), ("DEV_AREA", "PHONE"), ("BG_STATUS", "FULL"));

        Assert.Equal(RespondingErrors.TooManyChoices(2), Assert.Single(outcome.Value.Problems).Error);
        Assert.False(outcome.Value.IsSubmitted);
        Assert.Equal(LinkStanding.InProgress, await bench.StandingAsync(token));
        Assert.Equal(AnswerValue.Of(4), (await bench.AnswersAsync())["BG_STATUS"]);
    }

    [Fact]
    public async Task Submit_ThatOpensAFurtherPage_LeadsThereFirst()
    {
        await using var bench = await RespondingBench.CreateAsync(
            new QuestionContent("AGAIN", QuestionKind.YesNo, LocalizedText.Same("Again?")),
            new QuestionContent("WHY", QuestionKind.OpenText, LocalizedText.Same("Why not?"))
            {
                Condition = new("AGAIN", ConditionOperator.AnyOf, ["no"]),
            });
        var token = await bench.StartedAsync();
        Assert.True((await bench.ShowAsync(token, 1)).IsLast);

        var first = await bench.SubmitAsync(token, 1, ("AGAIN", "0"));
        var second = await bench.SubmitAsync(token, 2, ("WHY", "  Slow.\r\nToo slow.\0 "));

        Assert.Equal((2, false), (first.Value.Next!.Value, first.Value.IsSubmitted));
        Assert.True(second.Value.IsSubmitted);
        Assert.Equal("Slow.\nToo slow.", (await bench.AnswersAsync())["WHY"].Text);
    }

    [Fact]
    public async Task Submit_WithAnswersThatWereHiddenMeanwhile_LeavesThemOut()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var token = await bench.StartedAsync();
        await bench.SaveAsync(token, 1, ("MATTER", "BENEFIT"));
        await bench.SaveAsync(token, 3, ("HAN_SPEED", "7"));
        await bench.SaveAsync(token, 1, ("MATTER", "NONE"));

        await bench.SubmitAsync(token, await bench.LastPageAsync(token), ("BG_STATUS", "FULL"));

        var answers = await bench.AnswersAsync();
        Assert.False(answers.ContainsKey("HAN_SPEED"));
        Assert.Equal(AnswerValue.Of(4), answers["BG_STATUS"]);
    }

    [Fact]
    public async Task Submit_AfterTheWaveWasClosed_IsRefused()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var token = await bench.StartedAsync();
        var last = await bench.LastPageAsync(token);
        await bench.CloseWaveAsync();

        var outcome = await bench.SubmitAsync(token, last);

        Assert.Equal([RespondingErrors.NotAnswerable], outcome.Errors);
        Assert.Equal(ResponseStatus.InProgress, Assert.Single(await bench.ResponsesAsync()).Status);
        Assert.Equal(LinkStanding.Closed, await bench.StandingAsync(token));
    }

    [Fact]
    public async Task Submit_OfManyMembers_LeavesNoColumnThatOrdersOrTiesThem()
    {
        await using var bench = await RespondingBench.CreateAsync();
        for (var member = 1; member <= 12; member++)
        {
            var token = await bench.StartedAsync($"{member}");
            await bench.SubmitAsync(token, await bench.LastPageAsync(token));
        }

        var responses = await bench.ResponsesAsync();
        var invitations = await bench.InvitationsAsync();
        Assert.All(invitations, invitation => Assert.Null(invitation.OpenResponseId));
        Assert.Empty(responses.Select(response => response.Id.Value).Intersect(invitations.Select(invitation => invitation.Id.Value)));
        Assert.Single(responses.Select(response => response.CompletedOn).Distinct());
        Assert.All(responses, response => Assert.Equal(Languages.Finnish, response.Language));
    }
}
