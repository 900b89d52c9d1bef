using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Members;

/// <summary>The key of the viewer's own fund, for work that is told the fund by its key.</summary>
public sealed class GetOwnFund(IKassaDatabase database)
{
    /// <summary>Reads it.</summary>
    public async Task<Result<string>> ExecuteAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys || viewer.Fund is not { } id)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        return await db.Funds.AsNoTracking().Where(fund => fund.Id == id).Select(fund => fund.Key).SingleAsync(cancellationToken);
    }
}
