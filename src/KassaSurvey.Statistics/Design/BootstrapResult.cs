using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Statistics.Design;

/// <summary>One figure and what its replicates say about it.</summary>
/// <param name="Original">The figure from the real weights; NaN when it could not be computed.</param>
/// <param name="Mean">Mean of the replicates: its distance from the original is the bias.</param>
/// <param name="StandardError">Deviation of the replicates.</param>
/// <param name="Interval">Percentile interval.</param>
/// <param name="Replicates">Replicates used.</param>
/// <param name="Discarded">Replicates whose statistic failed: state it when it is not small.</param>
public readonly record struct BootstrapResult(
    double Original, double Mean, double StandardError, ConfidenceInterval Interval, int Replicates, int Discarded)
{
    /// <summary>How far the standard error itself may be off because replicates are finite: SE/√(2B).</summary>
    public double MonteCarloError => StandardError / Math.Sqrt(2.0 * Replicates);
}
