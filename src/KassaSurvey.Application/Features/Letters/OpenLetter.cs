using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Letters;

/// <summary>Finds the link behind the code of a letter. The code is the member's only authority, as the link is. Reads only.</summary>
public sealed class OpenLetter(IKassaDatabase database, ILinkKey key, LinkReader links)
{
    /// <param name="Code">The code as typed.</param>
    public sealed record Query(string? Code);

    /// <returns>The token of the member's link.</returns>
    public async Task<Result<string>> ExecuteAsync(Query query, CancellationToken cancellationToken)
    {
        // A text that cannot be a code is told so without a query: whoever asks could have reckoned that too.
        if (LetterCode.Hash(query.Code, key.Key.Span) is not { } hash)
        {
            return LetterErrors.UnknownCode;
        }

        await using var db = database.For(Viewer.Operator);
        var found = await db.LetterLinks.Where(link => link.CodeHash == hash).Select(link => link.InvitationId).Take(2).ToListAsync(cancellationToken);
        return found is [var invitation] ? links.TokenOf(invitation) : LetterErrors.UnknownCode;
    }
}
