using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Portal;

/// <summary>Makes the fund's portal key, or a new one that ends the old. It is told this once.</summary>
public sealed class RenewPortalKey(IKassaDatabase database, ILinkKey linkKey, TimeProvider time)
{
    /// <returns>The key, for the fund's own service to keep.</returns>
    public async Task<Result<string>> ExecuteAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.MayAdminister || viewer.Fund is not { } fund)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var now = time.GetUtcNow().UtcDateTime;
        var key = await db.PortalKeys.SingleOrDefaultAsync(row => row.FundId == fund, cancellationToken);
        if (key is null)
        {
            key = PortalKey.Create(fund, viewer.Name, now);
            db.PortalKeys.Add(key);
        }
        else
        {
            key.Renew(viewer.Name, now);
        }

        await db.SaveChangesAsync(cancellationToken);
        return key.Text(linkKey.Key.Span);
    }
}
