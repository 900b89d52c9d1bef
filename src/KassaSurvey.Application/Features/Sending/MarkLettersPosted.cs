using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Sending;

/// <summary>Records that a step's letters have been posted; what was not printed, because its member had answered say, is skipped.</summary>
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
        var waiting = await GetLetters.WaitingAsync(db, command.Wave, command.Step, cancellationToken);
        foreach (var (message, _, reason) in waiting)
        {
            if (reason is { } why)
            {
                message.Skip(why);
            }
            else
            {
                message.MarkSent(now, "");
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return waiting.Count(row => row.Reason is null);
    }
}
