using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sending;

/// <summary>Plans the reminders whose day has come, of every fund. Run often, by any number of servers: each step is planned once.</summary>
public sealed class PlanDueReminders(IKassaDatabase database, PlanStep planStep, TimeProvider time)
{
    /// <returns>How many steps were planned.</returns>
    public async Task<Result<int>> ExecuteAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.IsOperator)
        {
            return AccessErrors.NotAllowed;
        }

        var now = time.GetUtcNow().UtcDateTime;
        await using var db = database.For(viewer);
        var plans = await db.SendingPlans.AsNoTracking()
            .Where(plan => plan.StartedAt != null && !plan.IsPaused && db.Waves.Any(wave => wave.Id == plan.WaveId && wave.Status == WaveStatus.Open))
            .ToListAsync(cancellationToken);
        var planned = 0;
        foreach (var plan in plans)
        {
            if (plan.DueReminder(now) is { } step
                && (await planStep.ExecuteAsync(viewer, new(plan.WaveId, step, TypedNumber: null), cancellationToken)).IsSuccess)
            {
                planned++;
            }
        }

        return planned;
    }
}
