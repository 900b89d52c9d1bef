using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sampling;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sampling;

/// <summary>Tells how long a member is left in peace between surveys.</summary>
public sealed class GetContactPolicy(IKassaDatabase database)
{
    /// <summary>Months; 0 = no limit.</summary>
    public async Task<Result<int>> ExecuteAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        return await db.ContactPolicies.AsNoTracking().Select(policy => (int?)policy.MonthsBetween).SingleOrDefaultAsync(cancellationToken)
            ?? ContactPolicy.UsualMonths;
    }
}
