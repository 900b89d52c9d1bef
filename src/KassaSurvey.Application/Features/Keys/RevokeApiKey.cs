using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Keys;

/// <summary>Ends an API key for good: the next request with it is refused.</summary>
public sealed class RevokeApiKey(IKassaDatabase database, TimeProvider time)
{
    public async Task<Result> ExecuteAsync(Viewer viewer, ApiKeyId id, CancellationToken cancellationToken)
    {
        if (!viewer.MayAdminister)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        if (await db.ApiKeys.SingleOrDefaultAsync(key => key.Id == id, cancellationToken) is { } key)
        {
            key.Revoke(viewer.Name, time.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
        }

        return Result.Done;
    }
}
