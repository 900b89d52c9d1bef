using System.Linq.Expressions;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sampling;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sampling;

/// <summary>The members that a draw chooses from, as queries: nothing is read before the database has filtered and counted.</summary>
internal sealed class SamplingFrame(KassaDbContext db, SampledPopulation population, WaveId wave)
{
    /// <summary>Members of the population, with the reason why some are not asked.</summary>
    public IQueryable<FrameRow> Rows()
    {
        var wanted = wave;
        var peace = population.MonthsBetween == 0 ? DateOnly.MaxValue : population.AsOf.AddMonths(-population.MonthsBetween);
        const ContactChannels Call = ContactChannels.Phone | ContactChannels.Sms;
        return Matching().Select(member => new FrameRow
        {
            Id = member.Id,
            Number = member.Number,
            Language = member.Language,
            Reason =
                member.Standing == MemberStanding.Deceased ? ExclusionReason.Deceased
                : member.Standing == MemberStanding.Protected ? ExclusionReason.Protected
                : member.Standing == MemberStanding.Left ? ExclusionReason.Left
                : (member.Refuses & ContactChannels.All) == ContactChannels.All ? ExclusionReason.Refused
                : (member.Email == null || ((member.Refuses | member.Unreachable) & ContactChannels.Email) != 0)
                    && (member.Phone == null || ((member.Refuses | member.Unreachable) & Call) == Call)
                    && (member.Address == null || ((member.Refuses | member.Unreachable) & ContactChannels.Letter) != 0)
                    ? ExclusionReason.Unreachable
                // Invitations of an earlier draw are no obstacle: drawing anew takes them back.
                : db.Invitations.Any(invitation => invitation.WaveId == wanted && invitation.MemberId == member.Id && invitation.DrawnOn == null)
                    ? ExclusionReason.AlreadyInvited
                : db.Invitations.Any(invitation => invitation.MemberId == member.Id && invitation.WaveId != wanted && invitation.DrawnOn >= peace)
                    ? ExclusionReason.AskedRecently
                : ExclusionReason.None,
        });
    }

    /// <summary>The categories of members in segments; also of members outside the population.</summary>
    /// <param name="names">The segments; null = all.</param>
    public IQueryable<MemberSegment> Categories(IReadOnlyCollection<string>? names)
    {
        var wanted = names?.ToArray();
        var segments = db.Set<MemberSegment>().AsNoTracking();
        return wanted is null ? segments : segments.Where(segment => wanted.Contains(segment.Name));
    }

    /// <summary>Opens the connection until the context goes, for reading past the mapper.</summary>
    public Task OpenAsync(CancellationToken cancellationToken) => db.Database.OpenConnectionAsync(cancellationToken);

    private IQueryable<Member> Matching()
    {
        var members = db.Members.AsNoTracking().Where(member => member.Standing != MemberStanding.Erased);
        foreach (var condition in population.Conditions)
        {
            members = members.Where(Filter(condition));
        }

        return members;
    }

    private Expression<Func<Member, bool>> Filter(EligibilityCondition condition)
    {
        var values = condition.Values.ToArray();
        var name = condition.Name;
        switch (condition.Kind)
        {
            case EligibilityKind.ContactWithin:
                var since = population.AsOf.AddMonths(-condition.From!.Value);
                var until = population.AsOf;
                return member => member.LastContactOn >= since && member.LastContactOn <= until;
            case EligibilityKind.ContactBy:
                return member => values.Contains(member.LastContactChannel);
            case EligibilityKind.Language:
                return member => values.Contains(member.Language);
            case EligibilityKind.Segment when values.Length == 0:
                return member => member.Segments.Any(segment => segment.Name == name);
            case EligibilityKind.Segment:
                return member => member.Segments.Any(segment => segment.Name == name && values.Contains(segment.Value));
            default:
                var (from, to) = (condition.From ?? int.MinValue, condition.To ?? int.MaxValue);
                return member => member.BirthYear >= from && member.BirthYear <= to;
        }
    }
}

/// <summary>A member of the population.</summary>
internal sealed record FrameRow
{
    public MemberId Id { get; init; }

    public string Number { get; init; } = "";

    public string Language { get; init; } = "";

    public ExclusionReason Reason { get; init; }
}
