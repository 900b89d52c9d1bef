namespace KassaSurvey.Domain.Analysis.Drivers;

/// <summary>How the importance of drivers is computed.</summary>
public enum DriverMethod
{
    /// <summary>The gain in R² averaged over all orders of entering (Lindeman, Merenda and Gold; Shapley).</summary>
    Lmg = 1,

    /// <summary>Johnson's relative weights: close to LMG, for any number of drivers.</summary>
    Johnson = 2,

    /// <summary>Total effects in a path model of latent variables (partial least squares).</summary>
    Pls = 3,
}
