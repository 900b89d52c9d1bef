using System.Security.Cryptography;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Portal;

/// <summary>
/// Finds the survey of a member whom the fund's own service sends. The service's signature is the authority: it says who the member is, and
/// a ticket that is used twice leads to the same one answer. Reads only.
/// </summary>
public sealed class OpenFromPortal(IKassaDatabase database, ILinkKey linkKey, LinkReader links)
{
    /// <summary>Compared against where there is no key, so that a fund that has none takes as long.</summary>
    private static readonly string NobodysKey = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <param name="Ticket">What the service says.</param>
    /// <param name="Signature">Its signature.</param>
    public sealed record Query(PortalTicket Ticket, string Signature);

    /// <returns>The token of the member's link.</returns>
    public async Task<Result<string>> ExecuteAsync(Query query, CancellationToken cancellationToken)
    {
        var ticket = query.Ticket;
        if (!ticket.IsPlain || !ticket.IsCurrent(links.Now))
        {
            return PortalErrors.NotGenuine;
        }

        await using var db = database.For(Viewer.Operator);
        var key = await (
            from row in db.PortalKeys
            join fund in db.Funds on row.FundId equals fund.Id
            where fund.Key == ticket.Fund
            select row).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (!ticket.IsSigned(key?.Text(linkKey.Key.Span) ?? NobodysKey, query.Signature) || key is null)
        {
            return PortalErrors.NotGenuine;
        }

        db.ActAs(Viewer.Respondent(key.FundId));
        var today = links.Today;
        var found = await (
            from invitation in db.Invitations
            join member in db.Members on invitation.MemberId equals member.Id
            join wave in db.Waves on invitation.WaveId equals wave.Id
            join survey in db.Surveys on wave.SurveyId equals survey.Id
            where member.Number == ticket.Member && (ticket.Survey == "" || survey.Key == ticket.Survey)
                && wave.Status == WaveStatus.Open && (wave.ClosesOn == null || wave.ClosesOn >= today)
            // One that can still be answered before one that is thanked for; then the one that ends first.
            orderby invitation.Status >= InvitationStatus.Answered ? 1 : 0, wave.ClosesOn, invitation.Id
            select invitation.Id).Take(1).ToListAsync(cancellationToken);
        return found is [var open] ? links.TokenOf(open) : PortalErrors.NothingToAnswer;
    }
}
