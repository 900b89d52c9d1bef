namespace KassaSurvey.Statistics.Association;

/// <summary>How the items of a block are weighted into its latent variable.</summary>
public enum MeasurementMode
{
    /// <summary>By their correlations with the inner proxy: stable with items that say much the same.</summary>
    A,

    /// <summary>By their regression on it: for items that each add something of their own.</summary>
    B,
}
