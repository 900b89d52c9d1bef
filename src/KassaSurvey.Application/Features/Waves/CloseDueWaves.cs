using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Waves;

/// <summary>Closes and seals the waves whose last day is over, of every fund. A wave that another server closes meanwhile is left to it.</summary>
public sealed class CloseDueWaves(IKassaDatabase database, CloseWave closeWave, TimeProvider time)
{
    /// <returns>How many waves were closed.</returns>
    public async Task<Result<int>> ExecuteAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.IsOperator)
        {
            return AccessErrors.NotAllowed;
        }

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        await using var db = database.For(viewer);
        var due = await db.Waves.AsNoTracking().Where(wave => wave.Status == WaveStatus.Open && wave.ClosesOn < today).Select(wave => wave.Id)
            .ToListAsync(cancellationToken);
        var closed = 0;
        foreach (var wave in due)
        {
            closed += (await closeWave.ExecuteAsync(viewer, wave, cancellationToken)).IsSuccess ? 1 : 0;
        }

        return closed;
    }
}
