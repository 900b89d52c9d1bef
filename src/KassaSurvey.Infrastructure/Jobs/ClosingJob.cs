using KassaSurvey.Application.Features.Waves;
using KassaSurvey.Domain.Organisation;
using Microsoft.Extensions.Logging;
using Quartz;

namespace KassaSurvey.Infrastructure.Jobs;

/// <summary>Closes the waves whose last day is over.</summary>
[DisallowConcurrentExecution]
internal sealed class ClosingJob(CloseDueWaves closeDueWaves, ILogger<ClosingJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var closed = (await closeDueWaves.ExecuteAsync(Viewer.Operator, cancellationToken)).Value;
        if (closed > 0)
        {
            log.LogInformation("Closed {Waves} waves whose last day is over", closed);
        }
    }
}
