using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Triggers;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Triggers;

/// <summary>Settles the rule of a survey after contacts, and turns it on or off. Turning on opens the year's wave.</summary>
public sealed class ChangeTrigger(IKassaDatabase database, RollingWave waves, TimeProvider time)
{
    /// <param name="Survey">The survey's key.</param>
    /// <param name="Revision">The revision that was seen.</param>
    /// <param name="Content">What is settled.</param>
    /// <param name="IsOn">Whether members are asked.</param>
    public sealed record Command(string Survey, int Revision, TriggerRuleContent Content, bool IsOn);

    public async Task<Result> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys || viewer.Fund is not { } fund)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var rule = await db.TriggerRules.SingleOrDefaultAsync(
            row => db.Surveys.Any(survey => survey.Id == row.SurveyId && survey.Key == command.Survey), cancellationToken);
        if (rule is null)
        {
            return TriggerErrors.SurveyUnknown;
        }

        if (rule.Revision != command.Revision)
        {
            return TriggerErrors.Changed;
        }

        var changed = rule.Change(command.Content, command.IsOn, viewer.Name, time.GetUtcNow().UtcDateTime);
        if (!changed.IsSuccess)
        {
            return changed;
        }

        if (command.IsOn)
        {
            // Before the rule is saved: a rule that is on has a wave to ask in.
            var opened = await waves.OpenAsync(fund, rule.SurveyId, viewer.Name, cancellationToken);
            if (!opened.IsSuccess)
            {
                return Result.Failed(opened.Errors);
            }
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return TriggerErrors.Changed;
        }

        return Result.Done;
    }
}
