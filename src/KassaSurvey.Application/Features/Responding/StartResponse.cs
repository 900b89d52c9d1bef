using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Responding;

/// <summary>Begins the answer of an invitation, or joins the one that is in progress, in whichever browser that began.</summary>
public sealed class StartResponse(LinkReader links, QuestionnaireCache forms)
{
    /// <param name="Token">The link's token.</param>
    /// <param name="Language">The language chosen on the first page; null or unknown keeps the member's own.</param>
    /// <param name="Mode">How the member answers from now on.</param>
    public sealed record Command(string? Token, string? Language, string Mode = ResponseMode.Web);

    /// <param name="Handle">Stands for the token in addresses from now on.</param>
    /// <param name="Page">The page to go on with.</param>
    public sealed record Started(string Handle, int Page);

    public async Task<Result<Started>> ExecuteAsync(Command command, CancellationToken cancellationToken)
    {
        await using var opened = await links.OpenAsync(command.Token, cancellationToken);
        if (opened is not { Link: var link, Db: var db })
        {
            return RespondingErrors.UnknownLink;
        }

        var language = Languages.IsKnown(command.Language) ? command.Language! : link.Language;
        if (link.On(links.Today) == LinkStanding.Waiting)
        {
            await TryStartAsync(db, link, language, command.Mode, cancellationToken);
            db.ChangeTracker.Clear();
            link = await LinkReader.FindAsync(db, link.InvitationId, cancellationToken) ?? link;
        }

        if (link.On(links.Today) != LinkStanding.InProgress || link.ResponseId is not { } response)
        {
            return RespondingErrors.NotAnswerable;
        }

        await db.Responses
            .Where(row => row.Id == response && row.Status == ResponseStatus.InProgress && (row.Language != language || row.Mode != command.Mode))
            .ExecuteUpdateAsync(row => row.SetProperty(it => it.Language, language).SetProperty(it => it.Mode, command.Mode), cancellationToken);

        var form = await forms.GetAsync(link.FundId, link.WaveId, link.Revision, cancellationToken);
        var sheet = await AnswerSheet.LoadAsync(db, form.Questionnaire, response, cancellationToken);
        return new Started(links.HandleOf(command.Token)!, sheet.FirstOpenPage());
    }

    /// <summary>
    /// Response and tie are saved in one transaction. Of several sessions at once, one finds the invitation still waiting when it
    /// writes; the others' responses are rolled back with their failed update, and they join the winner's.
    /// </summary>
    private static async Task TryStartAsync(
        KassaDbContext db, MemberLink link, string language, string mode, CancellationToken cancellationToken)
    {
        var invitation = await db.Invitations.SingleAsync(row => row.Id == link.InvitationId, cancellationToken);
        var wave = await db.Waves.AsNoTracking().SingleAsync(row => row.Id == link.WaveId, cancellationToken);
        var segments = await db.Members.Where(member => member.Id == invitation.MemberId)
            .SelectMany(member => member.Segments)
            .Select(segment => new { segment.Name, segment.Value })
            .ToDictionaryAsync(segment => segment.Name, segment => segment.Value, cancellationToken);
        var response = Response.Start(wave, language, segments, mode);
        if (!invitation.Start(response.Id).IsSuccess)
        {
            return;
        }

        db.Responses.Add(response);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another session started a moment ago.
        }
    }
}
