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

    /// <summary>The category of members in a variable of the strata; empty when unknown.</summary>
    public IQueryable<VariableValue> Categories(string variable) => variable == SampleDesign.ByLanguage
        ? db.Members.Select(member => new VariableValue { Member = member.Id, Value = member.Language })
        : db.Set<MemberSegment>().Where(segment => segment.Name == variable).Select(segment => new VariableValue { Member = segment.MemberId, Value = segment.Value });

    /// <summary>Everybody of the population, with the categories of up to two variables.</summary>
    public IQueryable<DrawRow> WithCategories(SampleDesign design)
    {
        var rows = Rows();
        return design.Variables switch
        {
            [] => rows.Select(row => new DrawRow { Id = row.Id, Number = row.Number, Language = row.Language, Reason = row.Reason, First = "", Second = "" }),
            [var one] => rows.LeftJoin(
                Categories(one), row => row.Id, value => value.Member,
                (row, value) => new DrawRow { Id = row.Id, Number = row.Number, Language = row.Language, Reason = row.Reason, First = value!.Value ?? "", Second = "" }),
            [var one, var two, ..] => rows
                .LeftJoin(
                    Categories(one), row => row.Id, value => value.Member,
                    (row, value) => new { row.Id, row.Number, row.Language, row.Reason, First = value!.Value ?? "" })
                .LeftJoin(
                    Categories(two), row => row.Id, value => value.Member,
                    (row, value) => new DrawRow
                    {
                        Id = row.Id, Number = row.Number, Language = row.Language, Reason = row.Reason, First = row.First, Second = value!.Value ?? "",
                    }),
        };
    }

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

/// <summary>A member's category in one variable.</summary>
internal sealed record VariableValue
{
    public MemberId Member { get; init; }

    public string Value { get; init; } = "";
}

/// <summary>A member of the population with the categories that make the strata.</summary>
internal sealed record DrawRow
{
    public MemberId Id { get; init; }

    public string Number { get; init; } = "";

    public string Language { get; init; } = "";

    public ExclusionReason Reason { get; init; }

    public string First { get; init; } = "";

    public string Second { get; init; } = "";

    /// <summary>The name of the stratum.</summary>
    public static string Stratum(SampleDesign design, string first, string second) =>
        design.Variables.Length > 1 ? first + SampleDesign.Joint + second : first;
}
