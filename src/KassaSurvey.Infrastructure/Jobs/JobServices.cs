using KassaSurvey.Application.Features.Exporting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace KassaSurvey.Infrastructure.Jobs;

/// <summary>
/// The work that goes on without a request. Every server runs the schedule, from memory: who does a piece of it is decided by its row in the
/// database (docs/decisions/0024).
/// </summary>
public static class JobServices
{
    /// <summary>Setting: false keeps this server from sending and closing.</summary>
    public const string Setting = "Jobs:Enabled";

    private static readonly TimeSpan SendingEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ContactsEvery = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ExportsEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BouncesEvery = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ClosingEvery = TimeSpan.FromMinutes(10);

    // In the night of the server's time zone, when nobody waits for the database.
    private const string RetentionAt = "0 30 2 * * ?";

    /// <summary>Adds the schedule; it starts when the site has started.</summary>
    public static IServiceCollection AddKassaJobs(this IServiceCollection services, IConfiguration configuration)
    {
        if (!configuration.GetValue(Setting, defaultValue: true))
        {
            return services.AddSingleton<IExportWorker, OtherServersExports>();
        }

        services.AddQuartz(quartz =>
        {
            quartz.UseInMemoryStore();
            // A round that was missed, because the one before took long or the machine slept, is not caught up with: the next does its work.
            quartz.ScheduleJob<SendingJob>(trigger => trigger.WithSimpleSchedule(schedule =>
                schedule.WithInterval(SendingEvery).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)));
            quartz.ScheduleJob<ContactJob>(trigger => trigger.WithSimpleSchedule(schedule =>
                schedule.WithInterval(ContactsEvery).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)));
            quartz.ScheduleJob<BounceJob>(trigger => trigger.WithSimpleSchedule(schedule =>
                schedule.WithInterval(BouncesEvery).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)));
            quartz.ScheduleJob<ClosingJob>(trigger => trigger.WithSimpleSchedule(schedule =>
                schedule.WithInterval(ClosingEvery).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)));
            // Woken by each request; its rounds take over what another server left.
            quartz.ScheduleJob<ExportJob>(
                trigger => trigger.WithSimpleSchedule(schedule =>
                    schedule.WithInterval(ExportsEvery).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)),
                job => job.WithIdentity(ExportJob.Key));
            quartz.ScheduleJob<RetentionJob>(trigger => trigger.WithCronSchedule(RetentionAt));
        });
        services.AddSingleton<IExportWorker, ExportWorker>();
        // The message in hand is finished before the program ends.
        return services.AddQuartzHostedService(options => (options.WaitForJobsToComplete, options.AwaitApplicationStarted) = (true, true));
    }
}
