using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Fieldwork;

/// <summary>Moves the last day of answering of an open wave.</summary>
public sealed class ExtendWave(IKassaDatabase database, TimeProvider time)
{
    /// <param name="Wave">The wave.</param>
    /// <param name="LastDay">The new last day.</param>
    public sealed record Command(WaveId Wave, DateOnly LastDay);

    /// <summary>Moves it; later or earlier, never before today.</summary>
    public async Task<Result> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        if (await db.Waves.SingleOrDefaultAsync(row => row.Id == command.Wave, cancellationToken) is not { } wave)
        {
            return FieldworkErrors.NotInTheField;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var moved = wave.CloseOn(command.LastDay, viewer.Name, now);
        if (moved.IsSuccess)
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        return moved;
    }
}
