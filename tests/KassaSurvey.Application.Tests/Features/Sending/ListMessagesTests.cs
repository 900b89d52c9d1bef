using KassaSurvey.Application.Features.Fieldwork;
using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Tests.Features.Sending;

public sealed class ListMessagesTests
{
    [Fact]
    public async Task List_MoreThanAPage_ShowsEachMessageOnceAndFilters()
    {
        await using var bench = await SendingBench.CreateAsync();
        await bench.InviteAsync(120);
        await bench.PlanAsync();
        var messages = await bench.MessagesAsync();
        foreach (var (message, outcome) in messages.Zip([DeliveryStatus.Delivered, DeliveryStatus.BouncedPermanently, DeliveryStatus.BouncedTemporarily]))
        {
            await bench.ChangeAsync<OutboxMessage>(row => row.Id == message.Id, row =>
            {
                row.MarkSent(new(2026, 11, 10, 10, 0, 0, DateTimeKind.Utc), "");
                row.Report(outcome);
            });
        }

        var list = new ListMessages(bench.Survey.Database);
        var seen = new List<string>();
        for (var page = 1; page <= 3; page++)
        {
            var view = (await list.ExecuteAsync(bench.Manager, new(bench.Wave.Id, null, page), CancellationToken.None)).Value;
            Assert.Equal((page, 3, 120), (view.Page, view.Pages, view.Total));
            seen.AddRange(view.Rows.Select(row => row.Member));
        }

        Assert.Equal(120, seen.Distinct().Count());
        Assert.Equal(seen.Order(StringComparer.Ordinal), seen);
        var beyond = (await list.ExecuteAsync(bench.Manager, new(bench.Wave.Id, null, 99), CancellationToken.None)).Value;
        Assert.Equal((3, 20), (beyond.Page, beyond.Rows.Length));
        var bounced = (await list.ExecuteAsync(bench.Manager, new(bench.Wave.Id, DeliveryStatus.BouncedPermanently, 1), CancellationToken.None)).Value;
        Assert.Equal((1, DeliveryStatus.BouncedPermanently), (bounced.Total, Assert.Single(bounced.Rows).Status));
        Assert.False((await list.ExecuteAsync(bench.Survey.Staff(Role.Manager), new(bench.Wave.Id, null, 1), CancellationToken.None)).IsSuccess);

        var fieldwork = (await new GetFieldwork(bench.Survey.Database, bench.Clock).ExecuteAsync(bench.Manager, bench.Wave.Id, CancellationToken.None)).Value;
        Assert.Equal([new FieldworkChannel(ContactChannels.Email, 3, 1, 1, 1, 0, 0, 117)], fieldwork.Channels.AsEnumerable());
        Assert.Equal([new FieldworkPart("Email", 1, 0)], fieldwork.Ways.AsEnumerable());
        Assert.False(fieldwork.IsPaused);
    }

    [Fact]
    public async Task Reminders_OfAnOpenAnonymousWave_AreNotListedByMember()
    {
        await using var bench = await SendingBench.CreateAsync();
        var invitations = await bench.InviteAsync(3);
        await bench.PlanAsync();
        await bench.SendAsync();
        await bench.ChangeAsync<Invitation>(row => row.Id == invitations[0].Id, row =>
        {
            row.Start(NewId.Of<ResponseId>());
            row.MarkAnswered();
        });
        await bench.PlanAsync(step: 1);
        var list = new ListMessages(bench.Survey.Database);

        var open = (await list.ExecuteAsync(bench.Manager, new(bench.Wave.Id, null, 1), CancellationToken.None)).Value;
        Assert.Equal((true, 3), (open.HidesReminders, open.Total));
        Assert.Equal([(0, DeliveryStatus.Sent)], open.Rows.Select(row => (row.Step, row.Status)).Distinct());

        await bench.ChangeAsync<Wave>(row => row.Id == bench.Wave.Id, row => Assert.True(row.Close(new(2026, 11, 20)).IsSuccess));
        var closed = (await list.ExecuteAsync(bench.Manager, new(bench.Wave.Id, null, 1), CancellationToken.None)).Value;
        Assert.Equal((false, 5), (closed.HidesReminders, closed.Total));
    }
}
