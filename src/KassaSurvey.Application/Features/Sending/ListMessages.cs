using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sending;

/// <summary>The messages of a wave, member by member, a page at a time: what was sent to whom and what became of it. No answer is read.</summary>
public sealed class ListMessages(IKassaDatabase database)
{
    /// <summary>Messages on a page.</summary>
    public const int PageSize = 50;

    /// <param name="Wave">The wave.</param>
    /// <param name="Status">Only messages that stand so; null = all.</param>
    /// <param name="Page">The page, from 1; a page after the last one shows the last.</param>
    public sealed record Query(WaveId Wave, DeliveryStatus? Status, int Page);

    /// <param name="Member">The fund's own member number.</param>
    /// <param name="Step">The step: 0 is the invitation.</param>
    /// <param name="Channel">The way it goes.</param>
    /// <param name="Status">Where it stands.</param>
    /// <param name="Reason">Why it was not sent.</param>
    /// <param name="DueAt">Not before this time, UTC.</param>
    /// <param name="SentAt">When it was handed over, UTC; null when it was not.</param>
    public sealed record Row(string Member, int Step, ContactChannels Channel, DeliveryStatus Status, SkipReason Reason, DateTime DueAt, DateTime? SentAt);

    /// <param name="Rows">The messages of the page, by step and member number.</param>
    /// <param name="Page">The page shown, from 1.</param>
    /// <param name="Pages">How many there are, at least 1.</param>
    /// <param name="Total">Messages that the filter lets through.</param>
    /// <param name="HidesReminders">True while reminders would tell who has answered an anonymous survey.</param>
    public sealed record View(ImmutableArray<Row> Rows, int Page, int Pages, int Total, bool HidesReminders);

    public async Task<Result<View>> ExecuteAsync(Viewer viewer, Query query, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var messages = db.OutboxMessages.AsNoTracking().Where(row => row.WaveId == query.Wave);
        // Who gets no reminder has answered: of an anonymous wave in the field only the first messages are listed by member.
        var hidesReminders = await db.Waves.AnyAsync(
            wave => wave.Id == query.Wave && wave.Status == WaveStatus.Open
                && db.Surveys.Any(survey => survey.Id == wave.SurveyId && survey.Confidentiality == Confidentiality.Anonymous),
            cancellationToken);
        if (hidesReminders)
        {
            messages = messages.Where(row => row.Step == 0 && row.Reason != SkipReason.Answered);
        }

        if (query.Status is { } status)
        {
            messages = messages.Where(row => row.Status == status);
        }

        var total = await messages.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(query.Page, 1, pages);
        var rows = await messages
            .Join(db.Invitations, message => message.InvitationId, invitation => invitation.Id, (message, invitation) => new { Message = message, invitation.MemberId })
            .Join(db.Members, row => row.MemberId, member => member.Id, (row, member) => new { row.Message, member.Number })
            .OrderBy(row => row.Message.Step).ThenBy(row => row.Number).ThenBy(row => row.Message.Id)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(row => new Row(
                row.Number, row.Message.Step, row.Message.Channel, row.Message.Status, row.Message.Reason, row.Message.DueAt, row.Message.SentAt))
            .ToListAsync(cancellationToken);
        return new View([.. rows], page, pages, total, hidesReminders);
    }
}
