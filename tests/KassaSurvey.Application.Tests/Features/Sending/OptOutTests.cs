using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Sending;

namespace KassaSurvey.Application.Tests.Features.Sending;

public sealed class OptOutTests
{
    [Fact]
    public async Task OptOut_AfterTheInvitation_StopsTheReminderAndShowsAtTheMessage()
    {
        await using var bench = await SendingBench.CreateAsync();
        var invitation = Assert.Single(await bench.InviteAsync(1));
        await bench.PlanAsync();
        await bench.SendAsync();
        var token = OptOutToken.Of(invitation.Id, bench.Key.Key.Span);

        Assert.Equal(InvitationStatus.Waiting, (await bench.ViewOptOut.ExecuteAsync(new(token), CancellationToken.None)).Value.Status);
        for (var time = 0; time < 2; time++)
        {
            Assert.Equal(InvitationStatus.OptedOut, (await bench.OptOut.ExecuteAsync(new(token), CancellationToken.None)).Value.Status);
        }

        Assert.Equal(DeliveryStatus.OptedOut, Assert.Single(await bench.MessagesAsync()).Status);
        Assert.Equal(SendingErrors.NobodyToAsk, Assert.Single((await bench.Plan.ExecuteAsync(bench.Manager, new(bench.Wave.Id, 1, null), CancellationToken.None)).Errors));
    }

    [Fact]
    public async Task OptOut_ByTheTokenOfTheQuestionnaireOrAForgedOne_LeadsNowhere()
    {
        await using var bench = await SendingBench.CreateAsync();
        var invitation = Assert.Single(await bench.InviteAsync(1));
        var other = Enumerable.Repeat((byte)1, 32).ToArray();
        foreach (var token in new[] { InvitationToken.Of(invitation.Id, bench.Key.Key.Span), OptOutToken.Of(invitation.Id, other), "", null, new string('A', 32) })
        {
            Assert.Equal(RespondingErrors.UnknownLink, Assert.Single((await bench.OptOut.ExecuteAsync(new(token), CancellationToken.None)).Errors));
        }

        Assert.False(InvitationToken.TryRead(OptOutToken.Of(invitation.Id, bench.Key.Key.Span), bench.Key.Key.Span, out _));
        Assert.Equal(InvitationStatus.Waiting, (await bench.ViewOptOut.ExecuteAsync(new(OptOutToken.Of(invitation.Id, bench.Key.Key.Span)), CancellationToken.None)).Value.Status);
    }
}
