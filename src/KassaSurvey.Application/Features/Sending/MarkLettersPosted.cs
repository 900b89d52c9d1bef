using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sending;

/// <summary>Records that a step's letters have been posted.</summary>
public sealed class MarkLettersPosted(IKassaDatabase database, TimeProvider time)
{
    /// <param name="Wave">The wave.</param>
    /// <param name="Step">The step.</param>
    public sealed record Command(WaveId Wave, int Step);

    /// <returns>How many letters were posted.</returns>
    public async Task<Result<int>> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var now = time.GetUtcNow().UtcDateTime;
        return await GetLetters.Waiting(db, command.Wave, command.Step).ExecuteUpdateAsync(
            row => row.SetProperty(it => it.Status, DeliveryStatus.Sent).SetProperty(it => it.SentAt, now).SetProperty(it => it.Attempts, 1)
                .SetProperty(it => it.Revision, it => it.Revision + 1),
            cancellationToken);
    }
}
