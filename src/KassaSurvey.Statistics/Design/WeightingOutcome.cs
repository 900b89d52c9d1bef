namespace KassaSurvey.Statistics.Design;

/// <summary>How a weighting ended.</summary>
public enum WeightingOutcome
{
    /// <summary>The weights reproduce the population.</summary>
    Converged,

    /// <summary>The weights do not reproduce every margin: the iterations ran out, or the margins contradict each other in this sample.</summary>
    NotConverged,

    /// <summary>A category has people in the population but no (weighted) respondents: merge it.</summary>
    CategoryWithoutRespondents,

    /// <summary>A category has respondents but nobody in the population: correct the population or the coding.</summary>
    RespondentsWithoutPopulation,
}
