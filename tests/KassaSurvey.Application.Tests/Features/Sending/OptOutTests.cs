using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using Microsoft.EntityFrameworkCore;

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
    public async Task OptOut_FromAllAfterAnAnswer_EndsTheMembersOtherInvitationsAndKeepsTheAnswer()
    {
        await using var bench = await SendingBench.CreateAsync();
        var invitations = await bench.InviteAsync(2);
        var (answered, other) = (invitations[0], invitations[1]);
        await bench.ChangeAsync<Invitation>(row => row.Id == answered.Id, row => { row.Start(NewId.Of<ResponseId>()); row.MarkAnswered(); });
        var next = await bench.Survey.AddOpenWaveAsync(2027, new(2026, 11, 1), new(2026, 11, 30));
        await using (var db = bench.Open())
        {
            db.Add(Invitation.Create(next, answered.MemberId, answered.Language, ""));
            await db.SaveChangesAsync();
        }

        var token = OptOutToken.Of(answered.Id, bench.Key.Key.Span);
        for (var time = 0; time < 2; time++)
        {
            var view = (await bench.OptOut.ExecuteAsync(new(token, FromAll: true), CancellationToken.None)).Value;
            Assert.Equal((InvitationStatus.Answered, true), (view.Status, view.IsFromAll));
        }

        await using var read = bench.Open();
        var member = await read.Members.SingleAsync(row => row.Id == answered.MemberId);
        Assert.Equal(ContactChannels.None, member.Reachable());
        Assert.Equal(InvitationStatus.OptedOut, (await read.Invitations.SingleAsync(row => row.WaveId == next.Id)).Status);
        Assert.Equal(InvitationStatus.Waiting, (await read.Invitations.SingleAsync(row => row.Id == other.Id)).Status);
        Assert.NotEqual(ContactChannels.None, (await read.Members.SingleAsync(row => row.Id == other.MemberId)).Reachable());
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
