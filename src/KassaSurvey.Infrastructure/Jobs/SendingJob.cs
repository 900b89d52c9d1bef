using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Domain.Organisation;
using Microsoft.Extensions.Logging;
using Quartz;

namespace KassaSurvey.Infrastructure.Jobs;

/// <summary>Plans the reminders that are due and sends what is due.</summary>
[DisallowConcurrentExecution]
internal sealed class SendingJob(PlanDueReminders planDueReminders, SendDue sendDue, ILogger<SendingJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var planned = (await planDueReminders.ExecuteAsync(Viewer.Operator, cancellationToken)).Value;
        var report = (await sendDue.ExecuteAsync(Viewer.Operator, cancellationToken)).Value;
        if (planned + report.Sent + report.NotSent > 0)
        {
            log.LogInformation("Sending: {Steps} reminders planned, {Sent} messages sent, {NotSent} not sent", planned, report.Sent, report.NotSent);
        }
    }
}
