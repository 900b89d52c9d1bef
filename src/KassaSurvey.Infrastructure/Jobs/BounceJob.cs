using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Domain.Organisation;
using Microsoft.Extensions.Logging;
using Quartz;

namespace KassaSurvey.Infrastructure.Jobs;

/// <summary>Reads the mailbox that bounces come back to.</summary>
[DisallowConcurrentExecution]
internal sealed class BounceJob(ReadBounces readBounces, ILogger<BounceJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            var known = (await readBounces.ExecuteAsync(Viewer.Operator, cancellationToken)).Value;
            if (known > 0)
            {
                log.LogInformation("Bounces: {Count} read", known);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Its text may hold an address.
            log.LogWarning("The mailbox of bounces could not be read: {Failure}", failure.GetType().Name);
        }
    }
}
