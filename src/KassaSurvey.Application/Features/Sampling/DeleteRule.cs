using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sampling;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sampling;

/// <summary>Deletes a saved rule. Samples drawn by it keep its conditions.</summary>
public sealed class DeleteRule(IKassaDatabase database)
{
    /// <summary>Deletes it.</summary>
    public async Task<Result> ExecuteAsync(Viewer viewer, EligibilityRuleId id, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        return await db.EligibilityRules.Where(rule => rule.Id == id).ExecuteDeleteAsync(cancellationToken) == 0
            ? SamplingErrors.RuleUnknown
            : Result.Done;
    }
}
