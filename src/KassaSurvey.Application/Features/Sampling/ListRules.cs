using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sampling;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sampling;

/// <summary>Lists the fund's saved eligibility rules.</summary>
public sealed class ListRules(IKassaDatabase database)
{
    /// <summary>Lists them by name.</summary>
    public async Task<Result<ImmutableArray<RuleLine>>> ExecuteAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var rules = await db.EligibilityRules.AsNoTracking().OrderBy(rule => rule.Name).ToListAsync(cancellationToken);
        return rules.Select(rule => new RuleLine(rule.Id, rule.Name, rule.Conditions, rule.Revision)).ToImmutableArray();
    }
}

/// <summary>A saved rule.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">Its name.</param>
/// <param name="Conditions">Its conditions.</param>
/// <param name="Revision">Goes back with a change.</param>
public sealed record RuleLine(EligibilityRuleId Id, string Name, ImmutableArray<EligibilityCondition> Conditions, int Revision);
