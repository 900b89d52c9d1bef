using KassaSurvey.Application.Features.Exporting;
using KassaSurvey.Domain.Organisation;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace KassaSurvey.Infrastructure.Jobs;

/// <summary>Writes the files that people asked for.</summary>
[DisallowConcurrentExecution]
internal sealed class ExportJob(RunExports runExports, IHostApplicationLifetime host, ILogger<ExportJob> log) : IJob
{
    /// <summary>Its name in the schedule.</summary>
    public static readonly JobKey Key = new("exports");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        // A program that is told to stop gives the file in hand back: whoever takes it begins again.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, host.ApplicationStopping);
        try
        {
            var written = (await runExports.ExecuteAsync(Viewer.Operator, stopping.Token)).Value;
            if (written > 0)
            {
                log.LogInformation("Exports: {Files} files written", written);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Nothing was begun that is not given back.
        }
    }
}
