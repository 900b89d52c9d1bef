using KassaSurvey.Application.Features.Fieldwork;
using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Sending;

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
        Assert.False(fieldwork.IsPaused);
    }
}
