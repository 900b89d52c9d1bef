using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Reads a wave's questionnaire for its editor.</summary>
public sealed class GetDraft(IKassaDatabase database, TimeProvider time)
{
    /// <summary>Reads it. Of an open or closed wave too: then only wordings can be corrected, or nothing.</summary>
    public async Task<Result<Draft>> ExecuteAsync(Viewer viewer, WaveId waveId, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        return await LoadedDraft.FindAsync(db, waveId, cancellationToken) is { } loaded
            ? await DraftView.MakeAsync(db, loaded, time.Today(), cancellationToken)
            : AuthoringErrors.WaveUnknown;
    }
}
