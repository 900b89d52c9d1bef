namespace KassaSurvey.Domain.Analysis;

/// <summary>What the comparisons of a family are for, and so what their p-values are adjusted for (statistics: many items).</summary>
public enum ComparisonFamily
{
    /// <summary>Headlines: even one false claim is too much. Holm; a family of one is not adjusted.</summary>
    Headline = 1,

    /// <summary>Exploring a breakdown: among the claims at most one in twenty may be false. Benjamini and Hochberg.</summary>
    Exploratory = 2,
}
