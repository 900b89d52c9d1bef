using System.Security.Cryptography;
using System.Text;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Keys;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Keys;

/// <summary>
/// Answers a request that comes again with the same <c>Idempotency-Key</c> as it was answered before, for 24 hours. The work itself is
/// idempotent too: two that come at the same moment both do it, and the second changes nothing.
/// </summary>
public sealed class AnswerOnce(IKassaDatabase database, TimeProvider time)
{
    /// <summary>The same key was used for another body.</summary>
    public static Error OtherBody { get; } = Error.Of("Api.OtherBody");

    /// <param name="Address">The address called.</param>
    /// <param name="Key">The caller's own key.</param>
    /// <param name="BodyHash">SHA-256 of the body, hexadecimal.</param>
    public sealed record Request(string Address, string Key, string BodyHash);

    /// <summary>The earlier answer, or null when there is none; an error when the key stood for another body.</summary>
    public async Task<Result<string?>> FindAsync(Viewer viewer, Request request, CancellationToken cancellationToken)
    {
        await using var db = database.For(viewer);
        var (key, since) = (HashOf(viewer, request), time.GetUtcNow().UtcDateTime - KeptReply.KeptFor);
        var earlier = await db.KeptReplies.AsNoTracking().SingleOrDefaultAsync(row => row.CallerKey == key && row.At > since, cancellationToken);
        return earlier is null ? Result.Of<string?>(null)
            : earlier.BodyHash == request.BodyHash ? Result.Of<string?>(earlier.Body)
            : OtherBody;
    }

    /// <summary>Keeps an answer, and removes those that have been kept long enough.</summary>
    public async Task KeepAsync(Viewer viewer, Request request, string body, CancellationToken cancellationToken)
    {
        await using var db = database.For(viewer);
        var now = time.GetUtcNow().UtcDateTime;
        var since = now - KeptReply.KeptFor;
        await db.KeptReplies.Where(row => row.At <= since).ExecuteDeleteAsync(cancellationToken);
        db.KeptReplies.Add(KeptReply.Of(viewer.Fund ?? default, HashOf(viewer, request), request.BodyHash, body, now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The same request at the same moment has kept its answer, which says the same.
        }
    }

    private static string HashOf(Viewer viewer, Request request) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Address}\n{viewer.Name}\n{request.Key}")));
}
