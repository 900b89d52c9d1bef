using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Members;

/// <summary>Sets by which ways a member may be asked, or where the member stands, and notes it in the log.</summary>
public sealed class ChangeMember(IKassaDatabase database, TimeProvider time)
{
    /// <param name="Number">The member's number.</param>
    public sealed record Command(string Number)
    {
        /// <summary>The ways by which the member does not want to be asked; null changes nothing.</summary>
        public ContactChannels? Refuses { get; init; }

        /// <summary>Where the member stands; null changes nothing.</summary>
        public MemberStanding? Standing { get; init; }
    }

    /// <summary>Changes it. What is so already is not noted again.</summary>
    public async Task<Result> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        if (command.Standing is { } given && ActOf(given) is null)
        {
            return MemberErrors.BadStanding;
        }

        await using var db = database.For(viewer);
        var member = await db.Members.SingleOrDefaultAsync(
            row => row.Number == command.Number && row.Standing != MemberStanding.Erased, cancellationToken);
        if (member is null)
        {
            return MemberErrors.Unknown;
        }

        var now = time.GetUtcNow().UtcDateTime;
        if (command.Refuses is { } refuses && (refuses & ContactChannels.All) != member.Refuses)
        {
            member.Refuse(refuses & ContactChannels.All);
            db.AuditEntries.Add(AuditEntry.Of(member.FundId, member.Id, AuditAct.RefusalsChanged, viewer.Name, now));
        }

        if (command.Standing is { } standing && standing != member.Standing)
        {
            member.Stand(standing, standing == MemberStanding.Left ? DateOnly.FromDateTime(now) : null);
            db.AuditEntries.Add(AuditEntry.Of(member.FundId, member.Id, ActOf(standing)!.Value, viewer.Name, now));
        }

        await db.SaveChangesAsync(cancellationToken);
        return Result.Done;
    }

    private static AuditAct? ActOf(MemberStanding standing) => standing switch
    {
        MemberStanding.Active => AuditAct.MarkedActive,
        MemberStanding.Left => AuditAct.MarkedLeft,
        MemberStanding.Deceased => AuditAct.MarkedDeceased,
        MemberStanding.Protected => AuditAct.MarkedProtected,
        _ => null,
    };
}
