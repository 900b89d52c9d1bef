using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Accessibility;

/// <summary>Lists the fund's accessibility feedback: what waits first, by the day it is due.</summary>
public sealed class ListFeedback(IKassaDatabase database, TimeProvider time)
{
    /// <param name="Id">Its identity.</param>
    /// <param name="Text">What was written.</param>
    /// <param name="ReplyTo">Where an answer can be sent, or empty.</param>
    /// <param name="ReceivedOn">The day it came.</param>
    /// <param name="DueOn">The last day to answer.</param>
    /// <param name="DaysLeft">Days until then; negative when overdue.</param>
    /// <param name="AnsweredOn">The day it was answered, or null.</param>
    /// <param name="AnsweredBy">Who answered.</param>
    /// <param name="AnswerNote">What was answered.</param>
    public sealed record Item(
        AccessibilityFeedbackId Id, string Text, string ReplyTo, DateOnly ReceivedOn, DateOnly DueOn, int DaysLeft, DateOnly? AnsweredOn,
        string AnsweredBy, string AnswerNote)
    {
        /// <summary>True when it waits after the last day.</summary>
        public bool IsOverdue => AnsweredOn is null && DaysLeft < 0;
    }

    /// <summary>Reads the list.</summary>
    public async Task<Result<IReadOnlyList<Item>>> ExecuteAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.MayAdminister)
        {
            return AccessErrors.NotAllowed;
        }

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        await using var db = database.For(viewer);
        var rows = await db.AccessibilityFeedback.AsNoTracking().ToListAsync(cancellationToken);
        return Result.Of<IReadOnlyList<Item>>(
        [
            .. rows
                .OrderBy(row => row.AnsweredOn is not null)
                .ThenBy(row => row.AnsweredOn is null ? row.DueOn.DayNumber : -row.AnsweredOn.Value.DayNumber)
                .ThenBy(row => row.Id.Value)
                .Select(row => new Item(
                    row.Id, row.Text, row.ReplyTo, row.ReceivedOn, row.DueOn, row.DueOn.DayNumber - today.DayNumber, row.AnsweredOn,
                    row.AnsweredBy, row.AnswerNote)),
        ]);
    }
}
