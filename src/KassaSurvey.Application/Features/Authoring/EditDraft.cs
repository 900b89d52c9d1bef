using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Changes a draft by one edit.</summary>
public sealed class EditDraft(IKassaDatabase database, TimeProvider time)
{
    /// <summary>What to change.</summary>
    /// <param name="WaveId">The draft.</param>
    /// <param name="Revision">The revision that the editor saw.</param>
    /// <param name="Edit">The change.</param>
    public sealed record Command(WaveId WaveId, int Revision, DraftEdit Edit);

    /// <summary>Makes the edit, or says who changed the draft in between; then nothing is written.</summary>
    public Task<Result<Draft>> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken) => DraftWriter.RunAsync(
        database, viewer, command.WaveId, command.Revision,
        async (db, loaded, ct) =>
        {
            var edited = loaded.Draft.Apply(command.Edit);
            if (!edited.IsSuccess)
            {
                return Result<Draft>.Failed(edited.Errors);
            }

            return edited.Value == loaded.Draft && loaded.Wave.Status == WaveStatus.Draft
                ? await DraftView.MakeAsync(db, loaded, time.Today(), ct)
                : await ComposeAsync(db, loaded, edited.Value, command.Edit.GetType().Name, command.Edit.Subject, viewer, time, ct);
        },
        cancellationToken);

    /// <summary>Takes an edited questionnaire over and records the edit.</summary>
    internal static async Task<Result<Draft>> ComposeAsync(
        KassaDbContext db, LoadedDraft loaded, QuestionnaireDraft edited, string what, string subject, Viewer viewer, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var composed = loaded.Compose(db, edited, viewer.Name, time.Now());
        if (!composed.IsSuccess)
        {
            return Result<Draft>.Failed(composed.Errors);
        }

        await DraftHistory.RecordAsync(db, loaded.Wave, loaded.Draft, what, subject, viewer.Name, time.Now(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return await DraftView.MakeAsync(db, composed.Value, time.Today(), cancellationToken);
    }
}
