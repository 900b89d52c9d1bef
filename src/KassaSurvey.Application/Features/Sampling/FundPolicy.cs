using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Sampling;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sampling;

/// <summary>The fund's policy as it holds now.</summary>
internal static class FundPolicy
{
    /// <summary>The population that these conditions mean today under the fund's policy.</summary>
    public static async Task<SampledPopulation> PopulationAsync(
        KassaDbContext db, string ruleName, ImmutableArray<EligibilityCondition> conditions, TimeProvider time, CancellationToken cancellationToken)
    {
        var months = await db.ContactPolicies.AsNoTracking().Select(policy => (int?)policy.MonthsBetween).SingleOrDefaultAsync(cancellationToken);
        return new(ruleName, conditions, months ?? ContactPolicy.UsualMonths, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
    }
}
