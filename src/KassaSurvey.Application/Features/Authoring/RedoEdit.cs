using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Makes the last undone edit of a draft again.</summary>
public sealed class RedoEdit(IKassaDatabase database, TimeProvider time)
{
    /// <summary>What to redo.</summary>
    /// <param name="WaveId">The draft.</param>
    /// <param name="Revision">The revision that the editor saw.</param>
    public sealed record Command(WaveId WaveId, int Revision);

    /// <summary>Makes it again.</summary>
    public Task<Result<Draft>> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken) => DraftWriter.RunAsync(
        database, viewer, command.WaveId, command.Revision,
        async (db, loaded, ct) =>
        {
            if (await DraftHistory.FirstUndoneAsync(db, command.WaveId, ct) is not { After: { } after } edit)
            {
                return DraftErrors.NothingToRedo;
            }

            var composed = loaded.Compose(db, DraftHistory.Restore(loaded.Draft, after), viewer.Name, time.Now());
            if (!composed.IsSuccess)
            {
                return Result<Draft>.Failed(composed.Errors);
            }

            edit.Redo();
            await db.SaveChangesAsync(ct);
            return await DraftView.MakeAsync(db, composed.Value, time.Today(), ct);
        },
        cancellationToken);
}
