using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Members;

/// <summary>Shows one member: ways to ask, segments, invitations and their messages. No answer is read, and nothing that leads to one.</summary>
public sealed class GetMember(IKassaDatabase database)
{
    private const int MostLogLines = 20;

    /// <summary>Reads it.</summary>
    /// <param name="viewer">Who asks.</param>
    /// <param name="number">The member's number.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<Result<MemberView>> ExecuteAsync(Viewer viewer, string number, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var member = await db.Members.AsNoTracking().Include(row => row.Segments)
            .SingleOrDefaultAsync(row => row.Number == number && row.Standing != MemberStanding.Erased, cancellationToken);
        if (member is null)
        {
            return MemberErrors.Unknown;
        }

        var log = await db.AuditEntries.AsNoTracking().Where(entry => entry.MemberId == member.Id).OrderByDescending(entry => entry.At).Take(MostLogLines)
            .Select(entry => new MemberLogLine(entry.At, entry.By, entry.Act)).ToListAsync(cancellationToken);
        return new MemberView(
            member.Number, member.Name, member.Language, member.BirthYear, member.Standing, member.LeftOn, member.LastContactOn,
            member.LastContactChannel, member.Refuses)
        {
            Ways =
            [
                Way(member, ContactChannels.Email, member.Email ?? ""),
                Way(member, ContactChannels.Sms, member.Phone ?? ""),
                Way(member, ContactChannels.Phone, member.Phone ?? ""),
                Way(member, ContactChannels.Letter, member.Address is { } home ? $"{home.Street}, {home.PostalCode} {home.City}" : ""),
            ],
            Segments = [.. member.Segments.OrderBy(row => row.Name, StringComparer.Ordinal).Select(row => new Segment(row.Name, row.Value))],
            Invitations = [.. await InvitationsAsync(db, member.Id, cancellationToken)],
            Log = [.. log],
        };
    }

    /// <summary>The invitations of a member with their messages, the latest first, as far as staff may see.</summary>
    internal static async Task<IReadOnlyList<InvitationHistory>> InvitationsAsync(KassaDbContext db, MemberId member, CancellationToken cancellationToken)
    {
        var invitations = await (
            from invitation in db.Invitations.AsNoTracking()
            join wave in db.Waves on invitation.WaveId equals wave.Id
            join survey in db.Surveys on wave.SurveyId equals survey.Id
            where invitation.MemberId == member
            orderby wave.Year descending
            select new
            {
                invitation.Id, invitation.Status, invitation.DrawnOn, Wave = wave.Status, wave.Year, wave.ClosesOn,
                survey.Key, survey.Name, Promise = survey.Confidentiality,
            }).ToListAsync(cancellationToken);
        var ids = invitations.ConvertAll(row => row.Id);
        var messages = (await db.OutboxMessages.AsNoTracking().Where(row => EF.Parameter(ids).Contains(row.InvitationId)).ToListAsync(cancellationToken))
            .ToLookup(row => row.InvitationId);
        return
        [
            .. invitations.Select(row =>
            {
                var shown = InvitationHistory.Shown(row.Status, row.Wave, row.Promise);
                return new InvitationHistory(
                    row.Key, row.Name, row.Year.Value, row.DrawnOn, shown, row.ClosesOn, row.Wave == WaveStatus.Open,
                    row.Promise == Confidentiality.Anonymous,
                    [.. messages[row.Id].OrderBy(message => message.Step).ThenBy(message => message.Channel).Where(message => IsTold(message, shown)).Select(Message)]);
            }),
        ];
    }

    /// <summary>A reminder that was left out because of an answer would tell of the answer, and so would one that is missing.</summary>
    private static bool IsTold(OutboxMessage message, ShownStatus shown) =>
        shown != ShownStatus.Asked || (message.Step == 0 && message.Reason != SkipReason.Answered);

    private static MessageHistory Message(OutboxMessage message) =>
        new(message.Step, message.Channel, message.Language, message.Status, message.Reason, message.SentAt);

    private static ContactWay Way(Member member, ContactChannels way, string address) => new(way, address, member switch
    {
        _ when address.Length == 0 => WayState.Unknown,
        { Standing: not MemberStanding.Active } => WayState.NotActive,
        _ when member.Refuses.HasFlag(way) => WayState.Refused,
        _ when member.Unreachable.HasFlag(way) => WayState.Failed,
        _ => WayState.Usable,
    });
}
