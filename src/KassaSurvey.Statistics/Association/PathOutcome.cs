namespace KassaSurvey.Statistics.Association;

/// <summary>How the estimation of a path model ended.</summary>
public enum PathOutcome
{
    /// <summary>The weights settled.</summary>
    Converged,

    /// <summary>The iterations ran out: the figures are of the last one and must not be reported.</summary>
    NotConverged,

    /// <summary>An item does not vary, or there are fewer than two complete respondents: all figures are NaN.</summary>
    NoVariation,

    /// <summary>Drivers (or the items of a mode B block) cannot be separated: all figures are NaN.</summary>
    Singular,
}
