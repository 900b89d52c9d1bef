using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Domain.Organisation;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace KassaSurvey.Infrastructure.Jobs;

/// <summary>Plans the reminders that are due and sends what is due.</summary>
[DisallowConcurrentExecution]
internal sealed class SendingJob(PlanDueReminders planDueReminders, SendDue sendDue, IHostApplicationLifetime host, ILogger<SendingJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        // A program that is told to stop finishes the message in hand and gives the others back.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, host.ApplicationStopping);
        try
        {
            var planned = (await planDueReminders.ExecuteAsync(Viewer.Operator, stopping.Token)).Value;
            var report = (await sendDue.ExecuteAsync(Viewer.Operator, stopping.Token)).Value;
            if (planned + report.Sent + report.NotSent > 0)
            {
                log.LogInformation("Sending: {Steps} reminders planned, {Sent} messages sent, {NotSent} not sent", planned, report.Sent, report.NotSent);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Nothing was begun that is not finished.
        }
    }
}
