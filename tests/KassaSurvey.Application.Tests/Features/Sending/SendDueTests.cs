using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace KassaSurvey.Application.Tests.Features.Sending;

public sealed class SendDueTests
{
    [Fact]
    public async Task TwoSenders_OfTwoThousandInvitations_SendEachOnceWithALinkThatOpensInItsLanguage()
    {
        await using var bench = await SendingBench.CreateAsync();
        await bench.InviteAsync(2000);
        await bench.AllowAsync(SendingPlan.MostPerMinute);
        Assert.Equal(new PlanStep.Planned(2000, 0), await bench.PlanAsync(typed: 2000));
        var senders = new[] { bench.NewSender(), bench.NewSender() };

        var reports = await Task.WhenAll(senders.Select(sender => Task.Run(() => sender.ExecuteAsync(Viewer.Operator, CancellationToken.None))));

        Assert.All(reports, report => Assert.True(report.Value.Sent > 0));
        Assert.Equal(2000, reports.Sum(report => report.Value.Sent));
        var mails = bench.Server.Received.Select(Read).ToList();
        Assert.Equal(2000, mails.Count);
        Assert.Equal(2000, mails.Select(mail => mail.To.ToString()).Distinct().Count());
        Assert.Equal(2000, mails.Select(mail => mail.MessageId).Distinct().Count());
        Assert.All(await bench.MessagesAsync(), message => Assert.Equal((DeliveryStatus.Sent, 1), (message.Status, message.Attempts)));
        var view = new ViewInvitation(new(bench.Survey.Database, bench.Key, bench.Clock), bench.Forms);
        foreach (var mail in mails)
        {
            var opened = (await view.ExecuteAsync(new(TokenIn(mail.TextBody)), CancellationToken.None)).Value;
            Assert.Equal(LinkStanding.Waiting, opened.Standing);
            Assert.Equal(opened.Language, mail.Body!.Headers[HeaderId.ContentLanguage]);
            Assert.Contains($"lang=\"{opened.Language}\"", mail.HtmlBody, StringComparison.Ordinal);
        }

        Assert.Equal(2000, mails.Select(mail => TokenIn(mail.TextBody)).Distinct().Count());
    }

    [Fact]
    public async Task Message_OfAMemberWhoAnsweredOptedOutOrDiedMeanwhile_IsNotSentAndSaysWhy()
    {
        await using var bench = await SendingBench.CreateAsync();
        var invitations = await bench.InviteAsync(4);
        await bench.PlanAsync();
        await bench.ChangeAsync<Invitation>(row => row.Id == invitations[0].Id, row =>
        {
            row.Start(NewId.Of<ResponseId>());
            row.MarkAnswered();
        });
        await bench.OptOut.ExecuteAsync(new(OptOutToken.Of(invitations[1].Id, bench.Key.Key.Span)), CancellationToken.None);
        await bench.ChangeAsync<Member>(row => row.Id == invitations[2].MemberId, row => row.Stand(MemberStanding.Deceased));

        Assert.Equal(new SendDue.Report(1, 3), await bench.SendAsync());

        Assert.Equal("member3@example.org", Assert.Single(bench.Server.Received).To.Single());
        var reasons = (await bench.MessagesAsync()).ToDictionary(row => row.InvitationId, row => (row.Status, row.Reason));
        Assert.Equal((DeliveryStatus.Skipped, SkipReason.Answered), reasons[invitations[0].Id]);
        Assert.Equal((DeliveryStatus.Skipped, SkipReason.OptedOut), reasons[invitations[1].Id]);
        Assert.Equal((DeliveryStatus.Skipped, SkipReason.NotActive), reasons[invitations[2].Id]);
    }

