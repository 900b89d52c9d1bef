using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Retention;

/// <summary>What a fund's rule does not keep any longer on a day, as queries: the dry run counts what the run removes.</summary>
internal sealed class RetentionDue(KassaDbContext db, RetentionRule rule, DateOnly today)
{
    /// <summary>Members who left long enough ago. Who left on an unknown day is kept.</summary>
    public IQueryable<Member> Members()
    {
        var until = rule.LeftUntil(today);
        return db.Members.Where(member => until != null && member.FundId == rule.FundId
            && member.Standing == MemberStanding.Left && member.LeftOn != null && member.LeftOn <= until);
    }

    /// <summary>Closed waves whose last day was long enough ago and that have traces of contacting left.</summary>
    public IQueryable<Wave> Waves()
    {
        var until = rule.ClosedUntil(today);
        return db.Waves.Where(wave => until != null && wave.FundId == rule.FundId && wave.Status == WaveStatus.Closed && wave.ClosesOn <= until
            && (db.OutboxMessages.Any(row => row.WaveId == wave.Id && row.ProviderReference != "")
                || db.LetterLinks.Any(row => db.Invitations.Any(held => held.Id == row.InvitationId && held.WaveId == wave.Id))
                || db.CallAttempts.Any(row => row.Note != "" && db.Invitations.Any(held => held.Id == row.InvitationId && held.WaveId == wave.Id))));
    }

    /// <summary>The invitations of a wave.</summary>
    public IQueryable<InvitationId> Invitations(WaveId wave) => db.Invitations.Where(row => row.WaveId == wave).Select(row => row.Id);
}
