using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Accessibility;

/// <summary>Notes that accessibility feedback has been answered, by whom and how.</summary>
public sealed class AnswerFeedback(IKassaDatabase database, TimeProvider time)
{
    /// <param name="Feedback">Which.</param>
    /// <param name="Note">What was answered or done, in short.</param>
    public sealed record Command(AccessibilityFeedbackId Feedback, string Note);

    /// <summary>Saves it.</summary>
    public async Task<Result> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        if (!viewer.MayAdminister)
        {
            return AccessErrors.NotAllowed;
        }

        var note = command.Note.Trim();
        if (note.Length is 0 or > AccessibilityFeedback.LongestNote)
        {
            return FeedbackErrors.BadNote(AccessibilityFeedback.LongestNote);
        }

        await using var db = database.For(viewer);
        if (await db.AccessibilityFeedback.SingleOrDefaultAsync(row => row.Id == command.Feedback, cancellationToken) is not { } feedback)
        {
            return FeedbackErrors.Unknown;
        }

        var marked = feedback.MarkAnswered(viewer.Name, note, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        if (!marked.IsSuccess)
        {
            return marked;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return FeedbackErrors.AnsweredMeanwhile;
        }
    }
}