    [Fact]
    public async Task Message_TheServerPutsOff_IsTriedAgainLaterAndGivenUpInTheEnd()
    {
        await using var bench = await SendingBench.CreateAsync();
        await bench.InviteAsync(1);
        await bench.PlanAsync();
        bench.Server.Refuse = _ => "451 later";

        for (var attempt = 1; attempt <= OutboxMessage.MostAttempts; attempt++)
        {
            Assert.Equal(new SendDue.Report(0, 1), await bench.SendAsync());
            Assert.Equal(new SendDue.Report(0, 0), await bench.SendAsync());
            bench.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(DeliveryStatus.Failed, Assert.Single(await bench.MessagesAsync()).Status);
        Assert.Equal(new SendDue.Report(0, 0), await bench.SendAsync());
    }

    [Fact]
    public async Task Address_ThatTheServerDoesNotKnow_IsNotUsedAgainAndTheReminderGoesByTextMessage()
    {
        await using var bench = await SendingBench.CreateAsync();
        bench.Sms.IsSetUp = true;
        await bench.InviteAsync(2, member => member.CallAt("+358401234567"));
        await bench.PlanAsync();
        bench.Server.Refuse = address => address == "member0@example.org" ? "550 no such user" : null;
        await bench.SendAsync();
        bench.Clock.Advance(TimeSpan.FromDays(4));

        await bench.PlanAsync(step: 1);
        await bench.SendAsync();

        var messages = await bench.MessagesAsync();
        Assert.Single(messages, row => row is { Step: 0, Status: DeliveryStatus.BouncedPermanently });
        var sms = Assert.Single(bench.Sms.Sent);
        Assert.Contains("https://survey.fund.example/s/", sms.Text, StringComparison.Ordinal);
        Assert.Equal(["member1@example.org", "member1@example.org"], bench.Server.Received.Select(mail => mail.To.Single()));
    }

    [Fact]
    public async Task Sender_KilledWhileSending_LosesNothingAndTheRepeatedMessageHasTheSameId()
    {
        await using var bench = await SendingBench.CreateAsync();
        await bench.InviteAsync(3);
        await bench.PlanAsync();
        // As the row stands when the process dies between the server's "250" and the next statement.
        await using (var db = bench.Open())
        {
            var message = await db.OutboxMessages.OrderBy(row => row.DueAt).FirstAsync();
            var now = bench.Clock.GetUtcNow().UtcDateTime;
            await db.OutboxMessages.Where(row => row.Id == message.Id).ExecuteUpdateAsync(row => row
                .SetProperty(it => it.LeaseOwner, "dead").SetProperty(it => it.LeaseUntil, now + OutboxMessage.Lease)
                .SetProperty(it => it.Status, DeliveryStatus.Sending).SetProperty(it => it.Attempts, 1));
        }

        Assert.Equal(2, (await bench.SendAsync()).Sent);
        bench.Clock.Advance(OutboxMessage.Lease + TimeSpan.FromSeconds(1));
        Assert.Equal(1, (await bench.SendAsync()).Sent);

        Assert.Equal(3, bench.Server.Received.Select(mail => mail.To.Single()).Distinct().Count());
        var ids = bench.Server.Received.Select(mail => Read(mail).MessageId!.Split('@')[0]).ToList();
        Assert.Equal(
            (await bench.MessagesAsync()).Select(row => MessageReference.Of(row.Id, bench.Key.Key.Span)).Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Messages_WhileTheServerIsDown_WaitWithoutLosingATry()
    {
        await using var bench = await SendingBench.CreateAsync();
        await bench.InviteAsync(3);
        await bench.PlanAsync();
        bench.Sms.IsSetUp = true;
        await bench.Server.DisposeAsync();

        for (var round = 0; round < 10; round++)
        {
            Assert.Equal(0, (await bench.SendAsync()).Sent);
            bench.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.All(await bench.MessagesAsync(), row => Assert.Equal((DeliveryStatus.Planned, 0, ""), (row.Status, row.Attempts, row.LeaseOwner)));
    }

    [Fact]
    public async Task Messages_AtNight_WaitForTheMorning()
    {
        await using var bench = await SendingBench.CreateAsync();
        await bench.InviteAsync(2);
        // 21:30 in Helsinki.
        bench.Clock.SetUtcNow(new(2026, 11, 10, 19, 30, 0, TimeSpan.Zero));
        await bench.PlanAsync();

        Assert.Equal(0, (await bench.SendAsync()).Sent);
        Assert.All(await bench.MessagesAsync(), row => Assert.Equal(new DateTime(2026, 11, 11, 7, 0, 0), row.DueAt, TimeSpan.FromMinutes(1)));
        bench.Clock.SetUtcNow(new(2026, 11, 11, 7, 1, 0, TimeSpan.Zero));
        Assert.Equal(2, (await bench.SendAsync()).Sent);
    }

    [Fact]
    public async Task Messages_AboveTheRate_WaitForTheNextMinute()
    {
        await using var bench = await SendingBench.CreateAsync();
        await bench.InviteAsync(10);
        await bench.AllowAsync(4);
        await bench.PlanAsync();

        var sent = new List<int>();
        for (var minute = 0; minute < 4; minute++)
        {
            sent.Add((await bench.SendAsync()).Sent);
            bench.Clock.Advance(TimeSpan.FromSeconds(61));
        }

        Assert.Equal([4, 4, 2, 0], sent);
    }

    [Fact]
    public async Task Messages_OfAPausedOrClosedWave_AreNotSent()
    {
        await using var bench = await SendingBench.CreateAsync();
        await bench.InviteAsync(1);
        await bench.PlanAsync();
        await bench.ChangeAsync(plan => plan.Pause(true));
        Assert.Equal(0, (await bench.SendAsync()).Sent);

        await bench.ChangeAsync(plan => plan.Pause(false));
        bench.Clock.SetUtcNow(new(2026, 12, 1, 10, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, (await bench.SendAsync()).Sent);
        Assert.Equal((DeliveryStatus.Skipped, SkipReason.WaveClosed), Assert.Single((await bench.MessagesAsync()).Select(row => (row.Status, row.Reason))));
    }

    [Fact]
    public async Task Mail_CarriesOneClickOptOutAndNothingThatTellsWhenItWasRead()
    {
        await using var bench = await SendingBench.CreateAsync();
        var invitation = Assert.Single(await bench.InviteAsync(1));
        await bench.PlanAsync();
        await bench.SendAsync();

        var mail = Read(Assert.Single(bench.Server.Received));
        var optOut = $"https://survey.fund.example/u/{OptOutToken.Of(invitation.Id, bench.Key.Key.Span)}";
        Assert.Equal($"<{optOut}>", mail.Headers[HeaderId.ListUnsubscribe]);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers[HeaderId.ListUnsubscribePost]);
        Assert.Contains(optOut, mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", mail.TextBody + mail.HtmlBody + mail.Subject, StringComparison.Ordinal);
        Assert.StartsWith("Hei Member 0,", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal("Testikassa", mail.From.Mailboxes.Single().Name);
    }

    private static MimeMessage Read(ReceivedMail mail)
    {
        using var stream = new MemoryStream(System.Text.Encoding.Latin1.GetBytes(mail.Content));
        return MimeMessage.Load(stream);
    }

    private static string TokenIn(string? text) => text!.Split("/s/")[1][..InvitationToken.Length];
}
