using KassaSurvey.Application.Features;
using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;

namespace KassaSurvey.Application.Tests.Features.Sending;

public sealed class PlanStepTests
{
    [Fact]
    public async Task Preview_SaysWhatPlanningThenDoes()
    {
        await using var bench = await SendingBench.CreateAsync();
        bench.Sms.IsSetUp = true;
        await bench.InviteAsync(8);
        await bench.InviteAsync(1, member =>
        {
            member.WriteTo(null);
            member.CallAt("+358401234567");
        });
        await bench.InviteAsync(1, member =>
        {
            member.WriteTo(null);
            member.LiveAt(new("Katu 1", "00100", "Helsinki"));
        });
        await bench.InviteAsync(1, member => member.WriteTo(null));
        await bench.InviteAsync(1, member => member.Stand(MemberStanding.Protected));
        var left = Assert.Single(await bench.InviteAsync(1));
        await bench.OptOut.ExecuteAsync(new(OptOutToken.Of(left.Id, bench.Key.Key.Span)), CancellationToken.None);

        var preview = (await bench.Preview.ExecuteAsync(bench.Manager, new(bench.Wave.Id, 0), CancellationToken.None)).Value;

        Assert.Equal(
            [.. Languages.All.Order(StringComparer.Ordinal).Select(language => new PreviewStep.Group(ContactChannels.Email, language, 2)),
                new(ContactChannels.Sms, Languages.Finnish, 1), new(ContactChannels.Letter, Languages.Finnish, 1)],
            preview.Groups);
        Assert.Equal([new(SkipReason.OptedOut, 1), new(SkipReason.NotActive, 1), new(SkipReason.NoChannel, 1)], preview.Skipped);
        // One a second from now on: nine messages.
        var now = bench.Clock.GetUtcNow().UtcDateTime;
        Assert.Equal((now, now.AddSeconds(8)), (preview.First!.Value, preview.Last!.Value));
        Assert.False(preview.Sms!.Value.IsUnicode);
        Assert.False(preview.NeedsNumber);
        Assert.Empty(await bench.MessagesAsync());
        Assert.Equal(new PlanStep.Planned(10, 2), await bench.PlanAsync());
        var rows = await bench.MessagesAsync();
        Assert.Equal(12, rows.Count);
        Assert.Equal(now.AddSeconds(8), rows.Where(row => row.Channel is ContactChannels.Email or ContactChannels.Sms).Max(row => row.DueAt));
    }

    [Fact]
    public async Task Planning_Again_AsksOnlyThoseWhoHaveComeSince()
    {
        await using var bench = await SendingBench.CreateAsync();
        await bench.InviteAsync(3);
        await bench.InviteAsync(1, member => member.WriteTo(null));
        await bench.PlanAsync();

        Assert.Equal(SendingErrors.NobodyToAsk, Assert.Single((await bench.Plan.ExecuteAsync(bench.Manager, new(bench.Wave.Id, 0, null), CancellationToken.None)).Errors));
        await bench.InviteAsync(2);
        Assert.Equal(2, (await bench.PlanAsync()).Messages);
        Assert.Equal(6, (await bench.MessagesAsync()).Count);
    }

    [Fact]
    public async Task Planning_OfMoreThanAThousand_NeedsTheNumber()
    {
        await using var bench = await SendingBench.CreateAsync();
        await bench.InviteAsync(1001);

        var refused = await bench.Plan.ExecuteAsync(bench.Manager, new(bench.Wave.Id, 0, 1000), CancellationToken.None);

        Assert.Equal(SendingErrors.NumberNotTyped(1001), Assert.Single(refused.Errors));
        Assert.Empty(await bench.MessagesAsync());
        Assert.Equal(1001, (await bench.PlanAsync(typed: 1001)).Messages);
    }

    [Fact]
    public async Task Reminder_IsForThoseWhoHaveNotFinished_AndAfterTheInvitationOnly()
    {
        await using var bench = await SendingBench.CreateAsync();
        var invitations = await bench.InviteAsync(3);
        Assert.Equal(SendingErrors.NotInTurn, Assert.Single((await bench.Plan.ExecuteAsync(bench.Manager, new(bench.Wave.Id, 1, null), CancellationToken.None)).Errors));
        await bench.PlanAsync();
        await bench.SendAsync();
        await bench.ChangeAsync<Invitation>(row => row.Id == invitations[0].Id, row =>
        {
            row.Start(NewId.Of<ResponseId>());
            row.MarkAnswered();
        });
        await bench.ChangeAsync<Invitation>(row => row.Id == invitations[1].Id, row => row.Start(NewId.Of<ResponseId>()));

        Assert.Equal(2, (await bench.PlanAsync(step: 1)).Messages);
        Assert.DoesNotContain(await bench.MessagesAsync(), row => row.Step == 1 && row.InvitationId == invitations[0].Id);
    }

    [Fact]
    public async Task Planning_ByOthersThanSurveyStaff_IsRefused()
    {
        await using var bench = await SendingBench.CreateAsync();
        foreach (var role in new[] { Role.Manager, Role.Analyst, Role.Interviewer })
        {
            Assert.Equal(AccessErrors.NotAllowed, Assert.Single((await bench.Plan.ExecuteAsync(bench.Survey.Staff(role), new(bench.Wave.Id, 0, null), CancellationToken.None)).Errors));
            Assert.Equal(AccessErrors.NotAllowed, Assert.Single((await bench.Preview.ExecuteAsync(bench.Survey.Staff(role), new(bench.Wave.Id, 0), CancellationToken.None)).Errors));
        }
    }
}
