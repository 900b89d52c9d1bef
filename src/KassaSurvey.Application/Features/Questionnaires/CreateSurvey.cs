using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Questionnaires;

/// <summary>Adds a survey with the built-in service areas to a context that the caller saves.</summary>
public static class CreateSurvey
{
    /// <summary>The name of a survey made from the built-in questionnaire.</summary>
    public static LocalizedText DefaultName { get; } = LocalizedText.Of(
        "Jäsentyytyväisyyskysely", "Medlemsundersökning", "Medlemstilfredshedsundersøgelse", "Member satisfaction survey");

    /// <summary>Adds the survey and its areas.</summary>
    public static Survey Add(KassaDbContext context, Fund fund, string key, LocalizedText name)
    {
        var survey = Survey.Create(fund.Id, key, name);
        context.Surveys.Add(survey);
        var order = 0;
        foreach (var (code, areaName) in BuiltInQuestionnaire.Areas)
        {
            context.ServiceAreas.Add(ServiceArea.Create(survey, code, ++order, areaName));
        }

        return survey;
    }

    /// <summary>Adds a draft wave with every question of the built-in questionnaire.</summary>
    public static Wave AddWave(KassaDbContext context, Survey survey, Domain.Primitives.ReportingYear year)
    {
        var wave = Wave.Create(survey, year);
        foreach (var content in BuiltInQuestionnaire.Questions)
        {
            _ = wave.Add(content).Value;
        }

        context.Waves.Add(wave);
        return wave;
    }
}
