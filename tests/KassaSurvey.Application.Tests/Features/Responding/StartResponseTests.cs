using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Tests.Features.Responding;

public sealed class StartResponseTests
{
    [Fact]
    public async Task Start_OfWaitingInvitation_TiesOneResponseWithSegmentsAndLanguage()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var token = await bench.InviteAsync("1", new Segment("region", "Uusimaa"), new Segment("age", "30-39"));

        var started = await bench.StartAsync(token, Languages.Swedish);

        Assert.Equal(1, started.Value.Page);
        var response = Assert.Single(await bench.ResponsesAsync());
        Assert.Equal(("Uusimaa", "30-39", Languages.Swedish), (response.Segments["region"], response.Segments["age"], response.Language));
        var invitation = Assert.Single(await bench.InvitationsAsync());
        Assert.Equal((InvitationStatus.Started, response.Id), (invitation.Status, invitation.OpenResponseId!.Value));
    }

    [Fact]
    public async Task Start_FromEightSessionsAtOnce_EndsWithOneResponseEveryTime()
    {
        await using var bench = await RespondingBench.CreateAsync();
        for (var round = 1; round <= 20; round++)
        {
            var token = await bench.InviteAsync($"{round}");
            using var together = new Barrier(8);
            var sessions = Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    together.SignalAndWait();
                    return bench.StartAsync(token);
                },
                CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap());

            var results = await Task.WhenAll(sessions);

            Assert.All(results, result => Assert.True(result.IsSuccess));
            Assert.Equal(round, (await bench.ResponsesAsync()).Count);
        }

        var tied = (await bench.InvitationsAsync()).Select(invitation => invitation.OpenResponseId!.Value).ToHashSet();
        Assert.Equal((await bench.ResponsesAsync()).Select(response => response.Id).ToHashSet(), tied);
    }

    [Fact]
    public async Task Start_Again_GoesOnAtFirstPageNotYetSeen()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var token = await bench.StartedAsync();
        await bench.SaveAsync(token, 1, ("MATTER", "BENEFIT"));
        await bench.SaveAsync(token, 2, ("OVERALL", ""));

        var again = await bench.StartAsync(token);

        Assert.Equal(3, again.Value.Page);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("................................")]
    public async Task Start_OfForgedLink_IsRefused(string token)
    {
        await using var bench = await RespondingBench.CreateAsync();
        await bench.InviteAsync();

        Assert.Equal([RespondingErrors.UnknownLink], (await bench.StartAsync(token)).Errors);
        Assert.Empty(await bench.ResponsesAsync());
    }

    [Fact]
    public async Task Start_AfterLastDay_IsRefusedAndWritesNothing()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var token = await bench.InviteAsync();
        bench.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal([RespondingErrors.NotAnswerable], (await bench.StartAsync(token)).Errors);
        Assert.Equal(LinkStanding.Closed, await bench.StandingAsync(token));
        Assert.Empty(await bench.ResponsesAsync());
    }

    [Fact]
    public async Task Start_OnLastDay_IsTaken()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var token = await bench.InviteAsync();
        bench.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 30, 23, 59, 0, TimeSpan.Zero));

        Assert.True((await bench.StartAsync(token)).IsSuccess);
    }

    [Fact]
    public async Task View_OfInvitation_NeverWrites()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var token = await bench.InviteAsync();

        for (var visit = 0; visit < 5; visit++)
        {
            Assert.Equal(LinkStanding.Waiting, await bench.StandingAsync(token));
        }

        Assert.Empty(await bench.ResponsesAsync());
        Assert.Equal(InvitationStatus.Waiting, Assert.Single(await bench.InvitationsAsync()).Status);
    }
}
