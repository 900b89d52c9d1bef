using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sampling;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sampling;

/// <summary>Sets how long a member is left in peace between surveys, over all surveys and channels of the fund.</summary>
public sealed class SetContactPolicy(IKassaDatabase database)
{
    /// <summary>Sets it for the draws to come.</summary>
    /// <param name="viewer">An administrator of the fund.</param>
    /// <param name="monthsBetween">Months; 0 = no limit.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<Result> ExecuteAsync(Viewer viewer, int monthsBetween, CancellationToken cancellationToken)
    {
        if (!viewer.MayAdminister || viewer.Fund is not { } fund)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var policy = await db.ContactPolicies.SingleOrDefaultAsync(cancellationToken);
        if (policy is null)
        {
            db.ContactPolicies.Add(policy = ContactPolicy.Usual(fund));
        }

        var changed = policy.Change(monthsBetween);
        if (changed.IsSuccess)
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        return changed;
    }
}
