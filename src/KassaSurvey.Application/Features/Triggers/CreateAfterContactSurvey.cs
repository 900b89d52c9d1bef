using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Questionnaires;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Domain.Triggers;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Triggers;

/// <summary>Makes the fund's survey after contacts, with its rule turned off. Nobody is asked before somebody turns it on.</summary>
public sealed class CreateAfterContactSurvey(IKassaDatabase database, TimeProvider time)
{
    /// <summary>The survey's key.</summary>
    public const string Key = "after-contact";

    /// <returns>The survey's key.</returns>
    public async Task<Result<string>> ExecuteAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys || viewer.Fund is not { } fund)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        if (await db.Surveys.AnyAsync(survey => survey.Key == Key, cancellationToken))
        {
            return TriggerErrors.SurveyExists;
        }

        var survey = Survey.Create(fund, Key, AfterContactQuestionnaire.DefaultName);
        db.Surveys.Add(survey);
        var order = 0;
        foreach (var area in AfterContactQuestionnaire.Areas)
        {
            db.ServiceAreas.Add(ServiceArea.Create(survey, area.Code, ++order, area.Name));
        }

        var now = time.GetUtcNow().UtcDateTime;
        db.TriggerRules.Add(TriggerRule.Create(fund, survey.Id, DateOnly.FromDateTime(now), viewer.Name, now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            return TriggerErrors.SurveyExists;
        }

        return Key;
    }
}
