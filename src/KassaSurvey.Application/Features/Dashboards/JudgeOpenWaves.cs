using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Dashboards;

/// <summary>Whether the fund has changes judged before its field work has closed.</summary>
public sealed class JudgeOpenWaves(IKassaDatabase database)
{
    /// <summary>What the fund has decided.</summary>
    public async Task<bool> GetAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        await using var db = database.For(viewer);
        return await db.Funds.AsNoTracking().Where(fund => fund.Id == viewer.Fund).Select(fund => fund.JudgesOpenWaves).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Decides it.</summary>
    public async Task<Result> SetAsync(Viewer viewer, bool judges, CancellationToken cancellationToken)
    {
        if (!viewer.MayAdminister)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var fund = await db.Funds.SingleAsync(row => row.Id == viewer.Fund, cancellationToken);
        fund.JudgeOpenWaves(judges);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Done;
    }
}
