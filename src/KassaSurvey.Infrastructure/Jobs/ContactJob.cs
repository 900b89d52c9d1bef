using KassaSurvey.Application.Features.Triggers;
using KassaSurvey.Domain.Organisation;
using Microsoft.Extensions.Logging;
using Quartz;

namespace KassaSurvey.Infrastructure.Jobs;

/// <summary>Asks members about contacts whose delay has passed.</summary>
[DisallowConcurrentExecution]
internal sealed class ContactJob(AskAfterContacts askAfterContacts, ILogger<ContactJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var report = (await askAfterContacts.ExecuteAsync(Viewer.Operator, cancellationToken)).Value;
        if (report.Asked + report.PassedOver > 0)
        {
            log.LogInformation("Contacts: {Asked} members to be asked, {PassedOver} contacts passed over", report.Asked, report.PassedOver);
        }

        if (report.Stopped > 0)
        {
            log.LogWarning("Contacts: {Stopped} surveys wait, because their wave of the year cannot be opened", report.Stopped);
        }
    }
}
