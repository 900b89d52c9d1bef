namespace KassaSurvey.Domain.Analysis;

/// <summary>What may be said of a change between two years.</summary>
public enum Verdict
{
    /// <summary>Better, beyond chance.</summary>
    Improved = 1,

    /// <summary>Better beyond chance, and shown to be by less than the margin.</summary>
    SlightlyImproved = 2,

    /// <summary>Shown to lie within the margin.</summary>
    Unchanged = 3,

    /// <summary>Worse beyond chance, and shown to be by less than the margin.</summary>
    SlightlyDeclined = 4,

    /// <summary>Worse, beyond chance.</summary>
    Declined = 5,

    /// <summary>Neither a change nor its absence can be shown.</summary>
    Inconclusive = 6,

    /// <summary>The two years did not measure the same.</summary>
    NotComparable = 7,
}
