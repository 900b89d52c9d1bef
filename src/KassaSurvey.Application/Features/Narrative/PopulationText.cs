using KassaSurvey.Domain.Analysis;

namespace KassaSurvey.Application.Features.Narrative;

/// <summary>A population's conditions as words: region: Uusimaa / Lappi; age: 18-29.</summary>
public static class PopulationText
{
    /// <summary>The conditions, or empty for everybody.</summary>
    public static string Of(Population population) => string.Join(
        "; ", population.Conditions.Select(condition => $"{condition.Key}: {string.Join(" / ", condition.Value)}"));
}
