using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Infrastructure.Persistence.Answering;

/// <summary>Answers behind links through Entity Framework: what SQL Server uses, and what any provider can.</summary>
public sealed class EntityAnswerStore(IKassaDatabase database) : IAnswerStore
{
    public async Task<LinkState?> ReadAsync(InvitationId invitation, bool withAnswers, CancellationToken cancellationToken)
    {
        await using var db = database.For(Viewer.Operator);
        return await ReadAsync(db, invitation, withAnswers, cancellationToken);
    }

    public async Task ChangeAsync(InvitationId invitation, Func<LinkState?, AnswerChange?> decide, CancellationToken cancellationToken)
    {
        await using var db = database.For(Viewer.Operator);
        await db.Database.CreateExecutionStrategy().ExecuteAsync(async stop =>
        {
            while (!await TryChangeAsync(db, invitation, decide, stop))
            {
            }
        }, cancellationToken);
    }

    /// <returns>False when the wave was closed meanwhile: then all is to be decided again.</returns>
    private static async Task<bool> TryChangeAsync(
        KassaDbContext db, InvitationId id, Func<LinkState?, AnswerChange?> decide, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Takes the row's lock before anything is read, so that two sessions on one link change one after the other.
        await db.Invitations.Where(row => row.Id == id)
            .ExecuteUpdateAsync(row => row.SetProperty(it => it.Status, it => it.Status), cancellationToken);
        var state = await ReadAsync(db, id, withAnswers: true, cancellationToken);
        if (decide(state) is not { } change)
        {
            return true;
        }

        db.ActAs(Viewer.Respondent(state!.Link.FundId));
        await ApplyAsync(db, state.Link, change, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        // Asked after the response is marked: closing a wave marks the wave first and reads the responses then,
        // so an answer is either in the sealed columns or refused here.
        if (change.SubmittedOn is not null
            && !await db.Waves.AnyAsync(wave => wave.Id == state.Link.WaveId && wave.Status == WaveStatus.Open, cancellationToken))
        {
            await transaction.RollbackAsync(cancellationToken);
            db.ActAs(Viewer.Operator);
            return false;
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static async Task ApplyAsync(KassaDbContext db, MemberLink link, AnswerChange change, CancellationToken cancellationToken)
    {
        var invitation = await db.Invitations.SingleAsync(row => row.Id == link.InvitationId, cancellationToken);
        var response = change.Starts
            ? await StartAsync(db, invitation, change, link.Language, cancellationToken)
            : await db.Responses.SingleAsync(row => row.Id == link.ResponseId, cancellationToken);
        response.SwitchLanguage(change.Language ?? response.Language);
        response.SwitchMode(change.Mode ?? response.Mode);
        var rows = await db.Answers.Where(row => row.ResponseId == response.Id).ToDictionaryAsync(row => row.QuestionId, cancellationToken);
        foreach (var (question, value) in change.Put)
        {
            if (rows.TryGetValue(question, out var row))
            {
                row.Change(value);
            }
            else
            {
                db.Answers.Add(new(response.Id, question, value));
            }
        }

        db.Answers.RemoveRange(change.Removed.Where(rows.ContainsKey).Select(question => rows[question]));
        if (change.SubmittedOn is { } today)
        {
            Must(response.Submit(today, change.ReceiptHash, response.Elapsed(change.At)));
            Must(invitation.MarkAnswered());
            if (change.KeepsTie)
            {
                db.ConfidentialLinks.Add(ConfidentialLink.Of(invitation, response));
            }
        }
    }

    private static async Task<Response> StartAsync(
        KassaDbContext db, Invitation invitation, AnswerChange change, string language, CancellationToken cancellationToken)
    {
        var segments = await db.Members.Where(member => member.Id == invitation.MemberId)
            .SelectMany(member => member.Segments)
            .ToDictionaryAsync(segment => segment.Name, segment => segment.Value, cancellationToken);
        var response = Response.Start(
            invitation.FundId, invitation.WaveId, change.Language ?? language, segments, change.Mode ?? ResponseMode.Web);
        response.StartClock(change.At);
        Must(invitation.Start(response.Id));
        db.Responses.Add(response);
        return response;
    }

    private static async Task<LinkState?> ReadAsync(KassaDbContext db, InvitationId id, bool withAnswers, CancellationToken cancellationToken)
    {
        var link = await (
            from invitation in db.Invitations.AsNoTracking()
            join wave in db.Waves on invitation.WaveId equals wave.Id
            join response in db.Responses on invitation.OpenResponseId equals response.Id into started
            from response in started.DefaultIfEmpty()
            where invitation.Id == id
            select new MemberLink(
                invitation.Id, invitation.FundId, wave.Id, wave.Revision, wave.Status, wave.ClosesOn, invitation.Status,
                response.Language ?? invitation.Language, invitation.OpenResponseId, response.Mode)).SingleOrDefaultAsync(cancellationToken);
        if (link is not { ResponseId: { } open } || !withAnswers)
        {
            return link is null ? null : new(link, []);
        }

        var rows = await db.Answers.AsNoTracking().Where(row => row.ResponseId == open).ToListAsync(cancellationToken);
        return new(link, [.. rows.Select(row => new StoredAnswer(row.QuestionId, row.Value))]);
    }

    private static void Must(Result result)
    {
        if (!result.IsSuccess)
        {
            throw new InvalidOperationException($"What was decided under the lock does not hold: {string.Join("; ", result.Errors)}");
        }
    }
}
