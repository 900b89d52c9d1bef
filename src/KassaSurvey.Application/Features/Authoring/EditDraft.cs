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
    public async Task<Result<Draft>> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        _ = (database, time);
        throw new NotImplementedException();
    }
}
