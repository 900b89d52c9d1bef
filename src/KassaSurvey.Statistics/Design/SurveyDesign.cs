using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Statistics.Design;

/// <summary>
/// How respondents were drawn and weighted: weights, strata, clusters (primary sampling units) and finite populations,
/// with the one variance routine every estimator uses. Immutable. Formulas: docs/statistics/survey-design.md.
/// </summary>
/// <remarks>
/// R equivalent: <c>svydesign(id=~cluster, strata=~stratum, weights=~w, fpc=~N, nest=TRUE)</c> with
/// <c>options(survey.lonely.psu="adjust")</c>. Source: Taylor linearisation, Särndal, Swensson and Wretman 1992.
/// </remarks>
public sealed class SurveyDesign
{
    private readonly double[] weights;
    private readonly SamplingUnits units;
    private readonly CalibrationBasis? calibration;

    private SurveyDesign(double[] weights, SamplingUnits units, CalibrationBasis? calibration)
    {
        this.weights = weights;
        this.units = units;
        this.calibration = calibration;
    }

    /// <summary>One weight per respondent.</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>Number of respondents.</summary>
    public int RowCount => weights.Length;

    /// <summary>Number of primary sampling units: respondents themselves unless clustered.</summary>
    public int UnitCount => units.Count;

    /// <summary>Number of strata.</summary>
    public int StratumCount => units.StratumCount;

    /// <summary>
    /// Strata with a single unit. They say nothing about spread within themselves, so they are centred at the mean of
    /// all units, which errs on the safe side: tell the reader when this is not 0.
    /// </summary>
    public int SingletonStratumCount => units.SingletonStratumCount;

    /// <summary>Units minus strata; 0 when every stratum is a singleton: then intervals and tests are NaN.</summary>
    public int DegreesOfFreedom => UnitCount - StratumCount;

    /// <summary>Describes a design.</summary>
    /// <param name="weights">One non-negative finite weight per respondent. May be empty.</param>
    /// <param name="strata">A label per respondent; empty = one stratum.</param>
    /// <param name="clusters">A label per respondent, meant within its stratum; empty = each respondent is its own unit.</param>
    /// <param name="populationUnits">How many units the respondent's stratum holds in the population; empty = unlimited (no finite population correction).</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, a weight is negative or not finite, or a stratum has two populations or more units than its population.
    /// </exception>
    public static SurveyDesign Of(
        ReadOnlySpan<double> weights,
        ReadOnlySpan<int> strata = default,
        ReadOnlySpan<int> clusters = default,
        ReadOnlySpan<double> populationUnits = default)
    {
        RequireLength(strata.Length, weights.Length, nameof(strata));
        RequireLength(clusters.Length, weights.Length, nameof(clusters));
        RequireLength(populationUnits.Length, weights.Length, nameof(populationUnits));
        WeightRules.Require(weights, nameof(weights));
        return new SurveyDesign(weights.ToArray(), SamplingUnits.Of(weights.Length, strata, clusters, populationUnits), null);
    }

    /// <summary>The same units with weights calibrated to known totals: variances then use what the calibration explains.</summary>
    /// <param name="finalWeights">The weights after raking or post-stratification.</param>
    /// <param name="basis">What they were calibrated on, with the weights before.</param>
    /// <exception cref="ArgumentException">Lengths differ or a weight is negative or not finite.</exception>
    public SurveyDesign Calibrated(ReadOnlySpan<double> finalWeights, CalibrationBasis basis)
    {
        ArgumentNullException.ThrowIfNull(basis);
        if (finalWeights.Length != RowCount || basis.RowCount != RowCount)
        {
            throw new ArgumentException($"A design of {RowCount} rows needs as many weights and calibration rows.", nameof(finalWeights));
        }

        WeightRules.Require(finalWeights, nameof(finalWeights));
        return new SurveyDesign(finalWeights.ToArray(), units, basis);
    }

    /// <summary>The variance of an estimator from its linearised variable.</summary>
    /// <param name="influence">
    /// One value per respondent, <b>before</b> multiplying by the weight: for a mean over a domain D this is
    /// D·(y − m)/ΣwD, 0 outside. All respondents of the design are present.
    /// </param>
    /// <returns>Σ_h (1−f_h)·n_h/(n_h−1)·Σ(z_ha − z̄_h)² over the units' sums z of weight × influence; NaN below two units.</returns>
    /// <exception cref="ArgumentException">The length differs from the design's.</exception>
    public double Variance(ReadOnlySpan<double> influence)
    {
        if (influence.Length != RowCount)
        {
            throw new ArgumentException($"{influence.Length} values for {RowCount} rows.", nameof(influence));
        }

        var linearised = influence.ToArray();
        calibration?.TakeResiduals(linearised);
        for (var i = 0; i < linearised.Length; i++)
        {
            linearised[i] *= weights[i];
        }

        return units.Variance(linearised);
    }

    /// <summary>Weights of one bootstrap replicate: each stratum's units drawn with replacement, as many as it has.</summary>
    internal void Resample(SeededGenerator generator, Span<double> replicate)
    {
        var times = units.Draw(generator);
        for (var i = 0; i < weights.Length; i++)
        {
            replicate[i] = weights[i] * times[units.UnitOf(i)];
        }
    }

    /// <summary>Weights of one jackknife replicate: one unit left out, the others of its stratum scaled up for it.</summary>
    internal void LeaveOut(int unit, Span<double> replicate)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            replicate[i] = weights[i] * units.JackknifeFactor(unit, units.UnitOf(i));
        }
    }

    /// <summary>What a squared deviation of the replicate without this unit counts: (1 − f)·(n − 1)/n; 0 for a singleton.</summary>
    internal double JackknifeScale(int unit) => units.JackknifeScale(unit);

    private static void RequireLength(int length, int rows, string name)
    {
        if (length != 0 && length != rows)
        {
            throw new ArgumentException($"{length} values for {rows} rows.", name);
        }
    }
}
