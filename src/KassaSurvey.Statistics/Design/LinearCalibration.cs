using KassaSurvey.Statistics.Descriptive;

namespace KassaSurvey.Statistics.Design;

/// <summary>
/// Weights as close as possible to the base weights (least squares) that reproduce margins and totals of numbers: the
/// generalised regression estimator (GREG; Deville and Särndal 1992). R: <c>calibrate(design, ~g + x, population)</c>.
/// Formulas: docs/statistics/linear-calibration.md.
/// </summary>
public static class LinearCalibration
{
    /// <summary>Calibrates the base weights: w = d·(1 + x′λ) with λ = (Σd·xx′)⁻¹(t − Σd·x).</summary>
    /// <param name="baseWeights">One weight per respondent, not negative.</param>
    /// <param name="margins">Known distributions; where totals differ, all are scaled to the first one's. Without one, add the population size as a total of ones.</param>
    /// <param name="totals">Known totals of numbers; none when null.</param>
    /// <returns>
    /// Converged: every figure is reproduced and no weight is negative. NotConverged: figures contradict each other
    /// (the deviation says by how much), or a weight is negative (<see cref="SurveyDesign.Calibrated"/> refuses it): rake,
    /// or calibrate on less. Iterations is 1. The failures of categories are those of <see cref="Raking.Run"/>.
    /// </returns>
    /// <exception cref="ArgumentException">There is neither margin nor total, rows differ, or a weight is negative or not finite.</exception>
    public static WeightingResult Run(
        ReadOnlySpan<double> baseWeights, IReadOnlyList<CalibrationMargin> margins, IReadOnlyList<CalibrationTotal>? totals = null)
    {
        ArgumentNullException.ThrowIfNull(margins);
        WeightRules.Require(baseWeights, nameof(baseWeights));
        totals ??= [];
        if (margins.Count + totals.Count == 0)
        {
            throw new ArgumentException("Calibration needs a margin or a total.", nameof(margins));
        }

        var differ = false;
        var scales = margins.Count > 0 ? Raking.Scales(baseWeights.Length, margins, out differ) : [];
        if (Raking.FindUnweightable(baseWeights, margins, differ) is { } failure)
        {
            return failure;
        }

        var basis = CalibrationBasis.Of(baseWeights, margins, totals);
        var weights = basis.Calibrate();
        var deviation = 0.0;
        for (var m = 0; m < scales.Length; m++)
        {
            deviation = Math.Max(deviation, margins[m].Deviation(weights, scales[m]));
        }

        foreach (var total in totals)
        {
            deviation = Math.Max(deviation, total.Deviation(weights));
        }

        var isUsable = deviation <= Raking.DeviationTolerance;
        foreach (var weight in weights)
        {
            isUsable &= weight >= 0;
        }

        return new WeightingResult(isUsable ? WeightingOutcome.Converged : WeightingOutcome.NotConverged, weights, 1, deviation, differ, -1, -1);
    }
}
