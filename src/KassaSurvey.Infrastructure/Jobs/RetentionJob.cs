using KassaSurvey.Application.Features.Retention;
using KassaSurvey.Domain.Organisation;
using Microsoft.Extensions.Logging;
using Quartz;

namespace KassaSurvey.Infrastructure.Jobs;

/// <summary>Removes what the funds' rules do not keep any longer, once a day.</summary>
[DisallowConcurrentExecution]
internal sealed class RetentionJob(ApplyRetention applyRetention, ILogger<RetentionJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var removed = (await applyRetention.ExecuteAsync(Viewer.Operator, cancellationToken)).Value;
        if (removed.Members + removed.Waves > 0)
        {
            log.LogInformation("Retention: {Members} members erased, traces of contacting of {Waves} waves removed", removed.Members, removed.Waves);
        }
    }
}
