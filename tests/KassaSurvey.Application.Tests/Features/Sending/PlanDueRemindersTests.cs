using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Sending;

namespace KassaSurvey.Application.Tests.Features.Sending;

public sealed class PlanDueRemindersTests
{
    [Fact]
    public async Task Reminders_OfARunningWave_AreSentOnTheirDaysByThemselves()
    {
        await using var bench = await SendingBench.CreateAsync();
        await bench.InviteAsync(2);
        var reminders = new PlanDueReminders(bench.Survey.Database, bench.Plan, bench.Clock);
        Assert.Equal(0, (await reminders.ExecuteAsync(Viewer.Operator, CancellationToken.None)).Value);
        await bench.PlanAsync();
        await bench.SendAsync();
        var planned = new List<int>();

        for (var day = 1; day <= 12; day++)
        {
            bench.Clock.Advance(TimeSpan.FromDays(1));
            planned.Add((await reminders.ExecuteAsync(Viewer.Operator, CancellationToken.None)).Value);
            Assert.Equal(0, (await reminders.ExecuteAsync(Viewer.Operator, CancellationToken.None)).Value);
            bench.Clock.Advance(TimeSpan.FromMinutes(1));
            await bench.SendAsync();
        }

        Assert.Equal([0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0], planned);
        Assert.Equal([(0, 2), (1, 2), (2, 2)], (await bench.MessagesAsync()).CountBy(row => row.Step).Select(row => (row.Key, row.Value)).Order());
        Assert.All(await bench.MessagesAsync(), row => Assert.Equal(DeliveryStatus.Sent, row.Status));
    }
}
