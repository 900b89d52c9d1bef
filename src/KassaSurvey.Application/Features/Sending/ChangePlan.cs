using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sending;

/// <summary>Settles steps, rate and hours of a wave's sending, or stops it and lets it go on.</summary>
public sealed class ChangePlan(IKassaDatabase database)
{
    /// <param name="Wave">The wave.</param>
    /// <param name="Revision">The plan's revision as the person saw it.</param>
    /// <param name="Content">What is settled; null to leave it.</param>
    /// <param name="IsPaused">Whether nothing goes out; null to leave it.</param>
    public sealed record Command(WaveId Wave, int Revision, SendingPlanContent? Content, bool? IsPaused);

    public async Task<Result> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        if (await db.Waves.AsNoTracking().SingleOrDefaultAsync(row => row.Id == command.Wave, cancellationToken) is not { } wave)
        {
            return SendingErrors.WaveNotFound;
        }

        var plan = await db.SendingPlans.SingleOrDefaultAsync(row => row.WaveId == command.Wave, cancellationToken);
        if (plan is null)
        {
            plan = SendingPlan.Create(wave.FundId, wave.Id);
            db.SendingPlans.Add(plan);
        }

        // Stopping must not fail because somebody else has just changed something.
        if (command.Content is not null && plan.Revision != command.Revision)
        {
            return SendingErrors.ChangedMeanwhile;
        }

        if (command.Content is { } content && plan.Change(content) is { IsSuccess: false } refused)
        {
            return refused;
        }

        if (command.IsPaused is { } isPaused)
        {
            plan.Pause(isPaused);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Done;
        }
        catch (DbUpdateException)
        {
            return SendingErrors.ChangedMeanwhile;
        }
    }
}
