using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Changes a wave in one transaction, unless somebody else changed it since the editor read it.</summary>
internal static class DraftWriter
{
    /// <summary>Runs the work and saves it. Work that fails, or comes second, leaves nothing behind.</summary>
    /// <param name="database">The database.</param>
    /// <param name="viewer">Who changes it.</param>
    /// <param name="id">The wave.</param>
    /// <param name="revision">The revision that the editor saw.</param>
    /// <param name="work">Changes the tracked entities; may save in between.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<Result<T>> RunAsync<T>(
        IKassaDatabase database, Viewer viewer, WaveId id, int revision,
        Func<KassaDbContext, LoadedDraft, CancellationToken, Task<Result<T>>> work, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        try
        {
            return await db.Database.CreateExecutionStrategy().ExecuteAsync(
                async ct =>
                {
                    db.ChangeTracker.Clear();
                    await using var transaction = await db.Database.BeginTransactionAsync(ct);
                    if (await LoadedDraft.FindAsync(db, id, ct) is not { } loaded)
                    {
                        return AuthoringErrors.WaveUnknown;
                    }

                    if (loaded.Wave.Revision != revision)
                    {
                        return ChangedByAnother(loaded.Wave);
                    }

                    var result = await work(db, loaded, ct);
                    if (result.IsSuccess)
                    {
                        await db.SaveChangesAsync(ct);
                        await transaction.CommitAsync(ct);
                    }

                    return result;
                },
                cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two came at the same moment, and the database let one through: the wave's revision tells whether that is the reason.
            await using var now = database.For(viewer);
            var wave = await now.Waves.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
            if (wave is null || wave.Revision == revision)
            {
                throw;
            }

            return ChangedByAnother(wave);
        }
    }

    private static Error ChangedByAnother(Wave wave) => AuthoringErrors.ChangedByAnother(wave.ChangedBy, wave.ChangedAt);
}
