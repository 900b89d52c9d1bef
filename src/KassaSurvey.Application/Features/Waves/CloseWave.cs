using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Waves;

/// <summary>Ends the field work of a wave and seals its answers, both or neither.</summary>
public sealed class CloseWave(IKassaDatabase database, SealWave sealWave, TimeProvider time)
{
    /// <summary>Closes and seals the wave. Answers in progress stay unfinished and are not counted.</summary>
    public async Task<Result<SealWave.Sealed>> ExecuteAsync(Viewer viewer, WaveId waveId, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(
            async ct =>
            {
                db.ChangeTracker.Clear();
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                var wave = await db.Waves.Include(row => row.Questions).AsSplitQuery().SingleOrDefaultAsync(row => row.Id == waveId, ct);
                if (wave is null)
                {
                    return Result<SealWave.Sealed>.Failed(SealErrors.NotClosed);
                }

                var closed = wave.Close(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
                if (!closed.IsSuccess)
                {
                    return Result<SealWave.Sealed>.Failed(closed.Errors);
                }

                // The status is saved first: a submission that comes later finds the wave closed.
                await db.SaveChangesAsync(ct);
                // What is unfinished stays so: its time is of no use any more.
                await db.Responses.Where(response => response.WaveId == wave.Id && response.StartedAt != null)
                    .ExecuteUpdateAsync(response => response.SetProperty(it => it.StartedAt, (long?)null), ct);
                var result = await sealWave.AddAsync(db, wave, "", ct);
                await db.SaveChangesAsync(ct);
                await transaction.CommitAsync(ct);
                return result;
            },
            cancellationToken);
    }
}
