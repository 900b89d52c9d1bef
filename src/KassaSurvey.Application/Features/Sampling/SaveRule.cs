using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sampling;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sampling;

/// <summary>Saves an eligibility rule, new or changed.</summary>
public sealed class SaveRule(IKassaDatabase database)
{
    /// <summary>Saves it.</summary>
    public async Task<Result<EligibilityRuleId>> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys || viewer.Fund is not { } fund)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var rule = command.Id is { } id ? await db.EligibilityRules.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) : EligibilityRule.Create(fund);
        if (rule is null)
        {
            return SamplingErrors.RuleUnknown;
        }

        if (command.Id is not null && rule.Revision != command.Revision)
        {
            return SamplingErrors.Changed;
        }

        var changed = rule.Change(command.Name, command.Conditions);
        if (!changed.IsSuccess)
        {
            return Result<EligibilityRuleId>.Failed(changed.Errors);
        }

        if (await db.EligibilityRules.AnyAsync(row => row.Name == rule.Name && row.Id != rule.Id, cancellationToken))
        {
            return SamplingErrors.RuleNameTaken(rule.Name);
        }

        if (command.Id is null)
        {
            db.EligibilityRules.Add(rule);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The same name, or the same rule, saved at the same moment by somebody else.
            return SamplingErrors.Changed;
        }

        return rule.Id;
    }

    /// <param name="Id">The rule to change; null = a new one.</param>
    /// <param name="Revision">The revision that was changed.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Conditions">Its conditions.</param>
    public sealed record Command(EligibilityRuleId? Id, int Revision, string Name, ImmutableArray<EligibilityCondition> Conditions);
}
