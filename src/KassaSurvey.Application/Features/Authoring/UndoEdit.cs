using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Takes the last edit of a draft back.</summary>
public sealed class UndoEdit(IKassaDatabase database, TimeProvider time)
{
    /// <summary>What to undo.</summary>
    /// <param name="WaveId">The draft.</param>
    /// <param name="Revision">The revision that the editor saw.</param>
    public sealed record Command(WaveId WaveId, int Revision);

    /// <summary>Takes it back; it can be redone until the next edit.</summary>
    public async Task<Result<Draft>> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        _ = (database, time);
        throw new NotImplementedException();
    }
}
