using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Portal;

/// <summary>Says whether the fund has a portal key, since when and by whom. Never the key itself.</summary>
public sealed class GetPortalKey(IKassaDatabase database)
{
    /// <param name="FundKey">The fund's name in the links it signs.</param>
    /// <param name="MadeAt">When the key was made; null when there is none.</param>
    /// <param name="MadeBy">Who made it.</param>
    public sealed record View(string FundKey, DateTime? MadeAt, string MadeBy);

    public async Task<Result<View>> ExecuteAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.MayAdminister || viewer.Fund is not { } fundId)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var fund = await db.Funds.Where(row => row.Id == fundId).Select(row => row.Key).SingleAsync(cancellationToken);
        var key = await db.PortalKeys.AsNoTracking().SingleOrDefaultAsync(row => row.FundId == fundId, cancellationToken);
        return new View(fund, key?.MadeAt, key?.MadeBy ?? "");
    }
}
