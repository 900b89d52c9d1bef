using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Members;

/// <summary>
/// Puts together all that is held of a member, for the member's own request. Answers of confidential surveys are the member's too:
/// an administrator hands them out, others learn how many there are. Each reading stands in the log.
/// </summary>
public sealed class GetMemberRecord(IKassaDatabase database, GetMember getMember, TimeProvider time)
{
    // A page is built twice, and read again when its file is taken: one line in the log is enough.
    private static readonly TimeSpan OneReading = TimeSpan.FromMinutes(1);

    /// <summary>Reads it.</summary>
    public async Task<Result<MemberRecord>> ExecuteAsync(Viewer viewer, string number, CancellationToken cancellationToken)
    {
        var shown = await getMember.ExecuteAsync(viewer, number, cancellationToken);
        if (!shown.IsSuccess)
        {
            return Result<MemberRecord>.Failed(shown.Errors);
        }

        await using var db = database.For(viewer);
        var member = await db.Members.AsNoTracking().Where(row => row.Number == number && row.Standing != MemberStanding.Erased)
            .Join(db.Funds, row => row.FundId, fund => fund.Id, (row, fund) => new { row.Id, row.FundId, fund.Key }).SingleOrDefaultAsync(cancellationToken);
        if (member is null)
        {
            return MemberErrors.Unknown;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var since = now - OneReading;
        if (!await db.AuditEntries.AnyAsync(
            row => row.MemberId == member.Id && row.Act == AuditAct.RecordShown && row.By == viewer.Name && row.At > since, cancellationToken))
        {
            db.AuditEntries.Add(AuditEntry.Of(member.FundId, member.Id, AuditAct.RecordShown, viewer.Name, now));
            await db.SaveChangesAsync(cancellationToken);
        }

        return await ReadAsync(db, viewer, member.Id, member.Key, DateOnly.FromDateTime(now), shown.Value, cancellationToken);
    }

    private static async Task<MemberRecord> ReadAsync(
        KassaDbContext db, Viewer viewer, MemberId member, string fund, DateOnly today, MemberView view, CancellationToken cancellationToken)
    {
        var waves =
            from wave in db.Waves
            join survey in db.Surveys on wave.SurveyId equals survey.Id
            select new { wave.Id, wave.Year, survey.Key };
        var invitations = db.Invitations.Where(row => row.MemberId == member);
        var calls = await (
            from call in db.CallAttempts.AsNoTracking()
            join invitation in invitations on call.InvitationId equals invitation.Id
            join wave in waves on invitation.WaveId equals wave.Id
            orderby call.At
            select new { wave.Key, wave.Year, call.At, call.By, call.Outcome, call.Note }).ToListAsync(cancellationToken);
        var passedOver = await (
            from exclusion in db.SampleExclusions.AsNoTracking()
            join wave in waves on exclusion.WaveId equals wave.Id
            where exclusion.MemberId == member
            select new { wave.Key, wave.Year, exclusion.Reason }).ToListAsync(cancellationToken);
        var contacts = await db.MemberContacts.AsNoTracking().Where(row => row.MemberId == member).OrderBy(row => row.HeldAt).ToListAsync(cancellationToken);
        var links = db.ConfidentialLinks.AsNoTracking().Where(link => invitations.Any(row => row.Id == link.InvitationId));
        var tied = await links.CountAsync(cancellationToken);
        var answers = tied == 0 || !viewer.MayAdminister ? [] : await (
            from answer in db.Answers.AsNoTracking()
            join link in links on answer.ResponseId equals link.ResponseId
            join invitation in invitations on link.InvitationId equals invitation.Id
            join wave in waves on invitation.WaveId equals wave.Id
            join question in db.Set<Domain.Surveys.Question>() on answer.QuestionId equals question.Id
            select new { wave.Key, wave.Year, question.Code, Answer = answer }).ToListAsync(cancellationToken);
        return new(
            fund, today, view,
            [.. calls.Select(row => new RecordedCall(row.Key, row.Year.Value, row.At, row.By, row.Outcome, row.Note))],
            [.. passedOver.Select(row => new RecordedExclusion(row.Key, row.Year.Value, row.Reason))],
            [.. contacts.Select(row => row.Facts)],
            tied,
            [.. answers.Select(row => new RecordedAnswer(row.Key, row.Year.Value, row.Code, row.Answer.Code, row.Answer.Number, row.Answer.Text))]);
    }
}
