using KassaSurvey.Application.Features;
using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Sending;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Tests.Features.Sending;

public sealed class RecordDeliveryTests
{
    [Theory]
    [InlineData(DeliveryNews.Delivered, DeliveryStatus.Delivered, ContactChannels.None, InvitationStatus.Waiting)]
    [InlineData(DeliveryNews.Delayed, DeliveryStatus.BouncedTemporarily, ContactChannels.None, InvitationStatus.Waiting)]
    [InlineData(DeliveryNews.NoSuchRecipient, DeliveryStatus.BouncedPermanently, ContactChannels.Email, InvitationStatus.Waiting)]
    [InlineData(DeliveryNews.Failed, DeliveryStatus.Failed, ContactChannels.None, InvitationStatus.Waiting)]
    [InlineData(DeliveryNews.Complaint, DeliveryStatus.OptedOut, ContactChannels.None, InvitationStatus.OptedOut)]
    public async Task Report_OfAMessage_ChangesMessageMemberAndInvitation(
        DeliveryNews news, DeliveryStatus status, ContactChannels unreachable, InvitationStatus invitation)
    {
        await using var bench = await SendingBench.CreateAsync();
        await bench.InviteAsync(1);
        await bench.PlanAsync();
        await bench.SendAsync();
        var reference = MessageReference.Of(Assert.Single(await bench.MessagesAsync()).Id, bench.Key.Key.Span);

        for (var time = 0; time < 2; time++)
        {
            Assert.True((await Record(bench).ExecuteAsync(Viewer.Operator, new(reference, news), CancellationToken.None)).Value);
        }

        await using var db = bench.Open();
        Assert.Equal(
            (status, unreachable, invitation),
            ((await db.OutboxMessages.SingleAsync()).Status, (await db.Members.SingleAsync()).Unreachable, (await db.Invitations.SingleAsync()).Status));
    }

    [Fact]
    public async Task Report_OfAForgedReference_IsNotBelieved()
    {
        await using var bench = await SendingBench.CreateAsync();
        var invitation = Assert.Single(await bench.InviteAsync(1));
        await bench.PlanAsync();
        foreach (var reference in new[] { "", "x", new string('A', 32), InvitationToken.Of(invitation.Id, bench.Key.Key.Span) })
        {
            Assert.False((await Record(bench).ExecuteAsync(Viewer.Operator, new(reference, DeliveryNews.Complaint), CancellationToken.None)).Value);
        }

        Assert.Equal(AccessErrors.NotAllowed, Assert.Single((await Record(bench).ExecuteAsync(bench.Manager, new("", DeliveryNews.Failed), CancellationToken.None)).Errors));
    }

    [Fact]
    public async Task Invitation_ThatBounced_IsPlannedAgainByAnotherWay()
    {
        await using var bench = await SendingBench.CreateAsync();
        bench.Sms.IsSetUp = true;
        await bench.InviteAsync(2, member => member.CallAt("+358401234567"));
        await bench.PlanAsync();
        await bench.SendAsync();
        var bounced = (await bench.MessagesAsync())[0];
        await Record(bench).ExecuteAsync(Viewer.Operator, new(MessageReference.Of(bounced.Id, bench.Key.Key.Span), DeliveryNews.NoSuchRecipient), CancellationToken.None);

        Assert.Equal(new PlanStep.Planned(1, 0), await bench.PlanAsync());

        Assert.Single(await bench.MessagesAsync(), row => row.InvitationId == bounced.InvitationId && row is { Step: 0, Channel: ContactChannels.Sms });
    }

    private static RecordDelivery Record(SendingBench bench) => new(bench.Survey.Database, bench.Key);
}
