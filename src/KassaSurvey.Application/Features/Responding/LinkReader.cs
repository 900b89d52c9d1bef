using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Responding;

/// <summary>
/// Turns the token of a link into what it leads to. The token is the member's only authority, so the use cases of this feature
/// take it where others take a viewer: a forged one is refused before any query, a genuine one narrows the context to its fund.
/// </summary>
public sealed class LinkReader(IKassaDatabase database, ILinkKey key, TimeProvider time)
{
    /// <summary>The day that decides whether a wave takes answers.</summary>
    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>The token of an invitation.</summary>
    public string TokenOf(InvitationId invitation) => InvitationToken.Of(invitation, key.Key.Span);

    /// <summary>The handle that stands for the token in addresses; null for a forged token. Costs no query.</summary>
    public string? HandleOf(string? token) =>
        InvitationToken.TryRead(token, key.Key.Span, out var invitation) ? LinkHandle.Of(invitation, key.Key.Span) : null;

    /// <summary>Opens the database for the holder of the token; null when the link leads nowhere.</summary>
    internal async Task<OpenedLink?> OpenAsync(string? token, CancellationToken cancellationToken)
    {
        if (!InvitationToken.TryRead(token, key.Key.Span, out var invitation))
        {
            return null;
        }

        var db = database.For(Viewer.Operator);
        if (await FindAsync(db, invitation, cancellationToken) is { } link)
        {
            db.ActAs(Viewer.Respondent(link.FundId));
            return new(db, link);
        }

        await db.DisposeAsync();
        return null;
    }

    /// <summary>Reads the link again, after another session won a race.</summary>
    internal static Task<MemberLink?> FindAsync(KassaDbContext db, InvitationId id, CancellationToken cancellationToken) =>
        (from invitation in db.Invitations.AsNoTracking()
         join wave in db.Waves on invitation.WaveId equals wave.Id
         join response in db.Responses on invitation.OpenResponseId equals response.Id into started
         from response in started.DefaultIfEmpty()
         where invitation.Id == id
         select new MemberLink(
             invitation.Id, invitation.FundId, wave.Id, wave.Revision, wave.Status, wave.ClosesOn, invitation.Status,
             response.Language ?? invitation.Language, invitation.OpenResponseId)).SingleOrDefaultAsync(cancellationToken);
}

/// <summary>A context that works for the link's fund, and the link.</summary>
internal sealed record OpenedLink(KassaDbContext Db, MemberLink Link) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Db.DisposeAsync();
}
