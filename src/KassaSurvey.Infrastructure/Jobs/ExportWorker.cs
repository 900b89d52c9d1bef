using KassaSurvey.Application.Features.Exporting;
using Quartz;

namespace KassaSurvey.Infrastructure.Jobs;

/// <summary>Wakes this server's work on exports.</summary>
internal sealed class ExportWorker(ISchedulerFactory schedulers) : IExportWorker
{
    public async Task WakeAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await scheduler.TriggerJob(ExportJob.Key, cancellationToken);
    }
}

/// <summary>On a server that does no such work: another takes the file at its next round.</summary>
internal sealed class OtherServersExports : IExportWorker
{
    public Task WakeAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
