using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Takes the last edit of a draft back.</summary>
public sealed class UndoEdit(IKassaDatabase database, TimeProvider time)
{
    /// <summary>What to undo.</summary>
    /// <param name="WaveId">The draft.</param>
    /// <param name="Revision">The revision that the editor saw.</param>
    public sealed record Command(WaveId WaveId, int Revision);

    /// <summary>Takes it back; it can be redone until the next edit.</summary>
    public Task<Result<Draft>> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken) => DraftWriter.RunAsync(
        database, viewer, command.WaveId, command.Revision,
        async (db, loaded, ct) =>
        {
            if (await DraftHistory.LastDoneAsync(db, command.WaveId, ct) is not { } edit)
            {
                return DraftErrors.NothingToUndo;
            }

            var composed = loaded.Compose(db, DraftHistory.Restore(loaded.Draft, edit.Before), viewer.Name, time.Now());
            if (!composed.IsSuccess)
            {
                return Result<Draft>.Failed(composed.Errors);
            }

            edit.Undo(DraftHistory.Write(loaded.Draft));
            await db.SaveChangesAsync(ct);
            return await DraftView.MakeAsync(db, composed.Value, time.Today(), ct);
        },
        cancellationToken);
}
